/** Texts about nodes: the verdict, tiles, a node's card, what kubectl prints. */

import type { DaemonSetPlacement, DaemonSetStatus, Verdict } from "everynode";
import type { Look } from "../derive/look";
import { count, number } from "./words";

const looks: Readonly<Record<Look, string>> = {
  run: "runs",
  wait: "waits",
  keep: "keeps its Pod",
  lose: "loses its Pod",
  out: "left out",
  down: "unreachable",
};

export const nodeTexts = {
  verdict: {
    group: (verdict: Verdict, look: Look, count: number, cause: string, again: boolean) => {
      const nodes = number(count);
      if (look === "down") return `${nodes} unreachable`;
      switch (verdict) {
        case "leftOut":
          if (cause === "") return `${nodes} left out`;
          return again ? `${nodes} ${cause}` : `${nodes} left out ${cause}`;
        case "keepsPod":
          return `${nodes} ${count === 1 ? "keeps its Pod" : "keep their Pods"}`;
        case "losesPod":
          return `${nodes} ${count === 1 ? "loses its Pod" : "lose their Pods"}`;
        case "awaitsPod":
          return `${nodes} ${count === 1 ? "awaits its Pod" : "await their Pods"}`;
        case "podNotAvailable":
          return `${nodes} not available`;
        case "runs":
          return `${nodes} run`;
      }
    },
    /** The core's own verdict, without its reason: the view has it. */
    update: (verdict: string, first: boolean) =>
      (verdict.split(": ")[0] ?? verdict).replace(/^the update/, first ? "first rollout" : "update"),
    more: (nodes: number, causes: number) => `${number(nodes)} for ${count(causes, "other reason")}`,
    refused: "the API server refuses it",
    choose: "DaemonSets",
    none: "No DaemonSet here yet",
    noneHelp: "Paste what `kubectl get nodes,daemonsets,pods -A -o yaml` prints, drop files, or start from an example.",
    noneShort: "Paste one, drop a file, or start from an example.",
    examples: "Examples",
  },
  nodes: {
    groupBy: "Group by",
    reason: "Reason",
    facetButton: (key: string) => key.charAt(0).toUpperCase() + key.slice(1),
    facetTitle: (key: string, value: string) => (key === "zone" ? `Zone ${value}` : value),
    facetValue: (key: string, value: string) => (key === "zone" ? `zone ${value}` : value),
    withoutFacet: (key: string) => `Without a label for ${key}`,
    runOf: (eligible: number, all: number) => `${number(eligible)} of ${number(all)} run`,
    region: (by: string) => `Nodes by ${by}`,
    label: "Label …",
    byLabel: "Group by a label",
    drawnAs: "Drawn as",
    asTiles: "Tiles",
    asDots: "Dots",
    asTable: "Table",
    table: "Nodes, one a row",
    name: "Name",
    verdict: "Verdict",
    because: "Because",
    noSelector: "No label selector. These are: pool=gpu, pool!=gpu, pool in (gpu,general), !pool.",
    find: "Find a node by name or label selector",
    findHint: "name or pool=gpu",
    found: (found: number) => count(found, "node"),
    noneNamed: "No node has this in its name.",
    noneLabelled: "No node has such labels.",
    foundMore: (shown: number, found: number) => `${number(shown)} of ${number(found)} shown`,
    gathered: (groups: number, first: string) => `For ${count(groups, "different reason")}, the first: ${first}`,
    dots: (caption: string, nodes: number) =>
      caption === "" ? count(nodes, "node") : `${caption}, ${count(nodes, "node")}`,
    dotAt: (name: string, look: Look, at: number, of: number) => `${name}, ${looks[look]}, ${number(at)} of ${number(of)}`,
    none: "No Node in these files",
    noneHelp: "Add what `kubectl get nodes -o yaml` prints, and each node gets its verdict.",
    addExample: (nodes: number) => `Add ${count(nodes, "example node")}`,
    notes: "Notes",
    andMore: (nodes: number) => `and ${count(nodes, "more", "more")}`,
  },
  look: (look: Look) => looks[look],
  card: {
    label: (node: string) => `Why ${node}`,
    by: (by: string) => by.charAt(0).toUpperCase() + by.slice(1),
    allPass: (checks: number) => `All ${number(checks)} checks pass`,
    goTo: (lines: string, file: string) => `${lines} in ${file}`,
    at: (file: string, lines: string) => `${file} ${lines}`,
    nodeSays: "The node says it in",
    podSays: "The Pod says it in",
    passes: "passes",
    fails: "fails",
    noSay: "has no say",
    none: "Choose a node to see why it runs there, or why not.",
  },
  fix: {
    copy: "Copy",
    copied: "Copied",
    apply: "Apply",
    label: "A way out",
    added: "added",
    removed: "removed",
  },
  kubectl: {
    label: "What kubectl prints",
    wide: "With more columns",
    /** The object's own status, where it is not what the next sync writes. */
    recorded: (status: DaemonSetStatus) =>
      `the object still says ${number(status.desiredNumberScheduled)} desired, ${number(status.currentNumberScheduled)} current, ${number(status.numberReady)} ready, ${number(status.numberAvailable)} available`,
  },
  daemonSetOption: (daemonSet: DaemonSetPlacement) => daemonSet.verdict,
} as const;
