/** The lines around a finding, with the stretch that it is about. */

import type { Range } from "everynode";
import { lineStart } from "./lines";

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

export function frameOf(text: string, range: Range, around = AROUND): readonly FrameLine[] {
  const first = Math.max(1, range.start.line - around);
  const last = Math.min(range.end.line + around, range.start.line + AT_MOST - 1);
  const lines = linesOf(text, range.start, first, last);
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

/** Lines `first` to `last`, from 1, found from a place near them. */
function linesOf(text: string, near: Range["start"], first: number, last: number): readonly string[] {
  let from = lineStart(text, near.offset);
  for (let number = near.line; number > first; number -= 1) from = lineStart(text, from - 1);
  const lines: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const end = text.indexOf("\n", from);
    lines.push((end < 0 ? text.slice(from) : text.slice(from, end)).replace(/\r$/, ""));
    if (end < 0) break;
    from = end + 1;
  }
  return lines;
}
