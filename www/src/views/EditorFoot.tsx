import type { LintAnswer } from "everynode";
import { problemCounts } from "../derive/verdict";
import { listing } from "../state/actions";
import { useRedacted } from "../share/redacted";
import { SEVERITIES, type SourceFile } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly file: SourceFile;
  readonly lint: LintAnswer | undefined;
  /** The list of problems is open. */
  readonly open: boolean;
  readonly dispatch: Dispatch;
}

/** Under the editor: how many findings there are, which opens their list, and how long the file is. */
export function EditorFoot({ file, lint, open, dispatch }: Props) {
  const counts = problemCounts({ diagnostics: lint?.diagnostics ?? [] });
  const all = counts.error + counts.warning + counts.info;
  const secrets = useRedacted(file)?.found.length ?? 0;
  return (
    <div class="edfoot">
      <button class="counts" aria-expanded={open} aria-controls={open ? "problems" : undefined} onClick={() => dispatch(listing({ open: !open }))}>
        <Glyph name="caret" />
        {texts.problems.button}
        {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <span key={severity} aria-hidden="true">
            <Glyph name={severity} state={severity} />
            {counts[severity]}
          </span>
        ))}
        {lint !== undefined && all === 0 && <span aria-hidden="true">{texts.problems.none}</span>}
      </button>
      <span class="sr" aria-live="polite">
        {lint !== undefined && (all === 0 ? texts.problems.nothing : SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => texts.problems.severityCount(severity, counts[severity])).join(", "))}
      </span>
      {secrets > 0 && <span class="st-wait">{texts.keeping.redacts(secrets)}</span>}
      <span class="sp" />
      {file.attached === undefined && <span>{texts.files.lines(lineCount(file.text))}</span>}
      <span>{file.name.endsWith(".json") ? "JSON" : file.name.endsWith(".md") ? "Markdown" : "YAML"}</span>
    </div>
  );
}

function lineCount(text: string): number {
  let lines = text.endsWith("\n") || text === "" ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
