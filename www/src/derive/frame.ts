/** The lines around a finding, with the stretch that it is about. */

import type { Range } from "everynode";

export interface FrameLine {
  readonly number: number;
  readonly hit: boolean;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const AROUND = 1;
/** A finding about a whole document is shown by its first lines. */
const AT_MOST = 6;
const LONGEST = 240;

export function frameOf(text: string, range: Range): readonly FrameLine[] {
  const first = Math.max(1, range.start.line - AROUND);
  const last = Math.min(range.end.line + AROUND, range.start.line + AT_MOST - 1);
  const lines = linesOf(text, first, last);
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length),
  );
  const cut = Number.isFinite(indent) ? indent : 0;
  return lines.map((line, at) => {
    const number = first + at;
    const hit =
      number >= range.start.line &&
      number <= range.end.line &&
      !(number === range.end.line && range.end.column === 1 && number > range.start.line);
    const from = Math.max(
      cut,
      hit && number === range.start.line ? range.start.column - 1 : line.length - line.trimStart().length,
    );
    const to = Math.max(from, Math.min(LONGEST, number === range.end.line ? range.end.column - 1 : line.length));
    return hit
      ? { number, hit, before: line.slice(cut, from), marked: line.slice(from, to), after: line.slice(to, LONGEST) }
      : { number, hit, before: line.slice(cut, LONGEST), marked: "", after: "" };
  });
}

/** Lines `first` to `last`, from 1, without splitting the whole text. */
function linesOf(text: string, first: number, last: number): readonly string[] {
  let from = 0;
  for (let number = 1; number < first; number += 1) {
    const end = text.indexOf("\n", from);
    if (end < 0) return [];
    from = end + 1;
  }
  const lines: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const end = text.indexOf("\n", from);
    lines.push((end < 0 ? text.slice(from) : text.slice(from, end)).replace(/\r$/, ""));
    if (end < 0) break;
    from = end + 1;
  }
  return lines;
}
