/** Asks the page's one worker for what an element shows. Every element has its workspace there. */

import type { LintAnswer, NodesAnswer, PlaceAnswer } from "everynode";
import { Workspace } from "everynode/worker";
import { choose } from "../answer/choose";
import type { Played, Trouble } from "../answer/protocol";
import { questionOf } from "../derive/scenario";
import type { SourceFile, State } from "../state/state";
import type { Store } from "../state/store";

/** Without a word about progress, a question is given up after this. */
const PATIENCE_MS = 30_000;

export class Asking {
  readonly #store: Store;
  readonly #workspace = new Workspace();
  #held: readonly SourceFile[] = [];
  #texts = 0;
  #about: { readonly texts: number; readonly lint: LintAnswer; readonly place: PlaceAnswer; readonly nodes: NodesAnswer } | null = null;
  #course: Played | null = null;
  #running = false;
  #again = false;
  /** These texts made the core stop; they are not asked about again. */
  #refused = -1;
  #stop: AbortController | null = null;
  #ended = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The number of the texts last asked for; an answer with this number is about what is held. */
  get texts(): number {
    return this.#texts;
  }

  /** Another state: asks what it needs, after what is asked at the moment. */
  async ask(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again && !this.#ended) {
      this.#again = false;
      await this.#once(this.#store.shown.state);
    }
    this.#running = false;
  }

  /** Ends the update that is being played. */
  stop(): void {
    this.#stop?.abort();
  }

  end(): void {
    this.#ended = true;
    this.stop();
    this.#workspace.dispose();
  }

  /** Brings the worker's files to those of the state. */
  #bring(files: readonly SourceFile[]): void {
    if (files.length === this.#held.length && files.every((file, at) => file === this.#held[at])) return;
    this.#texts += 1;
    const names = new Set(files.map(({ name }) => name));
    for (const { name } of this.#held) if (!names.has(name)) this.#workspace.removeFile(name);
    for (const file of files) if (!this.#held.includes(file)) this.#workspace.setFile(file.name, file.attached ?? file.text);
    this.#held = files;
  }

  async #once(state: State): Promise<void> {
    this.#bring(state.files);
    const texts = this.#texts;
    if (texts === this.#refused || state.files.length === 0) return;
    const patience = new AbortController();
    this.#stop = patience;
    let timer = setTimeout(() => patience.abort(new DOMException("", "TimeoutError")), PATIENCE_MS);
    const began = performance.now();
    const { signal } = patience;
    try {
      if (this.#about?.texts !== texts) {
        this.#workspace.setOptions({ now: state.now ?? new Date().toISOString() });
        const [lint, place, nodes] = await Promise.all([
          this.#workspace.lint({}, { signal }),
          this.#workspace.place({ signal }),
          this.#workspace.nodes({ signal }),
        ]);
        this.#about = { texts, lint, place, nodes };
      }
      const { lint, place, nodes } = this.#about;
      const chosen = choose(place, state);
      const explained = chosen?.node == null ? null : await this.#workspace.explain({ daemonSet: chosen.daemonSet, node: chosen.node }, { signal });
      if (state.view === "rollout" && chosen !== null) {
        const question = { ...questionOf(state.suppose), daemonSet: chosen.daemonSet };
        const key = JSON.stringify([texts, question]);
        if (this.#course?.key !== key) {
          const found = await this.#workspace.rollout(question, {
            signal,
            onProgress: (progress) => {
              clearTimeout(timer);
              timer = setTimeout(() => patience.abort(new DOMException("", "TimeoutError")), PATIENCE_MS);
              this.#store.played({ progress, stopped: false });
            },
          });
          this.#course = found.found ? { key, texts, found } : null;
        }
      }
      this.#store.played(null);
      if (texts !== this.#texts || this.#ended) return;
      const explain = explained?.found === true ? explained : null;
      const milliseconds = performance.now() - began;
      this.#store.answered({ texts, lint, place, chosen, explain, course: this.#course, nodes, supposed: null, milliseconds });
    } catch (error) {
      this.#store.played(null);
      if (this.#ended || (signal.aborted && kindOf(error) !== "slow")) return;
      this.#refused = texts;
      this.#store.troubled({ kind: kindOf(error), texts, message: error instanceof Error ? error.message : String(error) });
    } finally {
      clearTimeout(timer);
      this.#stop = null;
    }
  }
}

function kindOf(error: unknown): Trouble["kind"] {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "TimeoutError") return "slow";
  return name === "InternalError" ? "trap" : "load";
}
