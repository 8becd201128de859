/** Words of other people as Markdown in which they are text and nothing else. */

/** Text in which only what stands between backticks is code, and nothing else is markup. */
export function plain(text: string): string {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return escaped(text);
  return parts.map((part, at) => (at % 2 === 1 ? code(part) : escaped(part))).join("");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~@]/g, "\\$&").replace(/\s+/g, " ");
}

export function code(text: string): string {
  const one = text.replace(/\s+/g, " ");
  const ticks = "`".repeat(longestRun(one) + 1);
  return ticks === "`" ? `${ticks}${one}${ticks}` : `${ticks} ${one} ${ticks}`;
}

/** For a cell of a table, where a stroke ends the cell even in code. */
export function cell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, "\\|");
}

/** A block that nothing in the text can end. */
export function fence(text: string, language: string): string {
  const ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}${language}\n${text.replace(/\r?\n$/, "")}\n${ticks}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return longest;
}
