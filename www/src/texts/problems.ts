/** Texts about findings that the page shows before the review is there. */

import type { Severity } from "everynode";
import type { ProblemCounts } from "../derive/verdict";
import { count, number } from "./words";

const severities: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["hint", "hints"],
};

export const problemTexts = {
  problems: {
    counts: ({ error, warning, info }: ProblemCounts) =>
      [
        error > 0 ? count(error, ...severities.error) : "",
        warning > 0 ? count(warning, ...severities.warning) : "",
        error + warning === 0 ? count(info, ...severities.info) : "",
      ]
        .filter((each) => each !== "")
        .join(", "),
    severity: (severity: Severity) => severities[severity][0],
    severityCount: (severity: Severity, of: number) => count(of, ...severities[severity]),
    source: { reader: "found while reading", apiserver: "refused by the API server", lint: "found in review" },
    region: "Problems",
    filter: "Severity",
    all: (of: number) => `All ${number(of)}`,
    ofOneSeverity: (severity: Severity, of: number) => {
      const name = severities[severity][1];
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number(of)}`;
    },
    none: "Nothing to say about these texts",
    noneHelp: "Every document was read as `kubectl` reads it.",
    nothingRead: "There is no object in them yet.",
    read: "Read from these texts",
    more: (left: number) => `${number(left)} more`,
    at: (file: string, lines: string) => `${file} ${lines}`,
  },
} as const;
