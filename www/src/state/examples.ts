/** The examples: titles and texts from `examples/index.json`, manifests from the files beside it. */

import index from "../../examples/index.json";

export interface Example {
  readonly id: string;
  readonly title: string;
  /** Two sentences: what there is, and what to see in it. */
  readonly about: string;
  /** The moment its ages are counted to. */
  readonly now: string;
  readonly daemonSet?: string;
  readonly node?: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

const texts = import.meta.glob<string>("../../examples/*/*.yaml", { query: "?raw", import: "default", eager: true });

export const examples: readonly Example[] = index.examples.map((entry) => ({
  ...entry,
  now: index.now,
  files: entry.files.map((name) => ({ name, text: texts[`../../examples/${entry.id}/${name}`] ?? "" })),
}));
