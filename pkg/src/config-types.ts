/** The configuration of the reviewer as an object: what `everynode.yaml` holds. docs/lint-config.md describes it. */

import type { LintRuleId } from "./rule-ids.js";
import type { Preset, Role } from "./lint-types.js";

/** Off, on with its own severity, or on with this one. */
export type RuleSetting = "off" | "on" | "error" | "warning" | "info" | boolean;

/** What is set for single rules. */
export type RuleSettings = { readonly [id in LintRuleId]?: RuleSetting };

/** A part of the input: globs, where `*` stands for anything. Of several, one has to fit; what is left out fits everything. */
export interface ConfigPart {
  /** Names of files. */
  readonly files?: string | readonly string[];
  /** `Kind/namespace/name`. */
  readonly objects?: string | readonly string[];
  /** Fields, as the API writes them: `spec.template.spec.containers[0].image`. */
  readonly paths?: string | readonly string[];
}

/** Another setting for a part of the input; the last one that fits counts. */
export interface ConfigOverride extends ConfigPart {
  readonly role?: Role;
  readonly rules?: RuleSettings;
}

/** What is put aside. */
export interface ConfigIgnore extends ConfigPart {
  readonly rules: LintRuleId | readonly LintRuleId[];
  /** For those who read it. */
  readonly reason?: string;
}

/** What the reviewer follows. */
export interface Config {
  /** They add up; `recommended` where none is given. */
  readonly presets?: Preset | readonly Preset[];
  readonly rules?: RuleSettings;
  /** The role of every agent; without it, one is guessed for each. */
  readonly role?: Role;
  /** The level of the Pod Security Standards that Pods must pass: what it forbids is an error. */
  readonly podSecurity?: "privileged" | "baseline" | "restricted";
  /** Registries that images may come from; `*` stands for anything. */
  readonly registries?: string | readonly string[];
  /** How much of the CPU or memory of a Node all DaemonSets may request together, from 0 to 100; 25 where it is left out. */
  readonly overheadPercent?: number;
  /** The input is a whole cluster: what is not there does not exist. */
  readonly complete?: boolean;
  /** From which severity on a command fails; findings are the same. */
  readonly failOn?: "error" | "warning" | "info" | "never";
  readonly overrides?: readonly ConfigOverride[];
  readonly ignores?: readonly ConfigIgnore[];
}
