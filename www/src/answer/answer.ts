/** What the views show, and what keeps it from coming. */

import type { ExplainFound, LintAnswer, NodesAnswer, PlaceAnswer, RolloutFound, RolloutProgress } from "everynode";

/** Where DaemonSets run once something is supposed, with the key of the texts and of what is supposed. */
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

/** Everything that is shown, of one moment. */
export interface Answer {
  readonly texts: number;
  readonly lint: LintAnswer;
  readonly place: PlaceAnswer;
  /** What `explain` is about; null when there is no DaemonSet. */
  readonly chosen: Chosen | null;
  readonly explain: ExplainFound | null;
  /** That of the texts before stays until the next one comes. */
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

/** `start`: the core without the API server answers. `whole`: the API server's checks are among the findings. `failed`: they did not load. */
export type Stage = "start" | "whole" | "failed";
