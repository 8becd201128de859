/** How numbers, lists and durations are written, in every text. */

const numbers = new Intl.NumberFormat("en");
export const number = (value: number) => numbers.format(value);
export const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
export const list = (names: readonly string[]) => new Intl.ListFormat("en").format(names);

export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `3 min 10 s`, `1 h 4 min` */
export function duration(seconds: number): string {
  const parts = ([[Math.floor(seconds / 3600), "h"], [Math.floor(seconds / 60) % 60, "min"], [seconds % 60, "s"]] as const)
    .filter(([value]) => value > 0)
    .slice(0, 2);
  return parts.length === 0 ? "at once" : parts.map(([value, unit]) => `${value} ${unit}`).join(" ");
}

/** `` `a`, `b` and `c` ``, or how many there are. */
export function someOf(names: readonly string[], all: number): string {
  return all <= names.length ? list(names.map((name) => `\`${name}\``)) : count(all, "node");
}
