/** A review as Markdown, for an issue or a merge request. Lines of the texts are not in it, and what messages quote is redacted. */

import type { Diagnostic, LintAnswer, Preset } from "everynode";
import { redact } from "../share/redact";
import { reviewTexts } from "../texts/review";
import { lines } from "./checks";
import { findingGroups, objectName } from "./findings";
import { code, plain } from "./markdown";
import { capital } from "./words";

export function reviewMarkdown(lint: LintAnswer, diagnostics: readonly Diagnostic[], preset: Preset): string {
  const { markdown } = reviewTexts;
  const made = markdown.made(lint.version, lint.kubernetes, preset);
  if (diagnostics.length === 0) return `${markdown.none}\n\n${made}\n`;
  const groups = findingGroups(diagnostics, lint.roles).map(({ object, file, findings }) => {
    const title = markdown.title(code(object === undefined ? file : objectName(object)));
    return `${title}\n\n${findings.map(item).join("\n")}\n`;
  });
  return redact(`${groups.join("\n")}\n${made}\n`).text;
}

export function item(diagnostic: Diagnostic): string {
  const { severity, rule, file, message, why, help } = diagnostic;
  const head = `- **${reviewTexts.severity(severity)}** ${plain(capital(message))} (${code(`${file} ${lines(diagnostic)}`)}, ${code(rule)})`;
  const rest = [why, help].filter((each) => each !== undefined).map(plain);
  return rest.length === 0 ? head : `${head}\n  ${rest.join(" ")}`;
}
