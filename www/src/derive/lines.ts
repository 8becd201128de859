/** Where lines of a text begin and end. */

/** Offset of the first letter of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset behind the last letter of the line that an offset is in: of its line feed, or of the end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
