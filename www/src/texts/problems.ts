/** Texts about findings that the page shows before the review is there. */

import type { Severity } from "everynode";
import type { ProblemCounts } from "../derive/verdict";
import { count } from "./words";

export const severities: Readonly<Record<Severity, readonly [string, string]>> = {
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
    severityCount: (severity: Severity, of: number) => count(of, ...severities[severity]),
    severity: (severity: Severity) => severities[severity][0],
    button: "Problems",
    none: "none",
    nothing: "no problems",
    fixes: "Fixes",
    unsafe: "changes behaviour",
    fixHere: (line: number) => `Fixes for line ${line}`,
  },
} as const;
