/** Many Nodes counted: how many of them have which Pod, from one time to the next. */

import { lowerBound, stateAt, STATES, type Course, type PodState } from "./course";

/** What is stacked: old Pods from above, new ones from below, those that wait between. What is open is served by none. */
export type Layer = "old" | "available" | "ready" | "held";

const LAYER_OF: Readonly<Partial<Record<PodState, Layer>>> = {
  old: "old",
  pendingBeside: "old",
  beside: "old",
  neverReadyBeside: "old",
  available: "available",
  ready: "ready",
  oldDown: "held",
  terminatingForEver: "held",
  neverReady: "held",
  pending: "held",
};

export interface Tally {
  /** Ascending. What is counted at one of them holds until the next. */
  readonly times: readonly number[];
  readonly counts: Readonly<Record<Layer, Uint32Array>>;
}

/** More times than a picture has columns are not seen. */
const COLUMNS = 900;

/** Times at which the state of some Node changes, or so many that lie evenly between. */
export function timesOf({ answer: { spans }, end }: Course): readonly number[] {
  const times = [...new Set([0, ...spans.since])].sort((one, other) => one - other);
  if (times.length <= COLUMNS) return times;
  return Array.from({ length: COLUMNS }, (_, at) => Math.round((at / COLUMNS) * end));
}

const LAYERS = STATES.map((state) => LAYER_OF[state]);

export function tallyOf({ answer: { spans } }: Course, nodes: readonly number[], times: readonly number[]): Tally {
  const empty = () => new Uint32Array(times.length + 1);
  const counts = { old: empty(), available: empty(), ready: empty(), held: empty() };
  for (const node of nodes) {
    const last = spans.offset[node + 1] ?? 0;
    for (let at = spans.offset[node] ?? 0; at < last; at += 1) {
      const layer = LAYERS[spans.state[at] ?? 0];
      if (layer === undefined) continue;
      const from = lowerBound(times, spans.since[at] ?? 0);
      const to = at + 1 < last ? lowerBound(times, spans.since[at + 1] ?? 0) : times.length;
      const column = counts[layer];
      // Differences first: they wrap around, and their sums are right again.
      column[from] = (column[from] ?? 0) + 1;
      column[to] = (column[to] ?? 0) - 1;
    }
  }
  for (const column of Object.values(counts)) {
    let sum = 0;
    column.forEach((difference, at) => {
      sum = (sum + difference) >>> 0;
      column[at] = sum;
    });
  }
  return { times, counts };
}

/** Nodes of one row of the picture. */
export interface Gathered {
  readonly state: PodState;
  readonly nodes: readonly number[];
}

/** Those that something is wrong with first, those that all is well with last. */
const BY_GRAVITY: readonly PodState[] = [
  "terminatingForEver",
  "neverReady",
  "pending",
  "pendingBeside",
  "neverReadyBeside",
  "oldDown",
  "missing",
  "gone",
  "absent",
  "terminating",
  "starting",
  "beside",
  "ready",
  "old",
  "available",
];

/** Nodes by the state that they end in. */
export function byEnd(course: Course): readonly Gathered[] {
  const found = new Map<PodState, number[]>();
  for (const node of course.nodes) {
    const state = stateAt(course, node, Infinity);
    const nodes = found.get(state);
    if (nodes === undefined) found.set(state, [node]);
    else nodes.push(node);
  }
  return BY_GRAVITY.flatMap((state) => {
    const nodes = found.get(state);
    return nodes === undefined ? [] : [{ state, nodes }];
  });
}
