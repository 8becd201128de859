/** Texts about what is kept, shared and written to files. */

import { count, list } from "./words";

export const keepTexts = {
  keeping: {
    /** Under the editor. */
    redacts: (values: number) => `${count(values, "secret value")}: kept and shared as REDACTED`,
    keptRedacted: (files: readonly string[]) =>
      `${list(files)} ${files.length === 1 ? "holds" : "hold"} Secrets or tokens: for the next visit, REDACTED is kept in their place.`,
    restored: (redacted: readonly string[], missing: readonly string[]) =>
      [
        ...(redacted.length === 0 ? [] : [`Secrets and tokens of ${list(redacted)} were not kept from the last visit: REDACTED stands in their place.`]),
        ...(missing.length === 0 ? [] : [`${list(missing)} ${missing.length === 1 ? "was" : "were"} not kept from the last visit: attached files never are.`]),
      ].join(" "),
  },
} as const;
