/** The marker pen: the clause that the card talks about, lit in the text, with the other side's value behind it. */

import { RangeSet, StateEffect, StateField, type EditorState } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, WidgetType, gutterLineClass, type DecorationSet } from "@codemirror/view";

export interface Lit {
  readonly from: number;
  readonly to: number;
  readonly note?: string;
}

class Note extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  override eq(other: Note): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const note = document.createElement("span");
    note.className = "cm-note";
    note.append(...quoted(this.text));
    return note;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** What stands between backticks becomes `<code>`; everything is text. */
export function quoted(text: string): readonly Node[] {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return [document.createTextNode(text)];
  return parts.map((part, at) => {
    if (at % 2 === 0) return document.createTextNode(part);
    const code = document.createElement("code");
    code.textContent = part;
    return code;
  });
}

const line = Decoration.line({ class: "cm-lit" });

const number = new (class extends GutterMarker {
  override elementClass = "cm-lit-number";
})();

export const setLit = StateEffect.define<Lit | null>();

interface Marks {
  readonly lines: DecorationSet;
  readonly numbers: RangeSet<GutterMarker>;
}

const none: Marks = { lines: Decoration.none, numbers: RangeSet.empty };

/** Line numbers, from 1, of the first and the last lit line. */
export function litLines(state: EditorState, { from, to }: Lit): { readonly first: number; readonly last: number } {
  const end = Math.min(to, state.doc.length);
  const first = state.doc.lineAt(Math.min(from, end)).number;
  const lastLine = state.doc.lineAt(end);
  return { first, last: lastLine.from === end && lastLine.number > first ? lastLine.number - 1 : lastLine.number };
}

/** The note stands behind the line that holds the value it answers, else behind the last one. */
function noteLine(state: EditorState, first: number, last: number): number {
  for (let at = first; at <= last; at += 1) {
    if (/^\s*(?:- )?value:/.test(state.doc.line(at).text)) return at;
  }
  return last;
}

function draw(state: EditorState, lit: Lit): Marks {
  const { first, last } = litLines(state, lit);
  const noted = noteLine(state, first, last);
  const lines = [];
  const numbers = [];
  for (let at = first; at <= last; at += 1) {
    const { from, to } = state.doc.line(at);
    lines.push(line.range(from));
    numbers.push(number.range(from));
    if (at === noted && lit.note !== undefined)
      lines.push(Decoration.widget({ widget: new Note(lit.note), side: 1 }).range(to));
  }
  return { lines: Decoration.set(lines), numbers: RangeSet.of(numbers) };
}

const field = StateField.define<Marks>({
  create: () => none,
  update(marks, transaction) {
    let next = transaction.docChanged
      ? { lines: marks.lines.map(transaction.changes), numbers: marks.numbers.map(transaction.changes) }
      : marks;
    for (const effect of transaction.effects) {
      if (effect.is(setLit)) next = effect.value === null ? none : draw(transaction.state, effect.value);
    }
    return next;
  },
  provide: (self) => [
    EditorView.decorations.from(self, (marks) => marks.lines),
    gutterLineClass.from(self, (marks) => marks.numbers),
  ],
});

export const marks = field;
