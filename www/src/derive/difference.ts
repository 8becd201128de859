import type { Range, TextEdit } from "everynode";

/** The one edit that makes one text out of another. */
export function difference(file: string, before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  const range = { start: positionAt(before, start), end: positionAt(before, before.length - end) };
  return { file, range, newText: after.slice(start, after.length - end) };
}

function positionAt(text: string, offset: number): Range["start"] {
  const above = text.slice(0, offset);
  return { offset, line: above.split("\n").length, column: offset - above.lastIndexOf("\n") };
}
