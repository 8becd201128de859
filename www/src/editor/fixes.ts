/** Fixes where the cursor is: a lightbulb beside the line, and a menu that shows what each changes before it is made. */

import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, showTooltip, type Command, type Tooltip } from "@codemirror/view";
import type { Diagnostic, Fix, TextEdit } from "everynode";
import { hunksOf } from "../derive/diff";
import { texts } from "../texts";
import { quoted } from "./marks";

interface Fixable {
  readonly from: number;
  readonly to: number;
  readonly fix: Fix;
}

interface Held {
  /** Nothing while the text is another than the one that the findings are about. */
  readonly all: readonly Fixable[];
  readonly open: { readonly at: number; readonly fixes: readonly Fix[] } | null;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

export const setFixes = StateEffect.define<Pick<Held, "all" | "apply">>();
const openFixes = StateEffect.define<Held["open"]>();

const field = StateField.define<Held>({
  create: () => ({ all: [], open: null, apply: () => {} }),
  update(held, transaction) {
    let next = transaction.docChanged ? { ...held, all: [], open: null } : held;
    for (const effect of transaction.effects) {
      if (effect.is(setFixes)) next = { ...next, ...effect.value };
      if (effect.is(openFixes)) next = { ...next, open: effect.value };
    }
    return next;
  },
  provide: (self) => showTooltip.from(self, (held) => (held.open === null ? null : menu(held.open.at, held.open.fixes, held.apply))),
});

/** The fixes of findings, as the field holds them. */
export function fixables(diagnostics: readonly Diagnostic[]): readonly Fixable[] {
  return diagnostics.flatMap(({ range, fixes }) =>
    fixes.map((fix) => ({ from: range.start.offset, to: range.end.offset, fix })),
  );
}

/** Fixes of findings that touch the line of the cursor. */
export function fixesAtCursor(state: EditorState): readonly Fix[] {
  const line = state.doc.lineAt(state.selection.main.head);
  return state.field(field).all.filter(({ from, to }) => from <= line.to && to >= line.from && state.doc.lineAt(from).number === line.number).map(({ fix }) => fix);
}

/** Opens the menu for the line of the cursor; without a fix there, the key is left to others. */
export const showFixesHere: Command = (view) => {
  const fixes = fixesAtCursor(view.state);
  if (fixes.length === 0) return false;
  showFixes(view, view.state.selection.main.head, fixes);
  return true;
};

export function showFixes(view: EditorView, at: number, fixes: readonly Fix[]): void {
  view.dispatch({ effects: openFixes.of({ at, fixes }) });
}

function close(view: EditorView): void {
  view.dispatch({ effects: openFixes.of(null) });
  view.focus();
}

function menu(at: number, fixes: readonly Fix[], apply: (edits: readonly TextEdit[]) => void): Tooltip {
  return {
    pos: at,
    create: (view) => {
      const dom = document.createElement("div");
      dom.className = "cm-fixes";
      dom.setAttribute("role", "menu");
      dom.setAttribute("aria-label", texts.problems.fixes);
      const buttons = fixes.map((fix) => item(view, fix, apply));
      dom.append(...buttons);
      dom.addEventListener("keydown", (event) => {
        const from = buttons.findIndex((button) => button.matches(":focus"));
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step !== undefined) {
          event.preventDefault();
          buttons[(from + step + buttons.length) % buttons.length]?.focus();
        } else if (event.key === "Escape" || event.key === "Tab") {
          event.preventDefault();
          close(view);
        }
      });
      dom.addEventListener("focusout", (event) => {
        if (event.relatedTarget instanceof Node && !dom.contains(event.relatedTarget)) view.dispatch({ effects: openFixes.of(null) });
      });
      return { dom, mount: () => buttons[0]?.focus() };
    },
  };
}

function item(view: EditorView, fix: Fix, apply: (edits: readonly TextEdit[]) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.setAttribute("role", "menuitem");
  const title = document.createElement("span");
  title.append(...quoted(fix.title));
  button.append(title);
  if (fix.safety !== "safe") {
    const note = document.createElement("small");
    note.textContent = texts.problems.unsafe;
    button.append(note);
  }
  const diff = document.createElement("span");
  diff.className = "cm-fix-diff";
  // A fix edits the file that its finding is in.
  const file = fix.edits[0]?.file ?? "";
  for (const { lines } of hunksOf([{ name: file, text: view.state.doc.toString() }], fix.edits)) {
    for (const { sign, text } of lines) {
      const line = document.createElement("span");
      line.className = { "+": "cm-fix-added", "-": "cm-fix-removed", " ": "" }[sign];
      line.textContent = `${sign} ${text}`;
      diff.append(line);
    }
  }
  button.append(diff);
  button.addEventListener("click", () => {
    close(view);
    apply(fix.edits);
  });
  return button;
}

export const fixMenu: Extension = [field, keymap.of([{ key: "Mod-.", run: showFixesHere }, { key: "Alt-Enter", run: showFixesHere }])];
