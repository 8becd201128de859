/** Texts about an update. They come with its view. */

import type { Change, PodState } from "../derive/course";
import { count, duration, number, someOf } from "./words";

const podStates: Readonly<Record<PodState, string>> = {
  gone: "no such node",
  absent: "no Pod wanted",
  missing: "no Pod",
  old: "old, serves",
  oldDown: "old, not available",
  terminating: "terminating",
  terminatingForEver: "Terminating for ever",
  starting: "starting",
  neverReady: "never Ready",
  pending: "Pending",
  pendingBeside: "old serves, new Pending",
  ready: "ready, not yet available",
  available: "new, available",
  beside: "old serves, new starting",
  neverReadyBeside: "old serves, new never Ready",
};

export const rolloutTexts = {
  picture: (nodes: number) => `The update of ${count(nodes, "node")} over time`,
  legend: "What bars and tiles mean, and how many nodes are so at the cursor",
  state: podStates,
  /** What becomes of nodes that end in a state. */
  ends: {
    ...podStates,
    absent: "end without",
    old: "keep the old Pod",
    available: "get the new Pod",
  } satisfies Record<PodState, string>,
  old: "old",
  new: "new",
  keeps: (version: string) => (version === "old" ? "keeps the old one" : `keeps ${version}`),
  besidePending: (version: string) => `${version}, new Pending`,
  besideNeverReady: (version: string) => `${version}, new never Ready`,
  all: "all",
  nodes: (nodes: number) => count(nodes, "node"),
  rows: "Rows",
  rowsBy: (by: string) =>
    by === "node" ? "Nodes" : by === "end" ? "Outcome" : by.charAt(0).toUpperCase() + by.slice(1),
  back: "Back one step",
  on: "On one step",
  play: "Play",
  pause: "Pause",
  speed: "Speed",
  speedOf: (speed: number) => `${speed < 1 ? `1/${1 / speed}` : speed} ×`,
  time: "Time in the update",
  timeOf: (time: string, step: number, of: number) => `${time}, step ${number(step)} of ${number(of)}`,
  atCursor: "At the cursor",
  allStatus: "All that kubectl rollout status prints",
  nodesAtCursor: "Nodes at the cursor",
  dotAt: (name: string, state: PodState, at: number, of: number) =>
    `${name}, ${podStates[state]}, ${number(at)} of ${number(of)}`,
  step: (step: number, of: number) => `step ${number(step)} of ${number(of)}`,
  start: {
    nothing: "It is the first one: no node has a Pod yet.",
    settled: "Before it, every node has its old Pod.",
    recorded: "Before it, the cluster is as recorded.",
  },
  peak: (nodes: number, of: number) =>
    `At most ${number(nodes)} of ${count(of, "node")} at once ${nodes === 1 ? "is" : "are"} without an available Pod.`,
  availability: (permille: number) =>
    `Over the whole time ${permille === 1000 ? "100" : (permille / 10).toFixed(1)} % are available.`,
  loses: (names: readonly string[], all: number) =>
    `${someOf(names, all)} ${all === 1 ? "loses its Pod" : "lose their Pods"} for good, of which \`kubectl rollout status\` does not tell.`,
  gains: (names: readonly string[], all: number) => `${someOf(names, all)} ${all === 1 ? "gains a Pod" : "gain Pods"}.`,
  sideBySide: (nodes: number) => `On ${count(nodes, "node")} an old and a new Pod run side by side.`,
  happens: (change: Change, names: readonly string[], nodes: number) => {
    const [one, many] = ({
      gone: ["the deleted Pod is gone", "the deleted Pods are gone"],
      ready: ["the Pod is Ready", "the Pods are Ready"],
      deleted: ["the Pod is deleted", "the Pods are deleted"],
      created: ["a Pod is created", "Pods are created"],
      joins: ["joins", "join"],
      changes: ["changes", "change"],
      leaves: ["leaves", "leave"],
      down: ["does not answer any more", "do not answer any more"],
      up: ["answers again", "answer again"],
      stored: ["another template is stored", "another template is stored"],
      rolledBack: ["the template before is stored again", "the template before is stored again"],
      forceDeleted: ["the Pod is deleted by force", "the Pods are deleted by force"],
      notReady: ["the Pod is no longer Ready", "the Pods are no longer Ready"],
    } satisfies Record<Change, readonly [one: string, many: string]>)[change];
    if (nodes === 0) return one;
    return `${someOf(names, nodes)}${/Pod/.test(one) ? ": " : " "}${nodes === 1 ? one : many}`;
  },
  budget: "Budget",
  limit: (limit: "maxUnavailable" | "maxSurge", size: number) => `${limit} is ${count(size, "node")}`,
  noBudget: "none: old Pods wait until somebody deletes them",
  free: "free",
  over: (nodes: number) => `${count(nodes, "node")} beyond the limit: Pods that are not available count, too.`,
  slot: (state: PodState, forGood: boolean) => podStates[state] + (forGood && !/for ever|never/.test(podStates[state]) ? ", for good" : ""),
  holds: {
    stuck: "What holds it up",
    waiting: "What it waits for",
    complete: "What holds a place for good",
  },
  waiting: (nodes: number, onDelete: boolean) => {
    if (onDelete) return nodes === 1 ? "One old Pod stays until somebody deletes it:" : `${number(nodes)} old Pods stay until somebody deletes them:`;
    return nodes === 1 ? "One node keeps its old Pod meanwhile:" : `${number(nodes)} nodes keep their old Pods meanwhile:`;
  },
  frees: "What frees it",
  tried: "each was tried",
  afterwards: (completes: boolean, seconds: number) =>
    completes ? `completes ${duration(seconds)} later` : "goes on, without those that hold it up",
  what: "What the update is",
  changes: (changes: number) => (changes === 0 ? "no field changes" : `${count(changes, "field")} ${changes === 1 ? "changes" : "change"}`),
  moreChanges: (changes: number) => `${count(changes, "more field")} ${changes === 1 ? "changes" : "change"}.`,
  change: { path: "Field", before: "Before", after: "After", effect: "What it does" },
  absent: "absent",
  reordered: "the same items in another order",
  gainsAtOnce: "Get a Pod at once",
  losesAtOnce: "Lose their Pods at once, outside the budget",
  refused: "Why it is refused",
  nothingStored: "Nothing is stored, and nothing changes: every Pod stays as it is.",
  refusedBy: { kubectl: "kubectl", apiserver: "The API server" },
  playIt: "Play it",
  untried: "Other changes were left untried: trying them takes much longer than the update.",
  times: "How long Pods take",
  timesOf: (nodes: number, example: string) => (nodes === 1 ? example : `${number(nodes)} nodes, as ${example}:`),
  timesSum: (start: number, stop: number) => `${number(start)} s to become Ready, ${number(stop)} s to stop.`,
  seconds: (seconds: number) => `${number(seconds)} s`,
  playingNow: (time: string, updated: number, desired: number) =>
    `Playing the update: ${time}, ${number(updated)} of ${count(desired, "node")} have the new Pod.`,
  trying: (trial: number) => `Trying what frees it: change ${number(trial)}.`,
  stoppedAt: (time: string, updated: number, desired: number) =>
    `Stopped at ${time}, when ${number(updated)} of ${count(desired, "node")} had the new Pod. The core was started again; the picture, if there is one, is the one before.`,
  stop: "Stop",
  playAgain: "Play it again",
  progress: "How far the update is played",
  commandLine: "The same on the command line",
  used: (held: number, busy: number, free: number) =>
    `${number(held)} held for good, ${number(busy)} in hand, ${number(free)} free`,
} as const;
