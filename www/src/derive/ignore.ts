/** The comment that puts a finding aside, where the core reads it: above the line that the finding begins on, or on it. */

import type { Diagnostic, TextEdit } from "everynode";
import { lineEnd, lineStart } from "./lines";

/** The edit that writes it; undefined where the text takes no comment there. */
export function ignoreEdit(text: string, { rule, file, range: { start } }: Diagnostic, reason: string): TextEdit | undefined {
  if (file.endsWith(".json") || /^\s*[[{]/.test(text)) return undefined;
  const from = lineStart(text, start.offset);
  const line = text.slice(from, lineEnd(text, start.offset)).replace(/\r$/, "");
  const indent = line.length - line.trimStart().length;
  if (inBlockScalar(text, from, indent)) return undefined;
  const comment = `# everynode: ignore ${rule} ${reason.replace(/\s+/g, " ").trim()}`.trimEnd();
  // Comments above are passed over, so one about a comment stands behind it.
  const behind = line.trimStart().startsWith("#");
  const column = behind ? line.length : 0;
  const place = { offset: from + column, line: start.line, column: column + 1 };
  const newText = behind ? ` ${comment}` : `${" ".repeat(indent)}${comment}\n`;
  return { file, range: { start: place, end: place }, newText };
}

const LOOKED_AT = 500;

/** Inside of `|` and `>` a comment is text. The first line above that is less indented says which it is. */
function inBlockScalar(text: string, from: number, indent: number): boolean {
  let end = from - 1;
  for (let looked = 0; looked < LOOKED_AT && end > 0; looked += 1) {
    const start = lineStart(text, end);
    const line = text.slice(start, end).replace(/\r$/, "");
    end = start - 1;
    if (line.trim() === "") continue;
    const own = line.length - line.trimStart().length;
    if (own < indent) return /(^|[\s:-])[|>][-+0-9]*\s*(#.*)?$/.test(line);
  }
  return false;
}
