/** Names as they fit into a tile: what all of them share says nothing. */

export interface ShownNames {
  /** Length of what is hidden at the end of every name. */
  readonly hidden: number;
  /** Length of the longest shown name, within what a tile can be wide. */
  readonly longest: number;
}

const WIDEST = 26;

/** Nodes are often named by their DNS names: the domain is hidden when all share it. */
export function shownNames(names: readonly string[]): ShownNames {
  const domainOf = (name: string) => (name.includes(".") ? name.slice(name.indexOf(".")) : "");
  const domain = domainOf(names[0] ?? "");
  const hidden = names.length > 1 && names.every((name) => domainOf(name) === domain) ? domain.length : 0;
  let longest = 0;
  for (const name of names) longest = Math.max(longest, name.length - hidden);
  return { hidden, longest: Math.min(longest, WIDEST) };
}

const sharedStarts = new WeakMap<readonly string[], string>();

/** `eu-central-1`, `eu-central-2` share `eu-central-`: what all values but the empty one start with, up to a hyphen. */
export function sharedStart(values: readonly string[]): string {
  const known = sharedStarts.get(values);
  if (known !== undefined) return known;
  const named = values.filter((value) => value !== "");
  let shared = named.length > 1 ? (named[0] ?? "") : "";
  for (const value of named) {
    while (!value.startsWith(shared)) shared = shared.slice(0, -1);
  }
  shared = shared.slice(0, shared.lastIndexOf("-") + 1);
  // A value that is nothing else stays whole.
  if (named.includes(shared)) shared = "";
  sharedStarts.set(values, shared);
  return shared;
}
