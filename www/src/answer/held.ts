/** A workspace of the worker, and what it was told. */

import type { Options } from "everynode";
import type { Workspace } from "everynode/worker";

export interface Text {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Brings a workspace to the texts that are wanted, and tells it no more than what differs. */
export class Held {
  readonly workspace: Workspace;
  #texts = new Map<string, string | Uint8Array>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  bring(texts: readonly Text[], options: Options): void {
    const { workspace } = this;
    const names = new Set(texts.map(({ name }) => name));
    const kept = [...this.#texts.keys()].filter((name) => names.has(name));
    // A workspace keeps the order in which names came, and of several objects of one name the last one counts.
    const inOrder = kept.every((name, at) => name === texts[at]?.name);
    for (const name of this.#texts.keys()) if (!inOrder || !names.has(name)) workspace.removeFile(name);
    for (const { name, text } of texts) if (!inOrder || this.#texts.get(name) !== text) workspace.setFile(name, text);
    workspace.setOptions(options);
    this.#texts = new Map(texts.map(({ name, text }) => [name, text]));
  }
}
