/** The course of an update as the timeline draws it: which Pod a Node has from when to when. */

import type { DaemonSetPlacement, PlaceAnswer, RolloutFound } from "everynode";
import type { Suppose } from "../state/state";
import { lookOfGroup } from "./look";

/** The new Pod is `starting`, `ready`, `available`, or `pending`; the old one is `old`, then `terminating`, or `dead`. */
export type PodState = "old" | "terminating" | "starting" | "ready" | "available" | "pending" | "dead";

/** A Pod in one state. Times are seconds from the update. */
export interface Bar {
  readonly state: PodState;
  readonly from: number;
  readonly to: number;
}

export type Change = "gone" | "ready" | "deleted" | "created";

/** In the order of the numbers in `events.kind`. */
export const CHANGES: readonly Change[] = ["gone", "ready", "deleted", "created"];

export interface Course {
  readonly answer: RolloutFound;
  /** Nodes that have a Pod at some time, as indices into `answer.nodes`. */
  readonly nodes: readonly number[];
  /** By Node, in the order of their beginning. A surging Pod's bars lie over those of the old one. */
  readonly bars: readonly (readonly Bar[])[];
  /** Those that have one at the beginning and none at the end. */
  readonly dropped: readonly number[];
  /** Where the picture ends, in seconds. */
  readonly end: number;
}

/** What a Node has before the update. */
type Begin = "none" | "old" | "pending" | "dead";

export function courseOf(
  answer: RolloutFound,
  place: PlaceAnswer,
  daemonSet: DaemonSetPlacement,
  suppose: Suppose,
): Course {
  const end = Math.max(10, Math.ceil(answer.seconds * 1.12));
  const bars = barsOf(answer, beginsOf(answer, place, daemonSet, suppose), new Set(suppose.unschedulable), end);
  const nodes = [...bars.keys()].filter((node) => (bars[node]?.length ?? 0) > 0);
  const dropped = nodes.filter((node) => bars[node]?.every((bar) => bar.to < end));
  return { answer, nodes, bars, dropped, end };
}

function beginsOf(
  { start, nodes, events }: RolloutFound,
  place: PlaceAnswer,
  { groups }: DaemonSetPlacement,
  suppose: Suppose,
): readonly Begin[] {
  if (start === "nothing") return nodes.map(() => "none");
  const silent = new Set(suppose.down);
  const waiting = new Set<string>();
  const has = new Set<string>();
  for (const group of groups) {
    const names = [...group.nodes].map((node) => place.nodes.names[node] ?? "");
    if (lookOfGroup(group) === "down") for (const name of names) silent.add(name);
    const holds =
      start === "settled"
        ? group.shouldRun || group.shouldContinueRunning
        : group.verdict !== "leftOut" && group.verdict !== "awaitsPod";
    if (holds) for (const name of names) has.add(name);
    if (group.verdict === "podNotAvailable") for (const name of names) waiting.add(name);
  }
  // What happens first to a Node says more than its verdict, which is that of the new template.
  const first = new Map<number, Change>();
  events.node.forEach((node, at) => {
    const change = CHANGES[events.kind[at] ?? 0];
    if (!first.has(node) && change !== undefined) first.set(node, change);
  });
  return nodes.map((name, node) => {
    const change = first.get(node);
    const old = change === undefined ? has.has(name) : change !== "created" || has.has(name);
    return !old ? "none" : silent.has(name) ? "dead" : waiting.has(name) ? "pending" : "old";
  });
}

interface Open {
  readonly state: PodState;
  readonly from: number;
}

/**
 * Bars from what happens. A Pod that never becomes Ready stays `starting`, one that is never gone stays `terminating`,
 * until the end.
 */
function barsOf(
  answer: RolloutFound,
  begins: readonly Begin[],
  pending: ReadonlySet<string>,
  end: number,
): readonly (readonly Bar[])[] {
  const { steps, events, minReadySeconds, limits } = answer;
  const surges = limits !== undefined && limits.maxSurge > 0;
  const bars: Bar[][] = begins.map(() => []);
  const former: (Open | null)[] = begins.map((begin) => (begin === "none" ? null : { state: begin, from: 0 }));
  const latter: (Open | null)[] = begins.map(() => null);

  const close = (pods: (Open | null)[], node: number, time: number) => {
    const open = pods[node];
    pods[node] = null;
    if (open == null || time <= open.from) return;
    const ready = open.from + minReadySeconds;
    if (open.state === "available" && minReadySeconds > 0) {
      bars[node]?.push({ state: "ready", from: open.from, to: Math.min(ready, time) });
      if (time > ready) bars[node]?.push({ state: "available", from: ready, to: time });
    } else bars[node]?.push({ ...open, to: time });
  };
  const turn = (pods: (Open | null)[], node: number, from: number, state: PodState) => {
    close(pods, node, from);
    pods[node] = { state, from };
  };

  events.node.forEach((node, at) => {
    const time = steps.time[events.step[at] ?? 0] ?? 0;
    const change = CHANGES[events.kind[at] ?? 0];
    if (change === "created") {
      // Without surge there is never a second Pod; one that was not bound goes without a word.
      if (!surges) close(former, node, time);
      turn(latter, node, time, pending.has(answer.nodes[node] ?? "") ? "pending" : "starting");
    } else if (change === "ready") turn(latter, node, time, "available");
    else {
      // The old Pod goes first; where it is gone, a new one is meant.
      const pods = former[node] == null ? latter : former;
      if (change === "gone") close(pods, node, time);
      else if (pods[node]?.state !== "dead") turn(pods, node, time, "terminating");
    }
  });
  for (let node = 0; node < begins.length; node += 1) {
    close(former, node, end);
    close(latter, node, end);
  }
  return bars.map((each) => each.sort((one, other) => one.from - other.from));
}

/** Whether a Pod in this state serves: that is drawn in full height. */
export function serves(state: PodState): boolean {
  return state === "old" || state === "ready" || state === "available";
}

/** The state of the Pod on a Node that matters most at a time: one that serves, else the newest. */
export function stateAt(bars: readonly Bar[], time: number): PodState | undefined {
  const states = bars.filter(({ from, to }) => from <= time && time < to).map(({ state }) => state);
  return states.find((state) => state === "available" || state === "old") ?? states[states.length - 1];
}

/** The last step that is not after a time. */
export function stepAt({ steps }: RolloutFound, time: number): number {
  let low = 0;
  let high = steps.time.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((steps.time[middle] ?? Infinity) <= time) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** A Node without an available Pod, from when and to when; `forGood` where that does not end. */
export interface Holder {
  readonly node: number;
  readonly state: PodState | "none";
  readonly since: number;
  readonly forGood: boolean;
}

/** Nodes that have, or should have, a Pod and no available one, at a time. */
export function holdersAt({ nodes, bars, end }: Course, moment: number): readonly Holder[] {
  const holders: Holder[] = [];
  // Bars end where the picture ends.
  const time = Math.min(moment, end - 1);
  for (const node of nodes) {
    const own = bars[node] ?? [];
    const state = stateAt(own, time);
    if (state === "old" || state === "available") continue;
    const begun = own.filter(({ from }) => from <= time);
    const served = begun.filter((bar) => bar.state === "old" || bar.state === "available");
    if (begun.length === 0) continue;
    const since = served.length > 0 ? Math.max(...served.map(({ to }) => to)) : (own[0]?.from ?? 0);
    const later = own.some((bar) => bar.from > time && bar.state === "available");
    const current = own.find(({ from, to }) => from <= time && time < to);
    // A Node whose old Pod is gone and that gets none is not waited for.
    if (current === undefined && !own.some(({ from }) => from > time)) continue;
    holders.push({ node, state: state ?? "none", since, forGood: !later && (current?.to ?? 0) >= end });
  }
  return holders;
}

/** What happens at a step, by kind. */
export function happensAt({ events }: RolloutFound, step: number): readonly { readonly change: Change; readonly nodes: readonly number[] }[] {
  const found = new Map<Change, number[]>();
  // Events stand in the order of their steps.
  let at = lowerBound(events.step, step);
  for (; at < events.step.length && events.step[at] === step; at += 1) {
    const change = CHANGES[events.kind[at] ?? 0];
    const node = events.node[at];
    if (change === undefined || node === undefined) continue;
    const nodes = found.get(change);
    if (nodes === undefined) found.set(change, [node]);
    else nodes.push(node);
  }
  return [...found].map(([change, nodes]) => ({ change, nodes }));
}

function lowerBound(column: Uint32Array, wanted: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many Nodes have which Pod, from one time to the next. */
export interface Count {
  readonly time: number;
  readonly old: number;
  readonly ready: number;
  readonly available: number;
}

/** Old, ready and available Pods of some Nodes, at every time at which one of the numbers changes. */
export function countsOf(bars: readonly (readonly Bar[])[]): readonly Count[] {
  const changes = new Map<number, [number, number, number]>([[0, [0, 0, 0]]]);
  const add = (time: number, state: PodState, by: number) => {
    const at = state === "old" ? 0 : state === "ready" ? 1 : 2;
    const change = changes.get(time) ?? [0, 0, 0];
    change[at] += by;
    changes.set(time, change);
  };
  for (const row of bars) {
    for (const { state, from, to } of row) {
      if (!serves(state)) continue;
      add(from, state, 1);
      add(to, state, -1);
    }
  }
  let [old, ready, available] = [0, 0, 0];
  return [...changes]
    .sort(([one], [other]) => one - other)
    .map(([time, change]) => {
      old += change[0];
      ready += change[1];
      available += change[2];
      return { time, old, ready, available };
    });
}
