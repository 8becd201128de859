/** What the page and the worker say to each other. */

import type { Config, ExplainFound, InputFile, LintAnswer, LintQuestion, NodesAnswer, PlaceAnswer, RolloutFound, RolloutProgress, RolloutQuestion } from "everynode";
import type { NodeChange } from "../state/state";

/** Asks about the texts that the worker holds once `set` and `remove` are done. */
export interface Request {
  readonly number: number;
  /** Which texts are meant: rises with every change of a text, a name, the moment or the reviewer. */
  readonly texts: number;
  /** The texts whose answer the page has; `lint` and `place` are sent only for others. */
  readonly has: number;
  readonly set: readonly { readonly name: string; readonly text: string | Uint8Array }[];
  readonly remove: readonly string[];
  readonly now: string;
  readonly review: LintQuestion;
  /** What the reviewer follows. */
  readonly config: Config | InputFile | null;
  readonly daemonSet: string | null;
  readonly node: string | null;
  /** Asks for the course of the update; null: nobody looks at it. */
  readonly rollout: RolloutQuestion | null;
  /** Key of the course that the page has. */
  readonly hasCourse: string | null;
  /** Asks what nodes say of themselves, for texts whose answer the page has not. */
  readonly nodes: boolean;
  /** Asks where DaemonSets run then; null: nobody looks at it. */
  readonly supposed: Supposed | null;
}

/** What is supposed of nodes and texts; the same key, the same answer. */
export interface Supposed {
  readonly key: string;
  readonly nodes: readonly NodeChange[];
  /** Files that are others then. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export interface SupposedAnswer {
  readonly key: string;
  readonly texts: number;
  readonly place: PlaceAnswer;
}

/** A course, with the key of the texts, the DaemonSet and the suppositions that it is of. */
export interface Played {
  readonly key: string;
  readonly texts: number;
  readonly found: RolloutFound;
}

export interface Chosen {
  readonly daemonSet: string;
  readonly node: string | null;
}

export type Response =
  | { readonly kind: "progress"; readonly number: number; readonly progress: RolloutProgress }
  | {
      readonly kind: "answer";
      readonly number: number;
      readonly texts: number;
      /** Left out when the page has them. */
      readonly about?: { readonly lint: LintAnswer; readonly place: PlaceAnswer };
      readonly chosen: Chosen | null;
      readonly explain: ExplainFound | null;
      /** Left out when the page has it, or none was asked for; null when there is none. */
      readonly course?: Played | null;
      /** Left out where it was not asked for. */
      readonly nodes?: NodesAnswer;
      readonly supposed?: SupposedAnswer;
      readonly milliseconds: number;
    }
  | {
      readonly kind: "failed";
      readonly number: number;
      readonly texts: number;
      readonly trap: boolean;
      readonly message: string;
    };

/** Everything that is shown, of one moment. */
export interface Answer {
  readonly texts: number;
  readonly lint: LintAnswer;
  readonly place: PlaceAnswer;
  /** What `explain` is about; null when there is no DaemonSet. */
  readonly chosen: Chosen | null;
  readonly explain: ExplainFound | null;
  readonly course: Played | null;
  /** What nodes say of themselves; null: not asked for yet. */
  readonly nodes: NodesAnswer | null;
  /** Where DaemonSets run then; that of what was supposed before stays until the next one comes. */
  readonly supposed: SupposedAnswer | null;
  readonly milliseconds: number;
}

/** `trap`: the core stopped and was started again. `slow`: it was stopped after a time. `load`: it did not start. */
export interface Trouble {
  readonly kind: "trap" | "slow" | "load";
  readonly texts: number;
  readonly message: string;
}

/** An update that is being played, or was until somebody stopped it. */
export interface Playing {
  readonly progress: RolloutProgress;
  readonly stopped: boolean;
}
