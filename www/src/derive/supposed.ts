/** What is supposed on the page, as the core gets it. */

import type { LintAnswer, NodesAnswer, TextEdit } from "everynode";
import type { Text } from "../answer/held";
import type { ManifestChange, NodeChange, SourceFile, WhatIf } from "../state/state";
import { editedText, editsByFile } from "./edits";
import { touches } from "./findings";
import { deletedNodes, manifestsOf } from "./whatIf";

/** What is supposed of nodes and texts; the same key, the same answer. */
export interface Supposed {
  readonly key: string;
  readonly nodes: readonly NodeChange[];
  /** Of manifests that are others then. */
  readonly edits: readonly TextEdit[];
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

export function supposedOf(texts: number, files: readonly SourceFile[], all: readonly WhatIf[]): Supposed {
  const nodes = all.filter(isNodeChange);
  const edits = all.flatMap((change) => (isNodeChange(change) || !fits(change, files) ? [] : [change.edits]));
  const kept = withoutTouching(edits);
  return { key: JSON.stringify([texts, nodes, kept]), nodes, edits: kept };
}

/** Of two changes of one stretch the first one counts. */
function withoutTouching(changes: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const made: TextEdit[] = [];
  for (const edits of changes) {
    if (!edits.some((edit) => made.some((other) => other.file === edit.file && touches(edit, other)))) made.push(...edits);
  }
  return made;
}

/** The texts as they are supposed to be. Of several Nodes of one name the last one counts, and one that is gone leaves `{}` behind. */
export function supposedTexts(files: readonly Text[], { nodes, edits }: Supposed, known: NodesAnswer | null, lint: LintAnswer): readonly Text[] {
  const gone = deletedNodes(nodes);
  const removed = lint.objects.flatMap(({ kind, name, file, range }) => (kind === "Node" && gone.has(name) ? [{ file, range, newText: "{}" }] : []));
  const byFile = editsByFile([...edits, ...removed]);
  const texts = files.map((file) => {
    const own = byFile.get(file.name);
    if (own === undefined) return file;
    return { name: file.name, text: editedText(typeof file.text === "string" ? file.text : new TextDecoder().decode(file.text), own) };
  });
  return nodes.length === 0 || known === null ? texts : [...texts, { name: SUPPOSED, text: manifestsOf(known, nodes) }];
}
