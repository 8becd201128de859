import type { Suggestion, TextEdit } from "everynode";
import { texts } from "../texts";
import { CopyButton } from "./CopyButton";
import { Said } from "./Said";

interface Props {
  readonly suggestion: Suggestion;
  /** The answer is about the very text in the editor, so that its edits fit. */
  readonly current: boolean;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

const SIGN = { "+": "a", "-": "d", " ": "" } as const;

/** A way out: what to change, what it changes, and the lines. */
export function SuggestionBox({ suggestion, current, apply }: Props) {
  return (
    <section class="fix" aria-label={texts.fix.label}>
      <p>
        <b>
          <Said text={suggestion.title} />
        </b>
        {suggestion.effect !== "" && (
          <span class="effect">
            <Said text={suggestion.effect} />
          </span>
        )}
      </p>
      {suggestion.diff.length > 0 && (
        <div class="diff" tabIndex={0} role="group" aria-label={texts.fix.label}>
          {suggestion.diff.map(({ sign, text }, at) => (
            <div key={at} class={SIGN[sign]}>
              <i aria-hidden="true">{sign}</i>
              {sign !== " " && <span class="sr">{sign === "+" ? texts.fix.added : texts.fix.removed} </span>}
              {text}
            </div>
          ))}
        </div>
      )}
      <footer>
        <span class="sp" aria-live="polite" />
        <CopyButton text={suggestion.snippet} />
        {suggestion.edits.length > 0 && (
          <button class="btn sm solid" disabled={!current} onClick={() => apply(suggestion.edits)}>
            {texts.fix.apply}
          </button>
        )}
      </footer>
    </section>
  );
}
