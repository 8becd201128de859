/** Holds the state and the last answer, and tells who listens when either changes. */

import type { PlaceAnswer } from "everynode";
import type { Answer, Playing, Stage, Trouble } from "../answer/answer";
import type { Action } from "./actions";
import type { SourceFile, State } from "./state";

export interface Shown {
  readonly state: State;
  /** The last answer that came; it stays in view while the next one is made. */
  readonly answer: Answer | null;
  /** Why no newer answer comes. */
  readonly trouble: Trouble | null;
  /** An update that takes its time. */
  readonly playing: Playing | null;
  /** Which core answers. */
  readonly stage: Stage;
  /** What was held as “before”. */
  readonly pinned: Pinned | null;
}

/** An answer, and the files that it is about. */
export interface Pinned {
  readonly place: PlaceAnswer;
  readonly files: readonly SourceFile[];
}

export type Dispatch = (action: Action) => void;

export class Store {
  #shown: Shown;
  readonly #listeners = new Set<(now: Shown, before: Shown) => void>();

  constructor(state: State) {
    this.#shown = { state, answer: null, trouble: null, playing: null, stage: "start", pinned: null };
  }

  get shown(): Shown {
    return this.#shown;
  }

  readonly dispatch: Dispatch = (action) => {
    this.#set({ ...this.#shown, state: action(this.#shown.state) });
  };

  answered(answer: Answer): void {
    const trouble = this.#shown.trouble?.texts === answer.texts ? this.#shown.trouble : null;
    this.#set({ ...this.#shown, answer, trouble });
  }

  troubled(trouble: Trouble): void {
    this.#set({ ...this.#shown, trouble });
  }

  played(playing: Playing | null): void {
    this.#set({ ...this.#shown, playing });
  }

  staged(stage: Stage): void {
    this.#set({ ...this.#shown, stage });
  }

  readonly pin = (pinned: Pinned | null): void => {
    this.#set({ ...this.#shown, pinned });
  };

  listen(listener: (now: Shown, before: Shown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(next: Shown): void {
    const before = this.#shown;
    if (next.state === before.state && next.answer === before.answer && next.trouble === before.trouble && next.playing === before.playing && next.stage === before.stage && next.pinned === before.pinned)
      return;
    this.#shown = next;
    for (const listener of this.#listeners) listener(next, before);
  }
}
