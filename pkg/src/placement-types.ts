/** Where Pods run and why not elsewhere: `place`, `nodes` and `explain`. On the Rust side of the contract: `src/ffi/place.rs`, `src/ffi/explain.rs`. */

import type { Diagnostic } from "./lint-types.js";
import type { AnswerHead, Column, ObjectRef, Place, Range, TextEdit } from "./types.js";

/** Asks for one DaemonSet on one Node. */
export interface ExplainQuestion {
  /** `namespace/name`; the namespace may be left out when only one DaemonSet has the name. */
  readonly daemonSet: string;
  readonly node: string;
}

export interface PlaceAnswer extends AnswerHead {
  readonly diagnostics: readonly Diagnostic[];
  readonly nodes: {
    /** Sorted by name; a Node's place in this list is its index everywhere else. */
    readonly names: readonly string[];
    /** What tells Nodes apart at a glance, for pictures: zone, pool, arch, os; absent where no Node has it. By Node, `valueIndex` is an index into `values`. */
    readonly facets: readonly { readonly key: string; readonly label: string; readonly values: readonly string[]; readonly valueIndex: Column }[];
  };
  /** In the order of the input. */
  readonly daemonSets: readonly DaemonSetPlacement[];
  readonly notes: readonly string[];
}

/** What Nodes say of themselves, for searches and for changes that are tried out. */
export interface NodesAnswer extends AnswerHead {
  /** Sorted by name; a Node's place in this list is its index everywhere else. */
  readonly names: readonly string[];
  /** Every label that some Node has, sorted. `nodes` are those that have it, ascending; for each of them `valueIndex` is an index into `values`. */
  readonly labels: readonly { readonly label: string; readonly values: readonly string[]; readonly nodes: Column; readonly valueIndex: Column }[];
  /** Every taint that some Node has, once. */
  readonly taints: readonly Taint[];
  /** Every list of taints that some Node has, once: indices into `taints`, in the Node's order. */
  readonly taintLists: readonly Column[];
  /** By Node, an index into `taintLists`. */
  readonly taintList: Column;
  /** Those that are cordoned. */
  readonly unschedulable: Column;
}

/** Status counters as the controller's next sync writes them; `null` where the input cannot tell. */
export interface DaemonSetStatus {
  readonly desiredNumberScheduled: number;
  readonly currentNumberScheduled: number;
  readonly numberMisscheduled: number;
  readonly numberReady: number;
  readonly updatedNumberScheduled: number | null;
  readonly numberAvailable: number;
  readonly numberUnavailable: number;
}

export type Verdict =
  /** Eligible, and its Pod is available (or no Pods were given). */
  | "runs"
  /** Eligible; its Pod is not there yet. */
  | "awaitsPod"
  /** Eligible; its Pod is Pending, not Ready, or not yet available. */
  | "podNotAvailable"
  /** Not eligible, and no Pod there. */
  | "leftOut"
  /** Not eligible, but a Pod there is kept (a NoSchedule taint keeps it). */
  | "keepsPod"
  /** Not eligible, and the controller deletes the Pod there. */
  | "losesPod";

/** Why Nodes are not eligible, first failing check first. */
export type Reason =
  | { readonly reason: "nodeName"; readonly wanted: string }
  | { readonly reason: "nodeSelector"; readonly key: string; readonly wanted: string; readonly place?: Place }
  | { readonly reason: "nodeAffinity"; readonly terms: number; readonly place?: Place }
  | { readonly reason: "taint"; readonly taint: Taint };

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** Nodes with the same verdict for the same reasons. */
export interface NodeGroup {
  readonly verdict: Verdict;
  readonly shouldRun: boolean;
  readonly shouldContinueRunning: boolean;
  /** All reasons, of the pairs of a node selector at most twenty; empty when eligible. `sentence` counts the rest. */
  readonly reasons: readonly Reason[];
  /** A heading: `Left out by a taint`. */
  readonly title: string;
  /** One sentence with the evidence; quoted text between backticks. */
  readonly sentence: string;
  /** Short form for a list of causes: `by one taint`, `by node affinity`. Empty when eligible. */
  readonly cause: string;
  /** Indices into `nodes.names`, ascending. */
  readonly nodes: Column;
  /** What would let these Nodes in. */
  readonly suggestion?: Suggestion;
}

/** A way out: what to change, and what it changes. */
export interface Suggestion {
  /** `Tolerate the taint whatever its value` */
  readonly title: string;
  /** `Adds gpu-1 and gpu-2: 9 of 12 nodes.` */
  readonly effect: string;
  /** The lines around the change: ` ` kept, `-` removed, `+` added. */
  readonly diff: readonly { readonly sign: " " | "-" | "+"; readonly text: string }[];
  /** YAML to paste by hand. */
  readonly snippet: string;
  /** Empty when the text cannot be edited in place. */
  readonly edits: readonly TextEdit[];
}

export interface TolerationView {
  /** Position in the Pod's list of tolerations. */
  readonly index: number;
  readonly key: string;
  readonly operator: string;
  readonly value: string;
  readonly effect: string;
  readonly tolerationSeconds?: number;
  /** `controller`: added to every daemon Pod. `replaced`: written in the manifest, then replaced in place by the controller's own. */
  readonly origin: "manifest" | "controller" | "replaced";
  readonly why?: string;
  readonly place?: Place;
  /** Nodes that are eligible because of this toleration and would not be without it. */
  readonly opens: number;
}

export interface TaintView extends Taint {
  /** Nodes that carry it. */
  readonly nodes: number;
  /** Up to five of their names. */
  readonly examples: readonly string[];
  /** `noSay`: PreferNoSchedule never decides for a DaemonSet. */
  readonly outcome: "tolerated" | "keepsOut" | "evicts" | "noSay";
  /** Indices of the tolerations that match. */
  readonly toleratedBy: readonly number[];
  readonly place?: Place;
}

/** What of a toleration and a taint does not agree; empty when it matches. */
export type TolerationDiffers = "key" | "value" | "effect" | "operator";

export interface TaintMatrix {
  readonly tolerations: readonly TolerationView[];
  readonly taints: readonly TaintView[];
  /** Row by toleration, column by taint. */
  readonly differs: readonly (readonly (readonly TolerationDiffers[])[])[];
  /** One sentence above the table. */
  readonly sentence: string;
}

export interface RequirementView {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** Nodes that fulfil it. */
  readonly matches: number;
  /** Set when Kubernetes cannot parse it; it then matches nothing. */
  readonly error?: string;
  /** The nearest key or value that Nodes have, when this one looks like a slip. */
  readonly nearest?: string;
  readonly place?: Place;
}

export interface PlacementRules {
  readonly nodeName?: string;
  /** All must match. */
  readonly nodeSelector: readonly RequirementView[];
  /** Any must match; `null`: no required node affinity. */
  readonly terms: readonly { readonly matches: number; readonly requirements: readonly RequirementView[]; readonly place?: Place }[] | null;
  /** Nodes that pass nodeName, nodeSelector and affinity together. */
  readonly matches: number;
}

export interface KubectlRow {
  /** `kubectl get daemonset -n NAMESPACE NAME` */
  readonly command: string;
  /** `as recorded Pods have it`, or `once every Pod is available`. */
  readonly moment: string;
  readonly header: string;
  readonly row: string;
  readonly wideHeader: string;
  readonly wideRow: string;
}

export interface MisscheduledPod {
  readonly node: string;
  readonly pod: string;
  /** `deletes` when a NoExecute taint or a selector makes the controller delete it. */
  readonly outcome: "keeps" | "deletes";
  readonly cause: string;
}

export interface DaemonSetPlacement extends ObjectRef {
  readonly file: string;
  readonly range: Range;
  /** Which object was judged: where both are given, the proposed one. */
  readonly origin: "recorded" | "proposed";
  /** Where the other one of the pair is. */
  readonly recorded?: Place;
  readonly eligible: number;
  /** `runs on 7 of 12 nodes` */
  readonly verdict: string;
  readonly groups: readonly NodeGroup[];
  readonly rules: PlacementRules;
  readonly matrix: TaintMatrix;
  readonly status: DaemonSetStatus;
  /** What the object's own status says, where it is recorded. */
  readonly recordedStatus?: DaemonSetStatus;
  /** How Pods were told updated from not: their ControllerRevision, the template-generation label, or not at all. */
  readonly revision: { readonly by: "controllerRevision" | "templateGeneration" | "unknown"; readonly hash?: string };
  readonly kubectl: KubectlRow;
  readonly misscheduled: readonly MisscheduledPod[];
  readonly notes: readonly string[];
}

export type CheckName = "nodeName" | "nodeSelector" | "nodeAffinity" | "taint" | "noTaints" | "nodeReady" | "pod";

export interface Check {
  readonly check: CheckName;
  readonly outcome: "passes" | "fails" | "noSay";
  /** `Taint nvidia.com/gpu=present:NoSchedule`, quoted text between backticks. */
  readonly title: string;
  readonly evidence: string;
  /** Where the manifest says it. */
  readonly place?: Place;
  /** Where the Node says it. */
  readonly nodePlace?: Place;
  /** Short note to show beside the place in the manifest: `taint has "present"`. */
  readonly note?: string;
  /** For affinity: one entry for each requirement of the term, for nodeSelector none. */
  readonly parts: readonly Check[];
}

export interface Decider {
  readonly by: "controller" | "kubelet";
  readonly says: "yes" | "no" | "notAsked";
  /** `says yes`, `no new Pod, keeps the old`, `Pod available`. */
  readonly word: string;
  readonly checks: readonly Check[];
}

/** The answer to an `ExplainQuestion`. */
export type ExplainAnswer = ExplainFound | ExplainNotFound;

/** Every check of one DaemonSet on one Node. */
export interface ExplainFound extends AnswerHead {
  readonly found: true;
  readonly daemonSet: ObjectRef;
  readonly node: string;
  /** Labels and facts for the head of a card: `zone a, amd64, kubelet v1.36.2`. */
  readonly about: string;
  readonly verdict: Verdict;
  readonly shouldRun: boolean;
  readonly shouldContinueRunning: boolean;
  readonly sentence: string;
  readonly deciders: readonly Decider[];
  readonly suggestion?: Suggestion;
  readonly diagnostics: readonly Diagnostic[];
}

/** The question named something that is not in the input. */
export interface ExplainNotFound extends AnswerHead {
  readonly found: false;
  readonly missing: "daemonSet" | "node";
  /** `no Node is called worker-9; the nearest name is worker-8` */
  readonly message: string;
  readonly nearest?: string;
  readonly diagnostics: readonly Diagnostic[];
}
