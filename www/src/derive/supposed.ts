/** What is supposed on the page, as the core gets it. */

import type { NodesAnswer, TextEdit } from "everynode";
import type { Text } from "../answer/held";
import type { ManifestChange, NodeChange, SourceFile, WhatIf } from "../state/state";
import { editedText, editsByFile } from "./edits";
import { touches } from "./findings";
import { manifestsOf } from "./whatIf";

/** What is supposed of nodes and texts; the same key, the same answer. */
export interface Supposed {
  readonly key: string;
  readonly nodes: readonly NodeChange[];
  /** Files that are others then. */
  readonly files: readonly Text[];
}

/** A name that no file of a person has. */
const SUPPOSED = "\u0000supposed";

export function isNodeChange(change: WhatIf): change is NodeChange {
  return change.kind !== "edit";
}

/** Whether the files are still those that a change was thought of for. */
export function fits({ edits, files }: ManifestChange, now: readonly SourceFile[]): boolean {
  return [...editsByFile(edits).keys()].every(
    (name) => files.find((file) => file.name === name)?.text === now.find((file) => file.name === name)?.text,
  );
}

/** Of two changes of one stretch the first one counts. */
export function supposedFiles(files: readonly SourceFile[], all: readonly WhatIf[]): readonly { readonly name: string; readonly text: string }[] {
  const made: TextEdit[] = [];
  for (const change of all) {
    if (isNodeChange(change) || !fits(change, files)) continue;
    const taken = change.edits.some((edit) => made.some((other) => other.file === edit.file && touches(edit, other)));
    if (!taken) made.push(...change.edits);
  }
  return [...editsByFile(made)].flatMap(([name, own]) => {
    const file = files.find((each) => each.name === name);
    return file === undefined || file.attached !== undefined ? [] : [{ name, text: editedText(file.text, own) }];
  });
}

export function supposedOf(texts: number, files: readonly SourceFile[], all: readonly WhatIf[]): Supposed {
  const nodes = all.filter(isNodeChange);
  const edited = supposedFiles(files, all);
  return { key: JSON.stringify([texts, nodes, edited]), nodes, files: edited };
}

/** The texts as they are supposed to be. Of several Nodes of one name the last one counts. */
export function supposedTexts(files: readonly Text[], { nodes, files: edited }: Supposed, known: NodesAnswer | null): readonly Text[] {
  const texts = files.map((file) => edited.find(({ name }) => name === file.name) ?? file);
  return nodes.length === 0 || known === null ? texts : [...texts, { name: SUPPOSED, text: manifestsOf(known, nodes) }];
}
