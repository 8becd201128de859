/**
 * The public contract of everynode: what goes in, and what comes out.
 *
 * Every answer is plain data that can be cloned to a worker or written as JSON. The Rust side of the same contract is
 * `src/ffi/shapes.rs`; golden answers hold the two equal.
 */

import type { Config } from "./config-types.js";
import type { LintRuleId, RuleId } from "./rule-ids.js";

export type * from "./apiserver-types.js";
export type * from "./config-types.js";
export type * from "./editing-types.js";
export type * from "./rollout-types.js";

// ---------------------------------------------------------------------------------------------------- what goes in

/**
 * One text: a manifest, a cluster dump, a Markdown page, a shell script. Its name is what findings and places refer to, and
 * may say what the text is: of `.md` the fenced blocks are read, of `.sh` the here-documents; other texts are looked at.
 */
export interface InputFile {
  readonly name: string;
  /** UTF-8 bytes are several times cheaper than a string for large texts. */
  readonly text: string | Uint8Array;
}

/** Feature gates of Kubernetes 1.36 that change an answer, by their upstream names. Left out: the release's default. */
export interface FeatureGates {
  /** Tolerations with the operators `Lt` and `Gt`. Alpha, off by default. */
  readonly TaintTolerationComparisonOperators?: boolean;
}

/** Bounds on the input. Passing one is a finding (`limit-exceeded`), never an exception. */
export interface Limits {
  /** Bytes of all files together. Default 268,435,456 (256 MiB). */
  readonly bytes?: number;
  /** Documents in one file. Default 100,000. */
  readonly documents?: number;
  /** Depth of nested maps and lists in one document. Default 100. */
  readonly nesting?: number;
  /** Nodes that aliases may add to one document. Default 100,000. */
  readonly aliasExpansion?: number;
  /** Objects in all files together. Default 1,000,000. */
  readonly objects?: number;
}

/** What an answer depends on besides the texts. */
export interface Options {
  /** The moment the answer is for, RFC 3339. Without it ages are `<unknown>` and availability after a Pod became Ready is taken as reached. */
  readonly now?: string;
  readonly featureGates?: FeatureGates;
  readonly limits?: Limits;
  /** The files are a whole cluster: what is not there does not exist. */
  readonly complete?: boolean;
  /** What the reviewer follows, as an object or a file, in the place of a file `everynode.yaml` among the input's. */
  readonly config?: Config | InputFile;
}

/** What every question is asked about. */
export interface Input extends Options {
  /** Names tell the files apart: no two are equal. One of the name `everynode.yaml` is what the reviewer follows, and no manifest. */
  readonly files: readonly InputFile[];
}

/** Asks for one DaemonSet on one Node. */
export interface ExplainQuestion {
  /** `namespace/name`; the namespace may be left out when only one DaemonSet has the name. */
  readonly daemonSet: string;
  readonly node: string;
}

/** A choice of rules. */
export type Preset = "recommended" | "strict" | "security" | "off";

/** What kind of agent something is: what it may be expected to do to its Nodes. */
export type Role = "generic" | "log-collector" | "metrics-exporter" | "cni" | "csi" | "security-agent" | "device-plugin";

/** Asks for a review. */
export interface LintQuestion {
  /** They add up; what the configuration says where none is given, or else `recommended`. */
  readonly presets?: readonly Preset[];
  /** The role of every agent; without it, one is guessed for each (`LintAnswer.roles`). */
  readonly role?: Role;
  /** Single rules that are on, whatever the presets say. */
  readonly rules?: readonly RuleId[];
  /** With `false`, no fixes are worked out (`Diagnostic.fixes` is empty): a review of many objects takes half the time. */
  readonly fixes?: boolean;
  /**
   * Names of the files that hold objects as they were before: what is reviewed is compared with them, by kind, namespace and name.
   * Objects that a cluster printed are old without that.
   */
  readonly old?: readonly string[];
}

/** Asks for mended texts. */
export interface FixQuestion extends LintQuestion {
  /** Fixes that change what an object means, besides those that are safe. */
  readonly unsafe?: boolean;
  /** The first fix of one finding of `lint` alone, whatever it changes. */
  readonly only?: Pick<Diagnostic, "rule" | "file" | "range" | "message">;
}

// ----------------------------------------------------------------------------------------------------------- places

/** A place in a text. */
export interface Position {
  /** UTF-16 code units from the start of the text, as JavaScript strings and editors count. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** From `start` (included) to `end` (excluded). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of text in one of the files. */
export interface Place {
  readonly file: string;
  /** The field, as the API writes it: `spec.template.spec.tolerations[0].key`. */
  readonly path?: string;
  readonly range: Range;
}

/** Which object something is about. */
export interface ObjectRef {
  readonly kind: string;
  /** Left out for objects without a namespace. */
  readonly namespace?: string;
  readonly name: string;
}

/** Replace `range` of `file` by `newText`. Edits of one list do not overlap and refer to the text before all of them. */
export interface TextEdit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

// --------------------------------------------------------------------------------------------------------- findings

export type Severity = "error" | "warning" | "info";

/** Who speaks: the reader of texts, the API server, or a reviewer. */
export type DiagnosticSource = "reader" | "apiserver" | "lint";

export type { LintRuleId, RuleId };

export interface Fix {
  readonly title: string;
  /** `safe`: the object means the same afterwards. */
  readonly safety: "safe" | "changes-behaviour";
  readonly edits: readonly TextEdit[];
}

export interface Related extends Place {
  readonly message: string;
}

/** A finding about a text. In `message`, `why` and `help`, what stands between backticks is quoted from the input. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly source: DiagnosticSource;
  readonly message: string;
  readonly why?: string;
  readonly help?: string;
  readonly file: string;
  readonly path?: string;
  readonly range: Range;
  readonly object?: ObjectRef;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly url?: string;
}

/** An object that was read, in the order of the input. */
export interface ObjectSummary extends ObjectRef {
  readonly apiVersion: string;
  readonly file: string;
  readonly range: Range;
  /** `recorded` objects carry a uid, a resourceVersion or a status: a cluster printed them. */
  readonly origin: "recorded" | "proposed";
  /** A part of an object (a bare Pod spec, a list of tolerations) that was read as if it were whole. */
  readonly fragment: boolean;
}

// ---------------------------------------------------------------------------------------------------------- answers

/** What every answer carries. */
export interface AnswerHead {
  /** The version of everynode. */
  readonly version: string;
  /** The Kubernetes version that is mirrored, `1.36`. */
  readonly kubernetes: string;
}

export interface LintAnswer extends AnswerHead {
  readonly diagnostics: readonly Diagnostic[];
  /** At most 10,000; `counts` has them all. */
  readonly objects: readonly ObjectSummary[];
  /** Objects by kind, sorted by kind. */
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  /** Of each object with a Pod template: what it is taken for, and what says so. */
  readonly roles: readonly RoleGuess[];
  /** Findings that comments, annotations or the configuration put aside. */
  readonly ignored: number;
  /** The configuration that was followed, and from which severity on it wants a command to fail. */
  readonly config?: { readonly file: string; readonly failOn?: Severity | "never" };
}

/** What comes of mending, round by round, each reviewed again, until nothing is left that can be mended. */
export interface FixAnswer extends AnswerHead {
  /** The files that changed, with their whole texts, as `Input.files` takes them. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** In the order in which they were mended. Empty where there is nothing to mend, or where the finding that was asked for is not there. */
  readonly fixed: readonly FixedFinding[];
  /** A fix that would bring an error or a warning about is left; one that was asked for alone, if it would bring an error about. */
  readonly refused: readonly RefusedFix[];
}

/** A finding that was mended. */
export interface FixedFinding {
  readonly rule: RuleId;
  readonly file: string;
  readonly path?: string;
  readonly object?: ObjectRef;
  /** The finding's own. */
  readonly message: string;
  /** What the fix does, as a command. */
  readonly title: string;
}

/** A finding that was not mended. */
export interface RefusedFix extends FixedFinding {
  /** What the text would have then, and has not now. */
  readonly brings: { readonly rule: RuleId; readonly message: string };
}

/** What kind of agent an object is taken for. */
export interface RoleGuess extends ObjectRef {
  readonly file: string;
  readonly role: Role;
  /** Absent where nothing says it. */
  readonly because?: string;
}

/** Numbers by Node or group: a `Uint32Array` from the wasm, an array in JSON. */
export type Column = Uint32Array;

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

// ---------------------------------------------------------------------------------------------------------- explain

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
