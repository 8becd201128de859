/** What edits change, as lines taken away and lines added, with one line around them. */

import type { TextEdit } from "everynode";
import { editedText, editsByFile } from "./edits";
import { lineEnd, lineStart } from "./lines";

export interface DiffLine {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/** Lines of one file that change together. */
export interface Hunk {
  readonly file: string;
  /** Number of the first line that is shown. */
  readonly line: number;
  readonly lines: readonly DiffLine[];
}

const AROUND = 1;

export function hunksOf(files: readonly { readonly name: string; readonly text: string }[], edits: readonly TextEdit[]): readonly Hunk[] {
  return [...editsByFile(edits)].flatMap(([name, own]) => {
    const file = files.find((each) => each.name === name);
    return file === undefined ? [] : together(own).map((near) => hunk(file, near));
  });
}

/** Edits whose lines are neighbours. */
function together(edits: readonly TextEdit[]): readonly (readonly TextEdit[])[] {
  const inOrder = [...edits].sort((one, other) => one.range.start.offset - other.range.start.offset);
  const found: TextEdit[][] = [];
  let last = -Infinity;
  for (const edit of inOrder) {
    if (edit.range.start.line > last + 2 * AROUND) found.push([edit]);
    else found[found.length - 1]?.push(edit);
    last = Math.max(last, edit.range.end.line);
  }
  return found;
}

function hunk({ name, text }: { readonly name: string; readonly text: string }, edits: readonly TextEdit[]): Hunk {
  const first = edits[0]?.range.start ?? { offset: 0, line: 1, column: 1 };
  const end = Math.max(...edits.map(({ range }) => range.end.offset));
  // Whole lines, and one before and after.
  let from = lineStart(text, first.offset);
  let line = first.line;
  if (from > 0) {
    from = lineStart(text, from - 1);
    line -= 1;
  }
  let to = lineEnd(text, end);
  if (to < text.length) to = lineEnd(text, to + 1);
  const before = text.slice(from, to).split("\n");
  const moved = edits.map((edit) => ({
    ...edit,
    range: {
      start: { ...edit.range.start, offset: edit.range.start.offset - from },
      end: { ...edit.range.end, offset: edit.range.end.offset - from },
    },
  }));
  const after = editedText(text.slice(from, to), moved).split("\n");
  return { file: name, line, lines: compared(before, after) };
}

/** A fix touches a handful of lines: the longest common run of lines by the plain table. */
const TABLE = 400;

export function compared(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const line = (sign: DiffLine["sign"]) => (text: string): DiffLine => ({ sign, text: text.replace(/\r$/, "") });
  if (before.length > TABLE || after.length > TABLE) return [...before.map(line("-")), ...after.map(line("+"))];
  // Longest common subsequence from each pair of places on.
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let at = before.length - 1; at >= 0; at -= 1) {
    for (let to = after.length - 1; to >= 0; to -= 1) {
      longest[at * width + to] =
        before[at] === after[to]
          ? (longest[(at + 1) * width + to + 1] ?? 0) + 1
          : Math.max(longest[(at + 1) * width + to] ?? 0, longest[at * width + to + 1] ?? 0);
    }
  }
  const lines: DiffLine[] = [];
  let at = 0;
  let to = 0;
  while (at < before.length || to < after.length) {
    if (at < before.length && to < after.length && before[at] === after[to]) {
      lines.push(line(" ")(before[at] ?? ""));
      at += 1;
      to += 1;
    } else if (at < before.length && (to >= after.length || (longest[(at + 1) * width + to] ?? 0) >= (longest[at * width + to + 1] ?? 0))) {
      lines.push(line("-")(before[at] ?? ""));
      at += 1;
    } else {
      lines.push(line("+")(after[to] ?? ""));
      to += 1;
    }
  }
  return lines;
}
