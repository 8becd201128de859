/** Texts about what is kept, shared and written to files, ready for translation. */

import type { RedactedKind } from "../share/redact";

const list = (names: readonly string[]) => new Intl.ListFormat("en").format(names);
const count = (value: number, one: string, many = `${one}s`) => `${new Intl.NumberFormat("en").format(value)} ${value === 1 ? one : many}`;

const kinds: Readonly<Record<RedactedKind, readonly [one: string, many: string]>> = {
  secretData: ["value of a Secret", "values of Secrets"],
  privateKey: ["private key", "private keys"],
  password: ["password", "passwords"],
  token: ["token", "tokens"],
};

export const keeping = {
  /** Under the editor. */
  redacts: (values: number) => `${count(values, "secret value")}: kept and shared as REDACTED`,
  keptRedacted: (files: readonly string[]) =>
    `${list(files)} ${files.length === 1 ? "holds" : "hold"} Secrets or tokens: for the next visit they are kept as REDACTED.`,
  restored: (redacted: readonly string[], missing: readonly string[]) =>
    [
      ...(redacted.length === 0 ? [] : [`Secrets and tokens of ${list(redacted)} were not kept from the last visit: REDACTED stands in their place.`]),
      ...(missing.length === 0 ? [] : [`${list(missing)} ${missing.length === 1 ? "was" : "were"} attached and not kept from the last visit.`]),
    ].join(" "),
  kinds: (kind: RedactedKind, values: number) => count(values, ...kinds[kind]),
} as const;
