/** What can be gone to, and which of it a text means. */

/** A way to something. */
export interface Entry {
  readonly kind: "view" | "node" | "finding" | "daemonSet" | "file" | "example" | "theme" | "action";
  readonly name: string;
  /** What it is, beside the name. */
  readonly about: string;
  readonly go: () => void;
}

/** Those that hold every word of the text, names that begin with it first; at most so many. */
export function matching(entries: readonly Entry[], text: string, most: number): { readonly found: readonly Entry[]; readonly all: number } {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const ranked: Entry[][] = [[], [], []];
  let all = 0;
  for (const entry of entries) {
    const rank = rankOf(entry, words);
    if (rank === undefined) continue;
    all += 1;
    const own = ranked[rank];
    if (own !== undefined && own.length < most) own.push(entry);
  }
  return { found: ranked.flat().slice(0, most), all };
}

/** 0: the name begins with it; 1: the name has it; 2: the rest has it. */
function rankOf({ name, about, kind }: Entry, words: readonly string[]): 0 | 1 | 2 | undefined {
  if (words.length === 0) return 1;
  const own = name.toLowerCase();
  const whole = `${own} ${about.toLowerCase()} ${kind.toLowerCase()}`;
  if (!words.every((word) => whole.includes(word))) return undefined;
  if (own.startsWith(words[0] ?? "")) return 0;
  return words.every((word) => own.includes(word)) ? 1 : 2;
}
