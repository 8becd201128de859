/** A sentence of the core. What stands between backticks is quoted from the input and becomes `<code>`, as text. */
export function Said({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // An odd backtick out is part of the text.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</>;
}
