/** Texts of the review. They come with its view. */

import type { DiagnosticSource, Preset, Role, Severity } from "everynode";
import { severities } from "./problems";
import { count, list, number } from "./words";

const roles: Readonly<Record<Role, string>> = {
  generic: "agent of any kind",
  "log-collector": "log collector",
  "metrics-exporter": "metrics exporter",
  cni: "network plugin (CNI)",
  csi: "storage plugin (CSI)",
  "security-agent": "security agent",
  "device-plugin": "device plugin",
};

export const reviewTexts = {
  region: "Findings",
  severity: (severity: Severity) => severities[severity][0],
  filter: "Severity",
  all: (of: number) => `All ${number(of)}`,
  ofOneSeverity: (severity: Severity, of: number) => {
    const name = severities[severity][1];
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number(of)}`;
  },
  fixable: "Fixable",
  find: "Find a rule or a word",
  findHint: "rule or word",
  noneLeft: "No finding is like this",
  noneLeftHelp: (all: number) => `${count(all, "finding")} ${all === 1 ? "is" : "are"} hidden by the choice above.`,
  showAll: "Show all findings",
  preset: "Rules",
  presets: {
    recommended: "Recommended",
    strict: "Strict",
    security: "Security",
    off: "None",
  } satisfies Record<Preset, string>,
  presetAbout: {
    recommended: "What goes wrong with DaemonSets, and what most reviewers ask for.",
    strict: "Every rule.",
    security: "What an intruder could use.",
    off: "Only what cannot be read.",
  } satisfies Record<Preset, string>,
  role: "Taken for a",
  roles,
  roleGuess: (role: Role) => `${roles[role]} (guessed)`,
  roleGuessed: "guess it",
  because: (reason: string) => `because ${reason}`,
  roleSet: "as chosen here",
  level: "Pod Security",
  anyLevel: "any",
  levelTip: "What the level forbids is an error.",
  roleTip: "What an agent of this kind needs of its nodes is advice, not a warning.",
  fixAll: (findings: number) => `Fix ${number(findings)} safely`,
  fixAllTitle: (findings: number) => `${count(findings, "safe fix", "safe fixes")} at once`,
  fixAllEffect: "The objects mean the same afterwards.",
  fixLeft: (title: string, brings: string) => `Left as it is: “${title}” would bring about “${brings}”.`,
  copy: "Copy as Markdown",
  source: { reader: "found while reading", apiserver: "refused by the API server", lint: "found in review" } satisfies Record<DiagnosticSource, string>,
  at: (file: string, lines: string) => `${file} ${lines}`,
  file: (file: string) => `${file}, about no object`,
  many: (findings: number) => count(findings, "finding"),
  about: "About this rule",
  page: "This rule's page",
  when: "Severity and presets",
  code: (title: string) => `${title}, as YAML`,
  pagesFailed: "The pages about rules could not be loaded. Reload the page to try again.",
  pagesLoading: "Loading what there is to say about this rule.",
  noPage: "The reader finds this; no rule stands behind it.",
  safe: "Safe: the object means the same afterwards.",
  unsafe: "Changes behaviour: the object means something else afterwards.",
  line: (file: string, line: number) => `${file} L${line}`,
  apply: "Apply",
  cancel: "Cancel",
  preview: (title: string) => `What “${title.replaceAll("`", "")}” changes`,
  ignore: "Ignore",
  ignoreTitle: "Put this finding aside",
  ignoreEffect: "A comment in the text says so, and why, to whoever reads it.",
  reason: "Reason",
  reasonHint: "why it is right here",
  writeComment: "Write the comment",
  notIgnorable: "This one cannot be put aside.",
  noComment: "This text takes no comment here.",
  ignored: (findings: number) => `${count(findings, "finding")} put aside by comments and annotations.`,
  more: (left: number) => `${number(left)} more`,
  read: "Read from these texts",
  none: "Nothing to say about these texts",
  noneHelp: (rules: number | null, preset: Preset) =>
    rules === null
      ? "Every document was read as `kubectl` reads it."
      : `Every document was read as `+"`kubectl`"+` reads it, and ${count(rules, "rule")} of the preset \`${preset}\` found nothing.`,
  noneRoles: (guesses: readonly string[]) => `They were read as ${list(guesses)}.`,
  roleOf: (object: string, role: Role) => `\`${object}\`, ${roles[role]}`,
  tryPreset: (preset: Preset) => `Ask the preset ${preset}`,
  nothingRead: "There is no object in them yet.",
  markdown: {
    title: (name: string) => `## Review of ${name}`,
    made: (version: string, kubernetes: string, preset: Preset) => `everynode ${version}, Kubernetes ${kubernetes}, preset \`${preset}\``,
    none: "No findings.",
  },
} as const;
