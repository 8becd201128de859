/** Sentences of the core, taken apart for display. */

/** The first sentence and the rest. A full stop between backticks ends nothing. */
export function firstSentence(text: string): readonly [string, string] {
  const found = /^((?:`[^`]*`|[^`])*?[.:])\s+(.*)$/s.exec(text);
  return found === null ? [text, ""] : [found[1] ?? text, found[2] ?? ""];
}

/** The API server's messages start with the field that they are about. */
const FIELD = /^[a-z]\w*[.[:]/;

/** Messages start in lower case; standing alone they start with a capital, unless a quotation or a field comes first. */
export function capital(message: string): string {
  return FIELD.test(message) ? message : message.charAt(0).toUpperCase() + message.slice(1);
}
