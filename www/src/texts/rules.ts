/** Texts about what decides: taints and tolerations, names, labels and affinity. */

import type { TaintView, TolerationDiffers, TolerationView } from "everynode";
import type { CellKind } from "../derive/matrix";
import { count, list, number } from "./words";

const outcomes: Readonly<Record<TaintView["outcome"], string>> = {
  tolerated: "lets in",
  keepsOut: "keeps out",
  evicts: "keeps out, evicts",
  noSay: "no say",
};

export const ruleTexts = {
  taints: {
    corner: "toleration \\ taint",
    opens: "opens",
    opensTip: "Nodes that are eligible because of this toleration",
    written: (file: string) => `Written in ${file}`,
    added: "Added by the controller",
    outcome: "Outcome",
    outcomeOf: (outcome: TaintView["outcome"]) => outcomes[outcome],
    outcomeNodes: (taint: TaintView) =>
      taint.outcome === "noSay" ? "never decides for a DaemonSet" : count(taint.nodes, "node"),
    onNodes: (taint: TaintView) => (taint.nodes <= 2 ? taint.examples.join(", ") : count(taint.nodes, "node")),
    cell: (kind: CellKind, differs: readonly TolerationDiffers[]) =>
      kind === "yes" ? "tolerates" : kind === "near" ? list(differs) : "·",
    cellName: (kind: CellKind, differs: readonly TolerationDiffers[]) =>
      kind === "yes"
        ? "tolerates"
        : kind === "near"
          ? `nearly: ${list(differs)} ${differs.length === 1 ? "differs" : "differ"}`
          : "other key",
    row: (toleration: TolerationView) => {
      if (toleration.origin === "replaced") return `${toleration.effect}, replaced`;
      const operator =
        toleration.operator === "Exists"
          ? "Exists"
          : `${toleration.operator === "Equal" ? "=" : toleration.operator} “${toleration.value}”`;
      return `${operator}, ${toleration.effect === "" ? "every effect" : toleration.effect}`;
    },
    note: (taint: TaintView, differs: readonly TolerationDiffers[]) =>
      `taint has ${list(differs.flatMap((each) => (each === "value" || each === "effect" ? [`“${taint[each]}”`] : [])))}`,
    everyKey: "every key",
    none: "No node has a taint",
    noneHelp: "Tolerations have nothing to match. Nodes without taints take every daemon Pod that their labels admit.",
    noTolerations: "This DaemonSet has no tolerations.",
    side: "Why this cell",
    sideTitle: { yes: "Tolerates", near: "Comes close", no: "Has nothing to do with it" } satisfies Record<CellKind, string>,
    sideSentence: (differs: readonly TolerationDiffers[]) =>
      differs.length === 0
        ? "A toleration matches a taint when key, value and effect all agree. They do."
        : `A toleration matches a taint when key, value and effect all agree. Here ${list(differs.map((each) => `the ${each}`))} ${differs.length === 1 ? "does" : "do"} not.`,
    part: { key: "key", operator: "operator", value: "value", effect: "effect" } satisfies Record<TolerationDiffers, string>,
    anyKey: "no key, so every taint",
    anyValue: "so any value will do",
    comparesValues: "so values are compared",
    anyEffect: "no effect, so every effect",
    emptyValue: "an empty value",
    isNot: "is not",
    onWhich: "Nodes with this taint",
    opensNone: "Opens no node of its own.",
    opensSome: (nodes: number) => `Opens ${count(nodes, "node")} that would be left out without it.`,
    effectMeans: {
      NoSchedule: "`NoSchedule` keeps new Pods out and leaves running ones alone.",
      NoExecute: "`NoExecute` keeps new Pods out and evicts running ones.",
      PreferNoSchedule:
        "`PreferNoSchedule` is a wish of the scheduler; a daemon Pod has only one node, so it never decides.",
    } as Readonly<Record<string, string>>,
  },
  affinity: {
    lead: (matches: number, nodes: number) =>
      `${number(matches)} of ${count(nodes, "node")} ${matches === 1 ? "passes" : "pass"} by name and labels.`,
    leadRest: "Taints decide about those that pass.",
    nodeName: "Node name",
    nodeNameIs: (name: string) => `The template names \`${name}\`: no other node can get the Pod.`,
    selector: "Node selector",
    allOf: "all must hold",
    anyOf: "one term is enough",
    affinity: "Required node affinity",
    oneTerm: "all of its only term must hold",
    noTerms: "There are no terms, so no node matches.",
    emptyTerm: "The term is empty, so it matches no node.",
    term: (at: number) => `Term ${at}`,
    or: "or",
    matches: (matches: number, nodes: number) => `${number(matches)} of ${number(nodes)}`,
    leftOut: (nodes: number) => `${count(nodes, "node")} left out by these rules`,
    moreGroups: (groups: number) => `and for ${count(groups, "more reason")}`,
    leftOutNone: "No node is left out by these rules.",
    nearest: (nearest: string) => `Nodes have ${nearest.includes("`") ? nearest : `\`${nearest}\``}.`,
    none: "No rule about names or labels",
    noneHelp: "The template has no node name, no node selector and no required node affinity: only taints decide.",
  },
} as const;
