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

/** So far ahead both texts are searched for the line from which they agree again. */
const AHEAD = 120;

/** Edits of whole lines that make one text out of another; those that differ in few places give few short ones. */
export function differences(file: string, before: string, after: string): readonly TextEdit[] {
  const [old, made] = [linesOf(before), linesOf(after)];
  const edits: TextEdit[] = [];
  let [at, to, offset] = [0, 0, 0];
  while (at < old.length || to < made.length) {
    if (old[at] === made[to]) {
      offset += old[at]?.length ?? 0;
      [at, to] = [at + 1, to + 1];
      continue;
    }
    const [gone, come] = untilTheyAgree(old, made, at, to);
    const taken = old.slice(at, at + gone).join("");
    edits.push({
      file,
      range: {
        start: { offset, line: at + 1, column: 1 },
        end: { offset: offset + taken.length, line: at + 1 + gone, column: 1 },
      },
      newText: made.slice(to, to + come).join(""),
    });
    offset += taken.length;
    [at, to] = [at + gone, to + come];
  }
  return edits;
}

/** Lines with what ends them. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** How many lines on each side differ. Two lines in turn have to agree: one, such as a bracket, stands anywhere. */
function untilTheyAgree(old: readonly string[], made: readonly string[], at: number, to: number): readonly [number, number] {
  for (let both = 1; both <= AHEAD; both += 1) {
    for (let gone = 0; gone <= both; gone += 1) {
      const [one, other] = [at + gone, to + both - gone];
      if (one > old.length || other > made.length) continue;
      if (old[one] === made[other] && old[one + 1] === made[other + 1]) return [gone, both - gone];
    }
  }
  return [old.length - at, made.length - to];
}

function positionAt(text: string, offset: number): Range["start"] {
  const above = text.slice(0, offset);
  return { offset, line: above.split("\n").length, column: offset - above.lastIndexOf("\n") };
}
