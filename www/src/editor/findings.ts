/** Diagnostics of the core as squiggles, shapes in the gutter and tooltips with their fixes. */

import { setDiagnostics, type Diagnostic as Squiggle } from "@codemirror/lint";
import { RangeSet, StateEffect, StateField, type EditorState, type Transaction } from "@codemirror/state";
import { GutterMarker, gutter, type EditorView } from "@codemirror/view";
import type { Diagnostic, Severity, TextEdit } from "everynode";
import { byGravity } from "../derive/findings";
import { capital } from "../derive/words";
import { glyphElement } from "../views/glyphs";
import { texts } from "../texts";
import { fixables, fixesAtCursor, fixMenu, setFixes, showFixes, showFixesHere } from "./fixes";
import { quoted } from "./marks";

class Shape extends GutterMarker {
  constructor(readonly severity: "error" | "warning") {
    super();
    this.elementClass = `cm-finding-${severity}`;
  }

  override eq(other: Shape): boolean {
    return other.severity === this.severity;
  }

  override toDOM(): Node {
    return glyphElement(this.severity);
  }
}

const shapes = { error: new Shape("error"), warning: new Shape("warning") };

const setShapes = StateEffect.define<RangeSet<GutterMarker>>();

const shapesField = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(held, transaction) {
    let next = transaction.docChanged ? held.map(transaction.changes) : held;
    for (const effect of transaction.effects) if (effect.is(setShapes)) next = effect.value;
    return next;
  },
});

/** Beside the line of the cursor, where one of its findings has a fix. */
class Bulb extends GutterMarker {
  override elementClass = "cm-bulb";

  override eq(other: GutterMarker): boolean {
    return other instanceof Bulb;
  }

  override toDOM(view: EditorView): Node {
    const button = document.createElement("button");
    const line = view.state.doc.lineAt(view.state.selection.main.head).number;
    button.setAttribute("aria-label", texts.problems.fixHere(line));
    button.title = texts.problems.fixHere(line);
    // The keyboard has a key for it.
    button.tabIndex = -1;
    button.append(glyphElement("bulb"));
    button.addEventListener("click", () => showFixesHere(view));
    return button;
  }
}

function markers(view: EditorView): RangeSet<GutterMarker> {
  const held = view.state.field(shapesField);
  if (fixesAtCursor(view.state).length === 0) return held;
  const { from } = view.state.doc.lineAt(view.state.selection.main.head);
  return held.update({ filter: (at) => at !== from, filterFrom: from, filterTo: from, add: [new Bulb().range(from)] });
}

export const findingsGutter = [fixMenu, shapesField, gutter({ class: "cm-findings", markers })];

function message(diagnostic: Diagnostic): HTMLElement {
  const all = document.createElement("div");
  all.append(...quoted(capital(diagnostic.message)));
  for (const more of [diagnostic.why, diagnostic.help]) {
    if (more === undefined) continue;
    const paragraph = document.createElement("p");
    paragraph.append(...quoted(more));
    all.append(paragraph);
  }
  return all;
}

/** No longer than an indentation, and nothing else. */
function isBlank(state: EditorState, from: number, to: number): boolean {
  return to > from && to - from < 100 && state.sliceDoc(from, to).trim() === "";
}

/** A transaction that shows these findings in a state whose text they are about. */
export function showFindings(
  state: EditorState,
  diagnostics: readonly Diagnostic[],
  apply: (edits: readonly TextEdit[]) => void,
): Transaction {
  const end = state.doc.length;
  const squiggles: Squiggle[] = diagnostics.map((diagnostic) => {
    const from = Math.min(diagnostic.range.start.offset, end);
    const to = Math.max(from, Math.min(diagnostic.range.end.offset, end));
    return {
      from,
      to,
      // Browsers draw no line under a tab.
      ...(isBlank(state, from, to) ? { markClass: "cm-blank" } : {}),
      severity: diagnostic.severity,
      message: diagnostic.message,
      renderMessage: (_view: EditorView) => message(diagnostic),
      actions: diagnostic.fixes.map((fix) => ({
        name: fix.title.replaceAll("`", ""),
        // What it changes is seen first.
        apply: (view: EditorView) => showFixes(view, from, [fix]),
      })),
    };
  });
  return state.update(setDiagnostics(state, squiggles), {
    effects: [setShapes.of(gutterShapes(state, diagnostics)), setFixes.of({ all: fixables(diagnostics), apply })],
  });
}

/** One shape a line, of the gravest finding that starts there. */
function gutterShapes(state: EditorState, diagnostics: readonly Diagnostic[]): RangeSet<GutterMarker> {
  const gravest = new Map<number, Severity>();
  for (const { severity, range } of [...diagnostics].sort(byGravity)) {
    const at = state.doc.lineAt(Math.min(range.start.offset, state.doc.length)).from;
    if (!gravest.has(at)) gravest.set(at, severity);
  }
  const marked = [...gravest].flatMap(([at, severity]) => (severity === "info" ? [] : [shapes[severity].range(at)]));
  return RangeSet.of(marked, true);
}
