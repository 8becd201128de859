import type { LintAnswer } from "everynode";
import { problemCounts } from "../derive/verdict";
import { showView } from "../state/actions";
import { useRedacted } from "../share/redacted";
import type { SourceFile } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly file: SourceFile;
  readonly lint: LintAnswer | undefined;
  readonly dispatch: Dispatch;
}

const SEVERITIES = ["error", "warning", "info"] as const;

/** Under the editor: how many findings there are in this file, and how long it is. */
export function EditorFoot({ file, lint, dispatch }: Props) {
  const own = lint?.diagnostics.filter((each) => each.file === file.name) ?? [];
  const counts = lint === undefined ? { error: 0, warning: 0, info: 0 } : problemCounts({ diagnostics: own });
  const secrets = useRedacted(file)?.found.length ?? 0;
  return (
    <div class="edfoot">
      {own.length > 0 && (
        <button class="counts" onClick={() => dispatch(showView("review"))}>
          {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
            <span key={severity}>
              <Glyph name={severity} state={severity} />
              <span aria-hidden="true">{counts[severity]}</span>
              <span class="sr">{texts.problems.severityCount(severity, counts[severity])}</span>
            </span>
          ))}
        </button>
      )}
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
