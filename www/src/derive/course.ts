/** The course of an update as the page draws it: which state a Node is in from when to when. */

import type { RolloutFound } from "everynode";

/** What a Node has of the DaemonSet. In the order of the numbers in `spans.state`. */
export const STATES = [
  "gone",
  "absent",
  "missing",
  "old",
  "oldDown",
  "terminating",
  "terminatingForEver",
  "starting",
  "neverReady",
  "pending",
  "pendingBeside",
  "ready",
  "available",
  "beside",
  "neverReadyBeside",
] as const;

export type PodState = (typeof STATES)[number];

/** A Pod serves there, old or new: that is drawn in full height. */
const SERVING: ReadonlySet<PodState> = new Set(["old", "pendingBeside", "ready", "available", "beside", "neverReadyBeside"]);

export function serves(state: PodState): boolean {
  return SERVING.has(state);
}

/** Nothing is there, and nothing is wanted there. */
export function isEmpty(state: PodState): boolean {
  return state === "gone" || state === "absent";
}

/** A Node in one state. Times are seconds from the update. */
export interface Bar {
  readonly state: PodState;
  readonly from: number;
  readonly to: number;
}

/** In the order of the numbers in `events.kind`. */
const CHANGES = [
  "gone",
  "ready",
  "deleted",
  "created",
  "joins",
  "changes",
  "leaves",
  "down",
  "up",
  "stored",
  "rolledBack",
  "forceDeleted",
  "notReady",
] as const;

export type Change = (typeof CHANGES)[number];

export interface Course {
  readonly answer: RolloutFound;
  /** Nodes that have, or should have, a Pod at some time, as indices into `answer.nodes`. */
  readonly nodes: readonly number[];
  /** States that occur. */
  readonly used: ReadonlySet<PodState>;
  /** Where the picture ends, in seconds: the last state of a Node lasts until then. */
  readonly end: number;
}

/** Behind the last thing that happens the picture goes on for a while, so that the end is seen. */
const BEHIND = 1.12;
const SHORTEST = 10;

export function courseOf(answer: RolloutFound): Course {
  const { offset, state } = answer.spans;
  const used = new Set<PodState>();
  const nodes: number[] = [];
  for (let node = 0; node < answer.nodes.length; node += 1) {
    let plays = false;
    for (let at = offset[node] ?? 0; at < (offset[node + 1] ?? 0); at += 1) {
      const own = stateOf(state[at]);
      used.add(own);
      plays ||= !isEmpty(own);
    }
    if (plays) nodes.push(node);
  }
  return { answer, nodes, used, end: Math.max(SHORTEST, Math.ceil(answer.seconds * BEHIND)) };
}

function stateOf(number: number | undefined): PodState {
  return STATES[number ?? 0] ?? "gone";
}

/** What a Node goes through, in order. */
export function barsOf({ answer: { spans }, end }: Course, node: number): readonly Bar[] {
  const bars: Bar[] = [];
  const last = spans.offset[node + 1] ?? 0;
  for (let at = spans.offset[node] ?? 0; at < last; at += 1) {
    const to = at + 1 < last ? (spans.since[at + 1] ?? end) : end;
    bars.push({ state: stateOf(spans.state[at]), from: spans.since[at] ?? 0, to });
  }
  return bars;
}

/** Position in `spans.state` of what a Node is in at a time; -1 for a Node of which nothing is said. */
function spanAt({ answer: { spans } }: Course, node: number, time: number): number {
  let low = spans.offset[node] ?? 0;
  let high = (spans.offset[node + 1] ?? 0) - 1;
  if (high < low) return -1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans.since[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function stateAt(course: Course, node: number, time: number): PodState {
  return stateOf(course.answer.spans.state[spanAt(course, node, time)]);
}

/** Since when a Node is in the state that it is in at a time. */
export function sinceAt(course: Course, node: number, time: number): number {
  return course.answer.spans.since[spanAt(course, node, time)] ?? 0;
}

/** How many of the Nodes that play a part are in which state at a time. */
export function countsAt(course: Course, time: number): ReadonlyMap<PodState, number> {
  const counts = new Map<PodState, number>();
  for (const node of course.nodes) {
    const state = stateAt(course, node, time);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** The last step that is not after a time. */
export function stepAt({ steps }: RolloutFound, time: number): number {
  return Math.max(0, lowerBound(steps.time, time + 1e-9) - 1);
}

/** The time some steps on, or back; it stays within the picture. */
export function walk({ answer, end }: Course, time: number, by: number): number {
  const { time: times } = answer.steps;
  const at = stepAt(answer, time);
  const between = (times[at] ?? 0) < time;
  const to = by < 0 && between ? at + by + 1 : at + by;
  if (to >= times.length) return end;
  return times[Math.max(0, to)] ?? 0;
}

/** Something that happens at a step to one Node or to several, for one reason. */
export interface Happening {
  readonly change: Change;
  /** Why: `within maxUnavailable 2`. */
  readonly cause: string;
  /** Empty where it is about the DaemonSet. */
  readonly nodes: readonly number[];
}

/** What happens at a step, by kind and cause, in its order. */
export function happensAt({ events, causes, nodes: names }: RolloutFound, step: number): readonly Happening[] {
  const found = new Map<string, { readonly change: Change; readonly cause: string; readonly nodes: number[] }>();
  // Events stand in the order of their steps.
  for (let at = lowerBound(events.step, step); at < events.step.length && events.step[at] === step; at += 1) {
    const change = CHANGES[events.kind[at] ?? 0];
    const node = events.node[at] ?? 0;
    if (change === undefined) continue;
    const key = `${change} ${events.cause[at]}`;
    let happening = found.get(key);
    if (happening === undefined) found.set(key, (happening = { change, cause: causes[events.cause[at] ?? 0] ?? "", nodes: [] }));
    if (node < names.length) happening.nodes.push(node);
  }
  return [...found.values()];
}

/** Position of the first entry of an ascending column that is not below. */
export function lowerBound(column: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
