/**
 * The examples: titles and descriptions from `examples/index.json`, manifests from the files beside it. What comes of each, and of
 * what it invites to, is in `tests/examples/expected.json`.
 */

import index from "../../examples/index.json";
import type { ViewId } from "./state";

export interface Example {
  readonly id: string;
  readonly title: string;
  /** Two sentences: what there is, and what to see in it. */
  readonly about: string;
  /** What to change, and what comes of it. */
  readonly tryThis: string;
  /** The same as an edit: the one place of a file where a text stands, and what is written there. */
  readonly edit: { readonly file: string; readonly replace: string; readonly with: string };
  /** The moment its ages are counted to. */
  readonly now: string;
  readonly daemonSet?: string;
  readonly node?: string;
  /** The view that shows it. */
  readonly view?: ViewId;
  /** Names of its files. */
  readonly files: readonly string[];
  /** Nodes that are generated, and the file of the DaemonSet whose Pods run on them. */
  readonly fleet?: { readonly nodes: number; readonly daemonSet: string };
}

export interface ExampleFile {
  readonly name: string;
  readonly text: string;
}

type Entry = Omit<Example, "now">;

/** Those of the first example come with the page; the others are loaded when somebody asks for them. */
const firstTexts = import.meta.glob<string>("../../examples/gpu-nodes-left-out/*.yaml", { query: "?raw", import: "default", eager: true });

export const examples: readonly Example[] = (index.examples as readonly Entry[]).map(
  (entry) => ({ ...entry, now: index.now }),
);

/** The files of the first example. */
export const firstFiles: readonly ExampleFile[] = examples.slice(0, 1).flatMap((example) => pick(example, firstTexts));

export async function filesOf(example: Example): Promise<readonly ExampleFile[]> {
  const { texts, fleet } = await import("./exampleTexts");
  const files = pick(example, texts);
  return example.fleet === undefined ? files : [...files, ...fleet(files, example.fleet)];
}

function pick({ id, files }: Example, texts: Readonly<Record<string, string>>): readonly ExampleFile[] {
  return files.map((name) => ({ name, text: texts[`../../examples/${id}/${name}`] ?? "" }));
}

/** The nodes of the first example, for manifests that come without any. */
export const exampleNodes = nodesOf(firstFiles);

function nodesOf(files: readonly ExampleFile[]): (ExampleFile & { readonly count: number }) | undefined {
  const file = files.find(({ name }) => name === "nodes.yaml");
  return file === undefined ? undefined : { ...file, count: file.text.match(/^kind: Node$/gm)?.length ?? 0 };
}
