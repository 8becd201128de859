/**
 * The part of the contract that is about updates: the question, the scenario and the answer.
 *
 * The Rust side of the same contract is `src/ffi/rollout.rs`; golden answers hold the two equal.
 */

import type { Diagnostic } from "./lint-types.js";
import type { DaemonSetStatus, ExplainNotFound } from "./placement-types.js";
import type { AnswerHead, Column, InputFile, ObjectRef } from "./types.js";

/** Asks how an update of one DaemonSet goes. */
export interface RolloutQuestion {
  /** `namespace/name`, or the name where that is enough; may be left out when the input has one DaemonSet. */
  readonly daemonSet?: string;
  /** Names of the files that hold the DaemonSet as it was before. Without any, recorded objects of the input say what is there. */
  readonly from?: readonly string[];
  /** The update is `kubectl rollout restart`: the same template, and new Pods. */
  readonly restart?: boolean;
  /** The update is `kubectl patch`: a text of YAML or JSON. Of `restart`, `patch`, `setImage`, `undo` and `delete` there is at most one. */
  readonly patch?: string | Patch;
  /** The update is `kubectl set image`: other images, by container; `*` is every container. */
  readonly setImage?: { readonly [container: string]: string };
  /** The update is `kubectl rollout undo`: to the template before, or to that of a revision. */
  readonly undo?: true | number;
  /** The DaemonSet is deleted: its Pods then, it after its Pods, or it alone. */
  readonly delete?: "background" | "foreground" | "orphan";
  /** What the cluster does meanwhile, as an object, or as a file of JSON or YAML, whose name findings then give. */
  readonly scenario?: Scenario | InputFile;
  /** In which order Nodes are taken where the controller's order is not defined: by name, or shuffled. The same seed, the same answer. */
  readonly order?: "name" | { readonly seed: number };
  /** Every Pod takes so many seconds to become Ready. This and what follows is laid over the scenario. */
  readonly startupSeconds?: number;
  /** Every Pod takes so many seconds to stop. */
  readonly terminationSeconds?: number;
  /** When to stop looking; a day where it is left out. */
  readonly maxSeconds?: number;
  /** Nodes whose kubelet does not answer, besides those whose Ready condition is `Unknown`. */
  readonly down?: readonly string[];
  /** Nodes on which new Pods never become Ready. */
  readonly neverReady?: readonly string[];
  /** Nodes on which new Pods stay Pending. */
  readonly unschedulable?: readonly string[];
}

/** How far an update has been played. */
export interface RolloutProgress {
  /** Seconds from the update. */
  readonly time: number;
  /** Steps so far. */
  readonly steps: number;
  /** Nodes that have a Pod of the new template. */
  readonly updated: number;
  /** Eligible Nodes. */
  readonly desired: number;
  /** 0 while the update itself is played; then which change it is that is tried to free it, from 1. */
  readonly trial: number;
}

/** A patch of a DaemonSet. */
export interface Patch {
  /** YAML or JSON. */
  readonly text: string;
  /** As `kubectl patch --type` takes it; `strategic` where it is left out, as kubectl's own default. */
  readonly type?: "strategic" | "merge" | "json";
  /** What findings call it; `patch` where it is left out. */
  readonly name?: string;
}

/** What goes beside a `RolloutQuestion`. */
export interface RolloutOptions {
  /**
   * Is told of progress every few milliseconds while an update of thousands of Nodes is played, and stops it by answering
   * `false`: the answer is what happened until then, with the outcome `stopped`; where only the search for remedies was
   * left, the answer has `remediesUntried`. What it throws is thrown to whoever asked. It cannot ask the core itself.
   */
  readonly onProgress?: (progress: RolloutProgress) => boolean | void;
}

// --------------------------------------------------------------------------------------------------------- scenario

/** Seconds, or a stretch of time as Go writes it: `90`, `"5m"`, `"1h30m"`. */
export type Duration = number | string;

/** The name of a Node, a label selector as `kubectl -l` takes it (`pool=gpu`), or several of both. */
export type NodesOf = string | readonly string[];

/** One change, or several: `key=value` sets a label, `key-` removes it; a taint is `key=value:Effect`, removed by `key-` or `key:Effect-`. */
export type Changes = string | readonly string[];

/** What the cluster does while an update goes on. What is left out follows from the manifests. */
export interface Scenario {
  /** From the creation of a Pod until it is Ready. */
  readonly startupSeconds?: Duration;
  /** From the deletion of a Pod until it is gone. */
  readonly terminationSeconds?: Duration;
  /** To pull an image that is not on the Node. */
  readonly pullSeconds?: Duration;
  /** When to stop looking. */
  readonly maxSeconds?: Duration;
  /** From the deletion of a Node until its Pods are collected. */
  readonly podGCSeconds?: Duration;
  /** `false`: the controller looks at each of several moments that it has set itself, not at the earliest alone. */
  readonly realQueue?: boolean;
  /** By the name of a Node, or a label selector. A name counts for more than a selector, of two selectors the later one. */
  readonly nodes?: { readonly [nodes: string]: NodeScenario };
  /** By image, with or without its tag. */
  readonly images?: { readonly [image: string]: ImageScenario };
  /** What happens meanwhile; of two events at one moment, the first one comes first. */
  readonly events?: readonly ScenarioEvent[];
}

/** What is different on some Nodes. */
export interface NodeScenario {
  readonly startupSeconds?: Duration;
  readonly terminationSeconds?: Duration;
  readonly pullSeconds?: Duration;
  /** New Pods never become Ready there. */
  readonly neverReady?: boolean;
  /** New Pods stay Pending, and are not bound. */
  readonly unschedulable?: boolean;
  /** No kubelet answers: new Pods never become Ready, deleted ones are never gone. */
  readonly down?: boolean;
  /** The old Pod when the update begins. */
  readonly initial?: "available" | "notReady" | "missing" | "failed" | "succeeded";
}

/** What is different with an image. */
export interface ImageScenario {
  readonly pullSeconds?: Duration;
  /** From the start of a container until it serves. */
  readonly startupSeconds?: Duration;
  /** Pods with it never become Ready. */
  readonly neverReady?: boolean;
}

/** Something that happens meanwhile. Several things in one event happen in this order. */
export interface ScenarioEvent {
  /** From the update on. */
  readonly time: Duration;
  /** A whole manifest of the DaemonSet is applied. */
  readonly update?: object;
  /** A patch of the DaemonSet, as `kubectl patch` takes it. */
  readonly patch?: object;
  /** Other images, by container. */
  readonly setImage?: { readonly [container: string]: string };
  /** `kubectl rollout undo`: the template before the stored one comes back. */
  readonly rollback?: true;
  /** A Node joins, or is another one from now on: its whole manifest. */
  readonly setNode?: object;
  /** A Node joins that is like another one, but for some labels and taints. */
  readonly addNode?: { readonly name: string; readonly like?: string; readonly labels?: Changes; readonly taints?: Changes };
  readonly label?: { readonly nodes: NodesOf; readonly labels: Changes };
  readonly taint?: { readonly nodes: NodesOf; readonly taints: Changes };
  readonly cordon?: NodesOf;
  readonly uncordon?: NodesOf;
  /** `kubectl drain --ignore-daemonsets`: to a DaemonSet, a cordon. */
  readonly drain?: NodesOf;
  /** The Nodes do not answer from now on, and the cluster has noticed. */
  readonly down?: NodesOf;
  /** They answer again. */
  readonly up?: NodesOf;
  readonly deleteNode?: NodesOf;
  /** Somebody deletes the DaemonSet's Pods there. */
  readonly deletePod?: NodesOf;
  /** The same with `--force`: they are gone at once. */
  readonly forceDeletePod?: NodesOf;
  /** The DaemonSet's Pods there are not Ready from now on. */
  readonly notReady?: NodesOf;
}

// ----------------------------------------------------------------------------------------------------------- answer

/** The answer to a `RolloutQuestion`. */
export type RolloutAnswer = RolloutFound | ExplainNotFound;

/** By step: every moment at which something happens. */
export interface RolloutSteps {
  /** Seconds from the update. */
  readonly time: Column;
  readonly desired: Column;
  readonly current: Column;
  readonly misscheduled: Column;
  readonly ready: Column;
  readonly updated: Column;
  readonly available: Column;
  readonly unavailable: Column;
  /** Nodes that use up the budget. */
  readonly held: Column;
  /** Index into `messages`. */
  readonly message: Column;
}

/** How long Pods take on some Nodes. */
export interface NodeTimes {
  readonly nodes: number;
  /** One of them. */
  readonly example: string;
  /** From creation to Ready. */
  readonly startupSeconds: number;
  /** From deletion to gone. */
  readonly terminationSeconds: number;
  readonly parts: readonly {
    readonly of: "start" | "stop";
    /** `pulls its image` */
    readonly what: string;
    readonly seconds: number;
    /** Where the figure comes from: `readinessProbe.initialDelaySeconds of container agent`. */
    readonly source: string;
  }[];
}

/** What the course of an update means. Nodes are indices into `nodes`, ascending. */
export interface RolloutMeaning {
  readonly summary: {
    /** The fewest available Nodes. */
    readonly minAvailable: number;
    /** The most eligible Nodes that are not available. */
    readonly peakUnavailable: number;
    /** Available Nodes of the eligible ones over the whole time, in thousandths. */
    readonly availabilityPermille: number;
    /** Nodes that lose their Pod for good, of which `kubectl rollout status` does not tell. */
    readonly losesCoverage: Column;
    /** Nodes where an old and a new Pod ran at once. */
    readonly sideBySide: Column;
    /** Nodes that have no Pod before and one at the end. */
    readonly gains: Column;
  };
  /** Node by Node, the stretches of time between which its state changes. */
  readonly spans: {
    /** Where the stretches of each Node begin in the other columns, and where the last one's end. */
    readonly offset: Column;
    /** Seconds from the update. */
    readonly since: Column;
    /**
     * 0 no such Node, 1 no Pod and none wanted, 2 no Pod, 3 old available, 4 old not available, 5 terminating,
     * 6 terminating for ever, 7 new starting, 8 new never Ready, 9 new Pending, 10 new Pending beside the old one,
     * 11 new Ready, 12 new available, 13 old and new side by side, 14 the same, and the new one never Ready.
     */
    readonly state: Column;
  };
  /** Who holds the update up at the end: one entry for each reason. */
  readonly blockers: readonly {
    readonly reason:
      | "nodeGone"
      | "nodeSilent"
      | "neverReady"
      | "unschedulable"
      | "portsTaken"
      | "oldUnavailable"
      | "missing"
      | "terminating"
      | "starting"
      | "notYetAvailable"
      | "severalPods";
    /** `the new Pod does not become Ready` */
    readonly text: string;
    readonly nodes: Column;
  }[];
  /** Nodes whose old Pod is left. */
  readonly waiting: Column;
  /** What frees the update, the smallest change first; each was tried a second after the end. */
  readonly remedies: readonly {
    readonly fix:
      | "maxUnavailable"
      | "maxSurge"
      | "deletePods"
      | "forceDeletePods"
      | "undo"
      | "withoutSurge"
      | "deleteNodes";
    /** ``raise `maxUnavailable` to 2`` */
    readonly text: string;
    /** Whether the update completes then, or goes on without those that hold it up. */
    readonly completes: boolean;
    /** From the change to the end. */
    readonly seconds: number;
    readonly nodes: Column;
  }[];
  /** Changes that may free the update were left untried: `onProgress` stopped, or trying takes much longer than the update. */
  readonly remediesUntried?: true;
}

/** What an update is: what it changes, and what that does. */
export interface Update {
  readonly by: "first" | "apply" | "restart" | "patch" | "setImage" | "undo" | "delete";
  /** Whether new Pods replace those of before. */
  readonly rollsOut: boolean;
  /** The same in words. */
  readonly sentence: string;
  /** What differs between what the API server stores before and after; the first 200. */
  readonly changes: readonly FieldChange[];
  /** How many more there are. */
  readonly moreChanges?: number;
  /** Indices into `nodes`: those that get a Pod at once, because they were not eligible before. */
  readonly gains: Column;
  /** Those whose Pod is deleted at once, because they are no longer eligible. The budget does not count them. */
  readonly loses: Column;
  /** Why it does not happen; empty where it does. */
  readonly refused: readonly {
    readonly by: "kubectl" | "apiserver";
    /** The field of the DaemonSet that it is about. */
    readonly path?: string;
    /** In Kubernetes' own words, where it has some. */
    readonly message: string;
  }[];
}

/** A field that an update changes. */
export interface FieldChange {
  /** `spec.template.spec.containers[name=agent].image` */
  readonly path: string;
  readonly in: "template" | "spec" | "metadata";
  /** Left out where it was not there. Lists and maps as JSON; what is long is cut. */
  readonly before?: string;
  /** Left out where it is gone. */
  readonly after?: string;
  /** The list has the same items in another order. */
  readonly reordered?: true;
  readonly effect: "newPods" | "nodesAtOnce" | "thisRollout" | "nothing";
  /** `makes new Pods` */
  readonly text: string;
}

/** The course of an update. */
export interface RolloutFound extends AnswerHead, RolloutMeaning {
  readonly found: true;
  readonly daemonSet: ObjectRef;
  /** What the update is. */
  readonly update: Update;
  /** What is there before: nothing, the old DaemonSet with its Pods everywhere, or what a cluster printed. */
  readonly start: "nothing" | "settled" | "recorded";
  readonly strategy: "RollingUpdate" | "OnDelete";
  /** Resolved for the Nodes that are eligible at the beginning. */
  readonly limits?: { readonly maxUnavailable: number; readonly maxSurge: number };
  /** Kubernetes' text where a limit cannot be resolved. */
  readonly limitsError?: string;
  /** Seconds for which a Pod must be Ready until it counts as available. */
  readonly minReadySeconds: number;
  /** `refused`: nothing is played; `waiting`: for somebody who deletes the old Pods; `stopped`: by `onProgress`. */
  readonly outcome: "refused" | "complete" | "stuck" | "waiting" | "timeOut" | "halted" | "restless" | "stopped";
  /** `the update ends after 3 min 40 s` */
  readonly verdict: string;
  /** From the update to the last moment at which something happens. */
  readonly seconds: number;
  /** In which order Nodes are taken where the controller's order is not defined. */
  readonly order: { readonly by: "name" } | { readonly by: "seed"; readonly seed: number };
  /** Every Node that plays a part, by name; those that join later are among them. */
  readonly nodes: readonly string[];
  /** The status before the update; left out in a first rollout. */
  readonly initial?: DaemonSetStatus;
  readonly steps: RolloutSteps;
  /** What `kubectl rollout status` says, each text once. */
  readonly messages: readonly string[];
  readonly kubectlHeader: string;
  /** What `kubectl get daemonset` prints at each step; for the first 5,000 steps. */
  readonly kubectlRows: readonly string[];
  readonly events: {
    /** Index of the step, ascending. */
    readonly step: Column;
    /**
     * 0 a deleted Pod is gone, 1 a Pod becomes Ready, 2 a Pod is deleted, 3 a Pod is created, 4 a Node joins, 5 changes,
     * 6 leaves, 7 does not answer any more, 8 answers again, 9 another DaemonSet is stored, 10 one whose template was stored
     * before, 11 a Pod is deleted with `--force`, 12 a Pod is not Ready any more.
     */
    readonly kind: Column;
    /** Index into `nodes`; 4294967295 where it is about the DaemonSet. */
    readonly node: Column;
    /** Index into `causes`. */
    readonly cause: Column;
  };
  /** Why it happens, each text once: `within maxUnavailable 2`. */
  readonly causes: readonly string[];
  /** The most numerous Nodes first; at most 20. */
  readonly times: readonly NodeTimes[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}
