import type { Suggestion, TextEdit } from "everynode";
import { useEffect, useState } from "preact/hooks";
import { texts } from "../texts";
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
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(suggestion.snippet);
      setCopied(true);
    } catch {
      // Without the permission the lines can still be selected and copied by hand.
    }
  };
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
        <button class="btn sm" onClick={() => void copy()}>
          {copied ? texts.fix.copied : texts.fix.copy}
        </button>
        {suggestion.edits.length > 0 && (
          <button class="btn sm solid" disabled={!current} onClick={() => apply(suggestion.edits)}>
            {texts.fix.apply}
          </button>
        )}
      </footer>
    </section>
  );
}
