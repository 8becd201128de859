/** Everything that is shown as Markdown, for an issue: the verdict, the nodes by reason, the findings, the manifests, the command. */

import type { DaemonSetPlacement, PlaceAnswer } from "everynode";
import { idOf, playedOf } from "../answer/choose";
import type { Answer } from "../answer/answer";
import { cell, code, fence, plain } from "../derive/markdown";
import { item } from "../derive/reviewMarkdown";
import { shareTexts } from "../texts/share";
import type { SourceFile } from "../state/state";
import type { Shared } from "./form";
import { redact } from "./redact";
import { withholder } from "./redacted";

/** More names than this are counted. */
const NAMES = 6;
/** More findings than this are counted. */
const FINDINGS = 30;
/** Letters of one file; issues take 65,536 in all. */
const LONGEST_FILE = 12_000;
/** Letters of a link that an issue can carry. */
export const LONGEST_LINK = 8 * 1024;

export interface Reported {
  readonly shared: Shared;
  /** The files as they are in the editor, which the answer quotes. */
  readonly files: readonly SourceFile[];
  readonly answer: Answer;
  readonly daemonSet: DaemonSetPlacement | undefined;
  readonly line: string;
  readonly link: string;
}

export function report({ shared, files, answer, daemonSet, line, link }: Reported): string {
  const { markdown } = shareTexts;
  const { place, lint } = answer;
  const course = playedOf(answer.course, daemonSet);
  const parts: string[] = [];
  const withheld = withholder(files);
  const say = (said: string) => plain(withheld(said));
  if (daemonSet !== undefined) {
    parts.push(`**${code(idOf(daemonSet))} ${say(daemonSet.verdict)}**`);
    if (course?.texts === answer.texts) parts.push(say(markdown.update(course.found.verdict)));
    if (daemonSet.groups.length > 0) parts.push(table(daemonSet, place, say));
  }
  const findings = lint.diagnostics.slice(0, FINDINGS).map((each) => item(each, withheld));
  if (findings.length > 0) {
    const more = lint.diagnostics.length - findings.length;
    parts.push(`**${markdown.findings(lint.diagnostics.length)}**\n\n${findings.join("\n")}${more > 0 ? `\n- ${markdown.more(more)}` : ""}`);
  }
  parts.push(`${markdown.line}\n\n${fence(line, "sh")}`);
  for (const { name, text } of shared.files) parts.push(file(name, text));
  parts.push(markdown.made(lint.version, lint.kubernetes) + (link.length <= LONGEST_LINK ? ` ${markdown.open(link)}` : ""));
  // What an answer quotes comes from the texts as they are in the editor.
  return redact(`${parts.join("\n\n")}\n`).text;
}

function table({ groups }: DaemonSetPlacement, { nodes }: PlaceAnswer, say: (said: string) => string): string {
  const { head } = shareTexts.markdown;
  const rows = groups.map((group) => {
    const names = [...group.nodes.slice(0, NAMES)].map((node) => code(nodes.names[node] ?? ""));
    const more = group.nodes.length - names.length;
    const all = `${group.nodes.length}: ${names.join(", ")}${more > 0 ? ` ${shareTexts.markdown.andMore(more)}` : ""}`;
    return `| ${cell(say(group.title))} | ${cell(all)} | ${cell(say(group.sentence))} |`;
  });
  return `| ${head.join(" | ")} |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function file(name: string, text: string): string {
  const { markdown } = shareTexts;
  const language = name.endsWith(".json") ? "json" : name.endsWith(".md") ? "markdown" : "yaml";
  if (text.length > LONGEST_FILE) return `${code(name)}: ${markdown.tooLong(text.length)}`;
  // In HTML a name is a name, whatever stands in it.
  const title = name.replace(/[&<>"'`*_[\]\\@|]/g, (letter) => `&#${letter.codePointAt(0)};`);
  return `<details><summary>${title}</summary>\n\n${fence(text, language)}\n\n</details>`;
}
