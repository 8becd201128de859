/** What the person at the page has chosen and typed. Answers are derived from it and never kept in it. */

import type { Preset, Role, Severity, TextEdit } from "everynode";

export type ViewId = "nodes" | "taints" | "affinity" | "rollout" | "review" | "whatif" | "stored";
export type Theme = "system" | "light" | "dark";

/** Texts above this size are attached: read by the core, summarised here, never an editor document. */
export const ATTACH_ABOVE = 2 * 1024 * 1024;

/** In the order of their tabs. */
export const VIEWS: readonly ViewId[] = ["nodes", "taints", "affinity", "rollout", "review", "whatif", "stored"];

/** The view of a name; what it was called before still leads to it. */
export function viewOf(name: unknown): ViewId | undefined {
  return name === "problems" ? "review" : VIEWS.find((view) => view === name);
}

export interface SourceFile {
  /** Stays through edits and renames; the editor keeps its history by it. */
  readonly id: number;
  /** Unique among the files; what findings and places refer to. */
  readonly name: string;
  /** Empty when attached. */
  readonly text: string;
  readonly attached?: Uint8Array;
}

/** A toleration's row and a taint's column, as the answer numbers them. */
export interface Cell {
  readonly toleration: number;
  readonly taint: number;
}

/** What can be supposed of nodes from the beginning. */
export const CONDITIONS = ["down", "neverReady", "unschedulable", "slow"] as const;
/** What can happen at a moment of the update. */
export const EVENTS = [
  "cordon",
  "uncordon",
  "drain",
  "taint",
  "label",
  "goesDown",
  "comesUp",
  "notReady",
  "deletePod",
  "forceDeletePod",
  "deleteNode",
  "addNode",
  "setImage",
  "rollback",
] as const;

/** One thing that is supposed about the update besides what the manifests say. */
export interface Supposition {
  readonly kind: (typeof CONDITIONS)[number] | (typeof EVENTS)[number];
  /** Names of nodes, or a label selector; empty where it is about none. For `addNode` the one that the new one is like. */
  readonly nodes: readonly string[];
  /** Seconds, a taint, a label, a name, `container=image`; empty where the kind says all. */
  readonly value: string;
  /** Seconds from the update; of events. */
  readonly time: number;
}

/** What the update is: the manifest as it is written, or what kubectl does to the DaemonSet without it. */
export const WAYS = ["apply", "restart", "setImage", "undo", "delete"] as const;

export type Way = (typeof WAYS)[number];

export interface Suppose {
  readonly way: Way;
  /** `container=image`, for `setImage`. */
  readonly image: string;
  readonly all: readonly Supposition[];
}

export const NOTHING_SUPPOSED: Suppose = { way: "apply", image: "", all: [] };

/** What can be supposed of nodes as if it were so already. */
export const NODE_CHANGES = ["taint", "label", "cordon", "uncordon", "down", "up", "addNode", "deleteNode"] as const;

export interface NodeChange {
  readonly kind: (typeof NODE_CHANGES)[number];
  /** Names of nodes; of `addNode` the one that the new one is like. */
  readonly nodes: readonly string[];
  /** A taint or a label as kubectl takes it, or the name of the new node; empty where the kind says all. */
  readonly value: string;
}

/** A change of a manifest that is supposed and not made. */
export interface ManifestChange {
  readonly kind: "edit";
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The files as they were when it was thought of; it fits no others. */
  readonly files: readonly SourceFile[];
}

export type WhatIf = NodeChange | ManifestChange;

/** What the reviewer is asked for. */
export interface Review {
  /** null: what the configuration among the files says, or `recommended`. */
  readonly preset: Preset | null;
  /** The level of the Pod Security Standards that Pods must pass; null: none, or what the configuration says. */
  readonly level: (typeof LEVELS)[number] | null;
  /** Roles that were chosen, by object: `DaemonSet/logging/fluent-bit`. Others are guessed. */
  readonly roles: Readonly<Record<string, Role>>;
}

export const LEVELS = ["baseline", "restricted"] as const;

/** The file that says what the reviewer follows. */
export const CONFIGURATION = "everynode.yaml";

export const PRESETS: readonly Preset[] = ["recommended", "strict", "security", "off"];

export const ROLES: readonly Role[] = ["generic", "log-collector", "metrics-exporter", "cni", "csi", "security-agent", "device-plugin"];

export const REVIEW: Review = { preset: null, level: null, roles: {} };

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Which findings are listed. */
export interface Sieve {
  /** null: every severity. */
  readonly severity: Severity | null;
  /** A part of a rule's name or of what is said. */
  readonly text: string;
  /** Only those that a click mends. */
  readonly fixable: boolean;
}

/** The list of findings under the editor. */
export interface Problems {
  readonly open: boolean;
  /** null: every severity. */
  readonly severity: Severity | null;
  /** The name of a file; null: all. */
  readonly file: string | null;
  /** The gravest first, or as they stand in the files. */
  readonly order: "gravity" | "place";
}

export const PROBLEMS: Problems = { open: false, severity: null, file: null, order: "gravity" };

export const ALL_FINDINGS: Sieve = { severity: null, text: "", fixable: false };

/** Something to say once, until it is dismissed or no longer so. */
export type Notice =
  /** What the last visit left, without their secrets (`redacted`) or not at all (`missing`). */
  | { readonly kind: "restored"; readonly redacted: readonly string[]; readonly missing: readonly string[] }
  | { readonly kind: "keptRedacted"; readonly files: readonly string[] }
  | { readonly kind: "storageFull" }
  /** A link holds nothing that can be read here. */
  | { readonly kind: "brokenLink" | "newerLink" }
  /** A link brought files; `before` brings back those of the last visit. */
  | { readonly kind: "openedLink"; readonly files: readonly string[]; readonly before: State }
  | { readonly kind: "attached"; readonly file: string }
  | { readonly kind: "unreadable"; readonly files: readonly string[] }
  /** The editor's code did not come; the texts can be read, not changed. */
  | { readonly kind: "noEditor" }
  /** Files of the person's own gave way to an example; `before` brings them back. */
  | { readonly kind: "replaced"; readonly files: readonly string[]; readonly before: State }
  /** A file that held text was removed from where it stood. */
  | { readonly kind: "removed"; readonly file: SourceFile; readonly at: number };

/** A wish to bring a place into sight: honoured once, when the next answer knows the place. */
export interface Reveal {
  readonly number: number;
  /** Open the place's file when it is not the one shown. */
  readonly open: boolean;
}

export interface State {
  readonly files: readonly SourceFile[];
  /** Id of the file in the editor. */
  readonly file: number;
  /** `namespace/name`; null: the first one. */
  readonly daemonSet: string | null;
  /** null: the one most worth explaining. */
  readonly node: string | null;
  /** Id of the check whose place is lit; null: the one that decides. */
  readonly check: string | null;
  /** null: the cell that comes closest. */
  readonly cell: Cell | null;
  /** Id of the requirement whose place is lit; null: the strictest. */
  readonly rule: string | null;
  /** Seconds from the update; null: where it says most. */
  readonly moment: number | null;
  readonly suppose: Suppose;
  readonly whatIf: readonly WhatIf[];
  readonly review: Review;
  readonly sieve: Sieve;
  readonly problems: Problems;
  /** Key of the finding that is talked about. */
  readonly finding: string | null;
  readonly view: ViewId;
  /** On narrow screens: the manifests are shown instead of the view. */
  readonly manifests: boolean;
  /** `reason`, the key of a facet, or `label:` and the key of a label. */
  readonly groupBy: string;
  /** A part of names, or a label selector. */
  readonly search: string;
  /** Nodes stand in a table. */
  readonly table: boolean;
  readonly theme: Theme;
  /** The example that was loaded; null once other files take its place. */
  readonly example: string | null;
  /** Nothing of the example has been changed yet. */
  readonly untouched: boolean;
  /** The moment to answer for; null: the clock's. */
  readonly now: string | null;
  readonly notice: Notice | null;
  readonly reveal: Reveal;
}

let lastId = 0;

/** A new file; texts above the limit become attached. */
export function sourceFile(name: string, text: string | Uint8Array): SourceFile {
  lastId += 1;
  if (typeof text !== "string") return { id: lastId, name, text: "", attached: text };
  if (text.length > ATTACH_ABOVE) return { id: lastId, name, text: "", attached: new TextEncoder().encode(text) };
  return { id: lastId, name, text };
}

/** `name`, or `name-2.yaml` and so on where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let count = 2; ; count += 1) {
    const candidate = `${stem}-${count}${extension}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

export function emptyState(theme: Theme): State {
  const file = sourceFile("daemonset.yaml", "");
  return {
    files: [file],
    file: file.id,
    daemonSet: null,
    node: null,
    check: null,
    cell: null,
    rule: null,
    moment: null,
    suppose: NOTHING_SUPPOSED,
    whatIf: [],
    review: REVIEW,
    sieve: ALL_FINDINGS,
    problems: PROBLEMS,
    finding: null,
    view: "nodes",
    manifests: false,
    groupBy: "reason",
    search: "",
    table: false,
    theme,
    example: null,
    untouched: false,
    now: null,
    notice: null,
    reveal: { number: 0, open: false },
  };
}
