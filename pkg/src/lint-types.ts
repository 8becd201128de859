/** What a reviewer is asked and answers: findings, fixes, roles. On the Rust side of the contract: `src/ffi/shapes.rs`. */

import type { RuleId } from "./rule-ids.js";
import type { AnswerHead, ObjectRef, Place, Range, TextEdit } from "./types.js";

export type { LintRuleId, RuleId } from "./rule-ids.js";

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

export type Severity = "error" | "warning" | "info";

/** Who speaks: the reader of texts, the API server, or a reviewer. */
export type DiagnosticSource = "reader" | "apiserver" | "lint";

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
