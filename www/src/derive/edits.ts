/** Edits of texts, as the core gives them: they do not overlap, and mean the text before all of them. */

import type { TextEdit } from "everynode";

/** The text once all edits are made; those of other files are left out by whoever calls. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((one, other) => one.range.start.offset - other.range.start.offset);
  let made = "";
  let from = 0;
  for (const { range, newText } of inOrder) {
    made += text.slice(from, range.start.offset) + newText;
    from = range.end.offset;
  }
  return made + text.slice(from);
}

export function editsByFile(edits: readonly TextEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const own = byFile.get(edit.file);
    if (own === undefined) byFile.set(edit.file, [edit]);
    else own.push(edit);
  }
  return byFile;
}
