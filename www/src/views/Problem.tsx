import type { Diagnostic, Place, TextEdit } from "everynode";
import { lines } from "../derive/checks";
import { frameOf } from "../derive/frame";
import { capital } from "../derive/words";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Said } from "./Said";

interface Props {
  readonly diagnostic: Diagnostic;
  /** Of the file it is in; undefined when that is attached. */
  readonly text: string | undefined;
  readonly current: boolean;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
}

/** One finding: what, where in the text, why, and the fixes. */
export function Problem({ diagnostic, text, current, apply, jump }: Props) {
  const { severity } = diagnostic;
  return (
    <article class="prob">
      <Glyph name={severity} state={severity} />
      <h2>
        <span class="sr">{texts.problems.severity(severity)}: </span>
        <Said text={capital(diagnostic.message)} />
      </h2>
      {diagnostic.url === undefined ? (
        <code class="rule">{diagnostic.rule}</code>
      ) : (
        <a class="rule" href={diagnostic.url} rel="noreferrer" target="_blank">
          {diagnostic.rule}
        </a>
      )}
      <p class="at">
        <button class="where" onClick={() => jump(diagnostic)}>
          {texts.problems.at(diagnostic.file, lines(diagnostic))}
        </button>
        , {texts.problems.source[diagnostic.source]}
      </p>
      {text !== undefined && current && <Frame diagnostic={diagnostic} text={text} />}
      {(diagnostic.why !== undefined || diagnostic.help !== undefined) && (
        <p class="bd">
          {diagnostic.why !== undefined && <Said text={diagnostic.why} />}{" "}
          {diagnostic.help !== undefined && <Said text={diagnostic.help} />}
        </p>
      )}
      {diagnostic.related.map((related, at) => (
        <p class="bd" key={at}>
          <button class="where" onClick={() => jump(related)}>
            {texts.problems.at(related.file, lines(related))}
          </button>{" "}
          <Said text={related.message} />
        </p>
      ))}
      {diagnostic.fixes.length > 0 && (
        <div class="act">
          {diagnostic.fixes.map((fix) => (
            <button key={fix.title} class="btn sm line" disabled={!current} onClick={() => apply(fix.edits)}>
              <Said text={fix.title} />
            </button>
          ))}
        </div>
      )}
    </article>
  );
}

function Frame({ diagnostic, text }: { readonly diagnostic: Diagnostic; readonly text: string }) {
  return (
    <div class="frame" tabIndex={0} role="group" aria-label={texts.problems.at(diagnostic.file, lines(diagnostic))}>
      {frameOf(text, diagnostic.range).map((line) => (
        <div key={line.number} class={line.hit ? "hit" : undefined}>
          <span class="no">{line.number}</span>
          <span>
            {line.before}
            {line.marked !== "" && <span class={`sq ${diagnostic.severity}${line.marked.trim() === "" ? " blank" : ""}`}>{line.marked}</span>}
            {line.after}
          </span>
        </div>
      ))}
    </div>
  );
}
