/** Texts of what-if. They come with its view. */

import type { NodeChange, WhatIf } from "../state/state";
import { count, number, someOf } from "./words";

const some = (nodes: readonly string[]) => someOf(nodes.slice(0, 3), nodes.length);

export const whatIfTexts = {
  region: "What if",
  suppose: "Suppose",
  none: "Nothing is supposed yet",
  noneHelp:
    "Suppose that nodes are tainted, labelled, cordoned, down or deleted, that one more joins, or that the manifest is another one. Before and after stand side by side; the texts stay as they are.",
  tryOne: "For example",
  pick: "Add a change …",
  pickLabel: "Change to suppose",
  kinds: {
    taint: "taint nodes",
    label: "label nodes",
    cordon: "cordon nodes",
    uncordon: "uncordon nodes",
    down: "nodes are down",
    up: "nodes come back",
    addNode: "one more node",
    deleteNode: "nodes are deleted",
  } satisfies Record<NodeChange["kind"], string>,
  said: (change: WhatIf): string => {
    if (change.kind === "edit") return change.title;
    const { kind, nodes, value } = change;
    return {
      taint: `taint ${some(nodes)} \`${value}\``,
      label: `label ${some(nodes)} \`${value}\``,
      cordon: `cordon ${some(nodes)}`,
      uncordon: `uncordon ${some(nodes)}`,
      down: `${some(nodes)} ${nodes.length === 1 ? "is" : "are"} down`,
      up: `${some(nodes)} ${nodes.length === 1 ? "comes" : "come"} back`,
      addNode: `\`${value}\` joins, like ${some(nodes)}`,
      deleteNode: `${some(nodes)} ${nodes.length === 1 ? "is" : "are"} deleted`,
    }[kind];
  },
  unfit: "The text is another one by now.",
  without: (said: string) => `Do not suppose: ${said.replaceAll("`", "")}`,
  nodes: "nodes, or a selector",
  like: "like this node",
  value: { taint: "key=value:Effect, or key-", label: "key=value, or key-", addNode: "its name" } as Readonly<Record<string, string>>,
  chosen: (nodes: number) => count(nodes, "node"),
  noNodes: "names of nodes, or a label selector",
  add: "Add",
  undo: "Undo",
  clear: "Clear",
  hold: "Hold this as “before”",
  held: "“Before” is the text as it was held",
  letGo: "Let it go",
  lead: (before: number, after: number) =>
    before === after ? `${count(after, "node")}, before and after.` : `${count(before, "node")} ${before === 1 ? "becomes" : "become"} ${number(after)}.`,
  rest: (gains: number, loses: number) => {
    if (gains === 0 && loses === 0) return "No node gains the Pod, none loses it.";
    const gain = gains === 0 ? "" : `${count(gains, "node")} ${gains === 1 ? "gains" : "gain"} the Pod`;
    const lose = loses === 0 ? "" : `${count(loses, "node")} ${loses === 1 ? "loses" : "lose"} it`;
    return `${[gain, lose === "" || gain !== "" ? lose : lose.replace(/ it$/, " the Pod")].filter((each) => each !== "").join(", ")}.`;
  },
  gone: "This DaemonSet is not there after it.",
  before: "Before",
  after: "After",
  of: (eligible: number, nodes: number) => `${number(eligible)} of ${number(nodes)}`,
  sides: "Nodes before and after",
  gains: "gains the Pod",
  loses: "loses the Pod",
  happens: "What happens",
  columns: { node: "node", before: "before", after: "after", because: "because" },
  absent: "no such node",
  nothing: "Nothing changes for anybody.",
  more: (nodes: number) => `and ${count(nodes, "more", "more")}`,
  others: "Other DaemonSets",
  othersSame: (count_: number) => `${count(count_, "other")} ${count_ === 1 ? "stays" : "stay"} as ${count_ === 1 ? "it is" : "they are"}.`,
  becomes: (before: number, after: number) => `${number(before)} → ${number(after)}`,
  forReal: "Do it for real",
  byHand: ({ kind, nodes, value }: NodeChange) =>
    kind === "addNode"
      ? `a node ${value} joins with the labels and taints of ${nodes.join(" ")}`
      : kind === "down"
        ? `no command takes a node down: ${nodes.join(" ")}`
        : `no command brings a node back: ${nodes.join(" ")}`,
  waiting: "Finding out.",
  offer: {
    cordon: (nodes: string) => `Cordon ${nodes}`,
    down: (nodes: string) => `${nodes} goes down`,
    add: (node: string) => `One more node like ${node}`,
  },
  card: "What if …",
} as const;
