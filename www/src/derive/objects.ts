/** What the list of objects in an answer leaves out. */

import type { LintAnswer } from "everynode";

/** The file that has more objects than the answer lists one by one: the last one listed, where the list was cut. */
export function cutFile({ counts, objects }: LintAnswer): string | undefined {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return objects.length < all ? objects[objects.length - 1]?.file : undefined;
}
