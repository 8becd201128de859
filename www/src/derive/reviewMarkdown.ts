/** A review as Markdown, for an issue or a merge request. Lines of the texts are not in it, and what messages quote is redacted. */

import type { Diagnostic, LintAnswer, Preset } from "everynode";
import { redact } from "../share/redact";
import { withholder } from "../share/redacted";
import type { SourceFile } from "../state/state";
import { reviewTexts } from "../texts/review";
import { lines } from "./checks";
import { findingGroups, objectName } from "./findings";
import { code, plain } from "./markdown";
import { capital } from "./words";

/** `files`: what the findings are about. */
export function reviewMarkdown(lint: LintAnswer, diagnostics: readonly Diagnostic[], preset: Preset, files: readonly SourceFile[]): string {
  const withheld = withholder(files);
  const { markdown } = reviewTexts;
  const made = markdown.made(lint.version, lint.kubernetes, preset);
  if (diagnostics.length === 0) return `${markdown.none}\n\n${made}\n`;
  const groups = findingGroups(diagnostics, lint.roles).map(({ object, file, findings }) => {
    const title = markdown.title(code(object === undefined ? file : objectName(object)));
    return `${title}\n\n${findings.map((each) => item(each, withheld)).join("\n")}\n`;
  });
  return redact(`${groups.join("\n")}\n${made}\n`).text;
}

/** One finding; `withheld` takes secrets out of what is said. */
export function item(diagnostic: Diagnostic, withheld: (said: string) => string): string {
  const { severity, rule, file, message, why, help } = diagnostic;
  const say = (said: string) => plain(withheld(said));
  const head = `- **${reviewTexts.severity(severity)}** ${say(capital(message))} (${code(`${file} ${lines(diagnostic)}`)}, ${code(rule)})`;
  const rest = [why, help].filter((each) => each !== undefined).map(say);
  return rest.length === 0 ? head : `${head}\n  ${rest.join(" ")}`;
}
