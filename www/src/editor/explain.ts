/** What the API says of the field under the pointer, or, at a key, of the one at the cursor. */

import { forEachDiagnostic } from "@codemirror/lint";
import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { closeHoverTooltips, EditorView, hasHoverTooltips, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import { capital } from "../derive/words";
import { placeOf, type Asks } from "./asks";
import { describe } from "./describe";
import { fieldBox, findingBox } from "./fieldBox";

const setPeek = StateEffect.define<Tooltip | null>();

/** What a key asked for; it goes when the cursor moves or the text changes. */
const peek = StateField.define<Tooltip | null>({
  create: () => null,
  update(held, transaction) {
    for (const effect of transaction.effects) if (effect.is(setPeek)) return effect.value;
    return transaction.docChanged || transaction.selection !== undefined ? null : held;
  },
  provide: (self) => showTooltip.from(self),
});

/** `file` says what the text is called at the moment. */
export function explaining(file: () => string, asks: Asks): Extension {
  // Who types does not ask about the place where the pointer happens to rest.
  let typing = false;
  const hover = hoverTooltip(
    async (view, at) => {
      const { state } = view;
      const field = await asks.field(placeOf(state, file(), at));
      if (field === null) return null;
      const words = await describe(field.of, field.name);
      if (typing || view.state.doc !== state.doc) return null;
      return {
        pos: Math.min(field.range.start.offset, state.doc.length),
        end: Math.min(field.range.end.offset, state.doc.length),
        create: () => ({ dom: fieldBox(field, words) }),
      };
    },
    { hoverTime: 400, hideOnChange: true },
  );
  return [
    hover,
    EditorView.domEventObservers({
      keydown: () => void (typing = true),
      mousemove: () => void (typing = false),
    }),
    peek,
    keymap.of([
      { key: "Mod-i", run: (view) => (void explain(view, file(), asks), true) },
      { key: "Escape", run: close },
    ]),
  ];
}

/** Shows what there is to say at the cursor: the findings, then the field. */
export async function explain(view: EditorView, file: string, asks: Asks): Promise<void> {
  const { state } = view;
  const at = state.selection.main.head;
  const field = await asks.field(placeOf(state, file, at));
  const words = field === null ? null : await describe(field.of, field.name);
  if (view.state.doc !== state.doc || view.state.selection.main.head !== at) return;
  const found = findingsAt(state, at);
  if (field === null && found.length === 0) return;
  const tooltip: Tooltip = {
    pos: at,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "cm-peek";
      dom.setAttribute("role", "status");
      dom.append(...found.map(findingBox));
      if (field !== null) dom.append(fieldBox(field, words));
      return { dom };
    },
  };
  view.dispatch({ effects: setPeek.of(tooltip) });
}

function findingsAt(state: EditorState, at: number): readonly string[] {
  const found: string[] = [];
  forEachDiagnostic(state, ({ message }, from, to) => {
    if (from <= at && at <= to) found.push(capital(message));
  });
  return found;
}

function close(view: EditorView): boolean {
  if (view.state.field(peek) === null && !hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: [setPeek.of(null), closeHoverTooltips] });
  return true;
}
