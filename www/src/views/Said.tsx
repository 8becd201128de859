import type { ComponentChildren } from "preact";

/** Keys and taints are long: they break after `/`, `=` and `:` before they break anywhere. */
function breakable(text: string): ComponentChildren {
  return text.split(/(?<=[/=:])/).map((part, at) => (at === 0 ? part : [<wbr key={at} />, part]));
}

/** A sentence of the core. What stands between backticks is quoted from the input and becomes `<code>`, as text. */
export function Said({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // An odd backtick out is part of the text.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code>{breakable(part)}</code> : part))}</>;
}
