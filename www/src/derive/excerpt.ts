/** Lines of a text too large for the editor, out of its bytes. */

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly hit: boolean;
}

const AROUND = 12;
const NEWLINE = 10;
/** Longer lines are cut. */
const LONGEST = 400;

/** Lines `first` to `last`, from 1, with some around them. */
export function excerptOf(bytes: Uint8Array, first: number, last: number): readonly ExcerptLine[] {
  const begin = Math.max(1, first - AROUND);
  const end = Math.min(last, first + AROUND) + AROUND;
  let from = 0;
  for (let line = 1; line < begin; line += 1) {
    const next = bytes.indexOf(NEWLINE, from);
    if (next < 0) return [];
    from = next + 1;
  }
  const lines: ExcerptLine[] = [];
  const decoder = new TextDecoder();
  for (let number = begin; number <= end && from < bytes.length; number += 1) {
    const next = bytes.indexOf(NEWLINE, from);
    const to = next < 0 ? bytes.length : next;
    const text = decoder.decode(bytes.subarray(from, Math.min(to, from + LONGEST))).replace(/\r$/, "");
    lines.push({ number, text, hit: number >= first && number <= last });
    from = to + 1;
  }
  return lines;
}
