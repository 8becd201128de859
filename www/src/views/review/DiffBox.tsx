import type { TextEdit } from "everynode";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { hunksOf } from "../../derive/diff";
import type { SourceFile } from "../../state/state";
import { texts } from "../../texts";
import { reviewTexts } from "../../texts/review";
import { Said } from "../Said";

interface Props {
  readonly title: string;
  readonly effect: string;
  readonly files: readonly SourceFile[];
  readonly edits: readonly TextEdit[];
  /** Stands before the buttons. */
  readonly children?: ComponentChildren;
  readonly applyLabel: string;
  /** The answer is about the very texts that are shown. */
  readonly current: boolean;
  readonly apply: () => void;
  readonly cancel: () => void;
}

const CLASS = { "+": "a", "-": "d", " ": "" } as const;
/** More hunks are counted by their lines alone. */
const SHOWN = 30;

/** What is about to change, line by line, before anybody changes it. */
export function DiffBox({ title, effect, files, edits, children, applyLabel, current, apply, cancel }: Props) {
  const hunks = useMemo(() => hunksOf(files, edits), [files, edits]);
  const several = hunks.length > 1 || new Set(hunks.map(({ file }) => file)).size > 1;
  return (
    <section
      class="fix"
      aria-label={reviewTexts.preview(title)}
      onKeyDown={(event) => {
        if (event.key === "Escape") cancel();
      }}
    >
      <p>
        <b>
          <Said text={title} />
        </b>
        <span class="effect">
          <Said text={effect} />
        </span>
      </p>
      {hunks.length > 0 && (
        <div class="diff" tabIndex={0} role="group" aria-label={reviewTexts.preview(title)}>
          {hunks.slice(0, SHOWN).map((hunk, nth) => (
            <div class="hunk" key={nth}>
              {several && <div class="where">{reviewTexts.line(hunk.file, hunk.line)}</div>}
              {hunk.lines.map(({ sign, text }, at) => (
                <div key={at} class={CLASS[sign]}>
                  <i aria-hidden="true">{sign}</i>
                  {sign !== " " && <span class="sr">{sign === "+" ? texts.fix.added : texts.fix.removed} </span>}
                  {text}
                </div>
              ))}
            </div>
          ))}
          {hunks.length > SHOWN && <div class="where">{reviewTexts.more(hunks.length - SHOWN)}</div>}
        </div>
      )}
      <footer>
        {children}
        <span class="sp" />
        <button class="btn sm" onClick={cancel}>
          {reviewTexts.cancel}
        </button>
        <button class="btn sm solid" disabled={!current || edits.length === 0} onClick={apply}>
          {applyLabel}
        </button>
      </footer>
    </section>
  );
}
