/** Who uses up the budget at a time. How many they are, the answer says; who they are follows from their states. */

import { serves, sinceAt, stateAt, stepAt, type Course, type PodState } from "./course";

export interface Holder {
  readonly node: number;
  readonly state: PodState;
  readonly since: number;
  /** It does so until the end. */
  readonly forGood: boolean;
}

export interface Held {
  /** As the controller counts. */
  readonly count: number;
  /** Those whose state says so; empty where they are not as many as the controller counts. */
  readonly holders: readonly Holder[];
  /** Of `count`, those that hold the update up at its end, too. */
  readonly forGood: number;
}

/** States in which a Node has two Pods: they use up `maxSurge`. */
const TWO: ReadonlySet<PodState> = new Set(["pendingBeside", "beside", "neverReadyBeside"]);
const OWN: ReadonlySet<PodState> = new Set(["missing", "oldDown", "terminating", "terminatingForEver", "starting", "neverReady", "pending", "ready"]);

export function heldAt(course: Course, time: number): Held {
  const { answer, nodes } = course;
  const count = answer.steps.held[stepAt(answer, time)] ?? 0;
  const surges = (answer.limits?.maxSurge ?? 0) > 0;
  const blocking = new Set(answer.blockers.flatMap((each) => [...each.nodes]));
  const holds = (state: PodState) => (surges ? TWO.has(state) : OWN.has(state));
  const holders: Holder[] = [];
  for (const node of nodes) {
    const state = stateAt(course, node, time);
    if (!holds(state) && !(blocking.has(node) && !serves(state))) continue;
    const forGood = blocking.has(node) && stateAt(course, node, Infinity) === state;
    holders.push({ node, state, since: sinceAt(course, node, time), forGood });
  }
  const forGood = holders.filter((holder) => holder.forGood).length;
  return { count, holders: holders.length === count ? holders : [], forGood: Math.min(count, forGood) };
}
