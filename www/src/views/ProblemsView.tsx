import type { Diagnostic, LintAnswer, Place, Severity, TextEdit } from "everynode";
import { useState } from "preact/hooks";
import { problemCounts } from "../derive/verdict";
import type { SourceFile } from "../state/state";
import { texts } from "../texts";
import { Kinds } from "./Kinds";
import { Problem } from "./Problem";
import { Said } from "./Said";

interface Props {
  readonly lint: LintAnswer;
  readonly files: readonly SourceFile[];
  readonly current: boolean;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
/** More than this are drawn only when asked for. */
const A_PAGE = 100;

/** What the texts are at fault for, gravest first within each file, with the lines. */
export function ProblemsView({ lint, files, current, apply, jump }: Props) {
  const [wanted, setOnly] = useState<Severity | null>(null);
  const [pages, setPages] = useState(1);
  const counts = problemCounts(lint);
  const all = lint.diagnostics.length;
  // The last finding of the wanted severity may be gone.
  const only = wanted !== null && counts[wanted] > 0 ? wanted : null;
  if (all === 0) {
    return (
      <div class="empty">
        <h2>{texts.problems.none}</h2>
        <p>
          <Said text={lint.counts.length === 0 ? texts.problems.nothingRead : texts.problems.noneHelp} />
        </p>
        <Kinds title={texts.problems.read} counts={lint.counts} />
      </div>
    );
  }
  const kept = lint.diagnostics.filter((each) => only === null || each.severity === only);
  const shown = kept.slice(0, pages * A_PAGE);
  return (
    <div class="v-problems">
      <div class="tool">
        <div class="seg" role="group" aria-label={texts.problems.filter}>
          <button aria-pressed={only === null} onClick={() => setOnly(null)}>
            {texts.problems.all(all)}
          </button>
          {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
            <button key={severity} aria-pressed={only === severity} onClick={() => setOnly(severity)}>
              {texts.problems.ofOneSeverity(severity, counts[severity])}
            </button>
          ))}
        </div>
      </div>
      <div class="scroll probs" tabIndex={0} role="region" aria-label={texts.problems.region}>
        {shown.map((diagnostic, at) => (
          <Problem
            key={at}
            diagnostic={diagnostic}
            text={textOf(files, diagnostic)}
            current={current}
            apply={apply}
            jump={jump}
          />
        ))}
        {shown.length < kept.length && (
          <button class="btn line" onClick={() => setPages(pages + 1)}>
            {texts.problems.more(kept.length - shown.length)}
          </button>
        )}
        <Kinds title={texts.problems.read} counts={lint.counts} />
      </div>
    </div>
  );
}

function textOf(files: readonly SourceFile[], { file }: Diagnostic): string | undefined {
  const found = files.find((each) => each.name === file);
  return found?.attached === undefined ? found?.text : undefined;
}
