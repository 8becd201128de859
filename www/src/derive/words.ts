/** Sentences of the core, taken apart for display. */

/** The first sentence and the rest. A full stop between backticks ends nothing. */
export function firstSentence(text: string): readonly [string, string] {
  const found = /^((?:`[^`]*`|[^`])*?[.:])\s+(.*)$/s.exec(text);
  return found === null ? [text, ""] : [found[1] ?? text, found[2] ?? ""];
}
