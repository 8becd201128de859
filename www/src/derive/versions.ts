/** What old and new Pods are called on the bars. */

import type { RolloutFound } from "everynode";
import type { Bar, PodState } from "./course";
import { texts } from "../texts";

export interface Versions {
  readonly old: string;
  readonly new: string;
}

/** Of Pods that stay for good, that they do so is what is said of them. */
export function labelOf({ state }: Bar, last: boolean, { old, new: now }: Versions): string {
  const spoken: Readonly<Partial<Record<PodState, string>>> = {
    old: last ? texts.rollout.keeps(old) : old,
    available: now,
    pendingBeside: texts.rollout.besidePending(old),
    neverReadyBeside: texts.rollout.besideNeverReady(old),
  };
  if (last && (state === "neverReady" || state === "pending" || state === "terminatingForEver" || state === "oldDown" || state === "missing"))
    return texts.rollout.state[state];
  return spoken[state] ?? "";
}

export function versionsOf(_answer: RolloutFound): Versions {
  return { old: texts.rollout.old, new: texts.rollout.new };
}
