/** How many objects each file holds, by kind. An answer lists so many one by one, and counts the rest. */

import type { LintAnswer } from "everynode";

export interface KindCount {
  readonly kind: string;
  readonly count: number;
  /** There may be more of it. */
  readonly more: boolean;
}

/** `last`: the file whose objects come last. Where the list ends in it, what the others do not hold is its own. */
export function objectsByFile({ counts, objects }: LintAnswer, last: string | undefined): ReadonlyMap<string, readonly KindCount[]> {
  const found = new Map<string, Map<string, number>>();
  for (const { kind, file } of objects) {
    const own = found.get(file) ?? new Map<string, number>();
    found.set(file, own.set(kind, (own.get(kind) ?? 0) + 1));
  }
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const cut = objects.length < all ? objects[objects.length - 1] : undefined;
  if (cut !== undefined && cut.file === last) {
    const others = [...found].filter(([file]) => file !== last).map(([, own]) => own);
    const rest = counts.map(({ kind, count }): [string, number] => [kind, others.reduce((left, own) => left - (own.get(kind) ?? 0), count)]);
    found.set(last, new Map(rest.filter(([, count]) => count > 0)));
  }
  const isMore = (file: string, kind: string) => file !== last && file === cut?.file && kind === cut.kind;
  return new Map([...found].map(([file, own]) => [file, [...own].map(([kind, count]) => ({ kind, count, more: isMore(file, kind) }))]));
}
