/** A review as Markdown, for an issue or a merge request. Lines of the texts are not in it: they may hold secrets. */

import type { Diagnostic, LintAnswer, Preset } from "everynode";
import { reviewTexts } from "../texts/review";
import { lines } from "./checks";
import { findingGroups, objectName } from "./findings";
import { capital } from "./words";

export function reviewMarkdown(lint: LintAnswer, diagnostics: readonly Diagnostic[], preset: Preset): string {
  const { markdown } = reviewTexts;
  const made = markdown.made(lint.version, lint.kubernetes, preset);
  if (diagnostics.length === 0) return `${markdown.none}\n\n${made}\n`;
  const groups = findingGroups(diagnostics, lint.roles).map(({ object, file, findings }) => {
    const title = markdown.title(code(object === undefined ? file : objectName(object)));
    return `${title}\n\n${findings.map(item).join("\n")}\n`;
  });
  return `${groups.join("\n")}\n${made}\n`;
}

function item(diagnostic: Diagnostic): string {
  const { severity, rule, file, message, why, help } = diagnostic;
  const head = `- **${reviewTexts.severity(severity)}** ${plain(capital(message))} (${code(`${file} ${lines(diagnostic)}`)}, ${code(rule)})`;
  const rest = [why, help].filter((each) => each !== undefined).map(plain);
  return rest.length === 0 ? head : `${head}\n  ${rest.join(" ")}`;
}

/** Text in which only what stands between backticks is code, and nothing else is markup. */
function plain(text: string): string {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return escaped(text);
  return parts.map((part, at) => (at % 2 === 1 ? code(part) : escaped(part))).join("");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~@]/g, "\\$&").replace(/\s+/g, " ");
}

function code(text: string): string {
  const one = text.replace(/\s+/g, " ");
  const longest = Math.max(0, ...[...one.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return longest === 0 ? `${ticks}${one}${ticks}` : `${ticks} ${one} ${ticks}`;
}
