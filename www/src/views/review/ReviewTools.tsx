import type { ProblemCounts } from "../../derive/verdict";
import { CONFIGURATION, LEVELS, PRESETS, SEVERITIES, type Review, type Sieve } from "../../state/state";
import { reviewTexts } from "../../texts/review";
import { CopyButton } from "../CopyButton";
import { Glyph } from "../Glyph";

interface Props {
  /** Of each severity, whichever is listed. */
  readonly counts: ProblemCounts;
  readonly sieve: Sieve;
  readonly review: Review;
  /** A configuration among the files says what nobody chose here. */
  readonly configured: boolean;
  /** Findings that the safe fixes mend. */
  readonly fixes: number;
  readonly fixing: boolean;
  readonly markdown: () => string;
  readonly sift: (change: Partial<Sieve>) => void;
  readonly ask: (change: Partial<Review>) => void;
  readonly fixAll: () => void;
}

/** Which rules are asked, which findings are listed, and what can be done with all of them. */
export function ReviewTools({ counts, sieve, review: { preset, level }, configured, fixes, fixing, markdown, sift, ask, fixAll }: Props) {
  const all = counts.error + counts.warning + counts.info;
  return (
    <div class="tool review">
      <div class="seg" role="group" aria-label={reviewTexts.filter}>
        <button aria-pressed={sieve.severity === null} onClick={() => sift({ severity: null })}>
          {reviewTexts.all(all)}
        </button>
        {SEVERITIES.filter((severity) => counts[severity] > 0 || sieve.severity === severity).map((severity) => (
          <button key={severity} aria-pressed={sieve.severity === severity} onClick={() => sift({ severity })}>
            {reviewTexts.ofOneSeverity(severity, counts[severity])}
          </button>
        ))}
      </div>
      <label class="choice">
        <input type="checkbox" checked={sieve.fixable} onChange={(event) => sift({ fixable: event.currentTarget.checked })} />
        {reviewTexts.fixable}
      </label>
      <label class="find">
        <Glyph name="find" />
        <span class="sr">{reviewTexts.find}</span>
        <input
          type="search"
          placeholder={reviewTexts.findHint}
          value={sieve.text}
          onInput={(event) => sift({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape") sift({ text: "" });
          }}
        />
      </label>
      <label class="choice" title={preset === null && configured ? undefined : reviewTexts.presetAbout[preset ?? "recommended"]}>
        {reviewTexts.preset}{" "}
        <select value={preset ?? ""} onChange={(event) => ask({ preset: PRESETS.find((each) => each === event.currentTarget.value) ?? null })}>
          <option value="">{configured ? CONFIGURATION : reviewTexts.presets.recommended}</option>
          {PRESETS.filter((each) => configured || each !== "recommended").map((each) => (
            <option key={each} value={each}>
              {reviewTexts.presets[each]}
            </option>
          ))}
        </select>
      </label>
      {!configured && (
        <label class="choice" title={reviewTexts.levelTip}>
          {reviewTexts.level}{" "}
          <select value={level ?? ""} onChange={(event) => ask({ level: LEVELS.find((each) => each === event.currentTarget.value) ?? null })}>
            <option value="">{reviewTexts.anyLevel}</option>
            {LEVELS.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      )}
      <span class="sp" />
      <CopyButton text={markdown} label={reviewTexts.copy} />
      {fixes > 0 && (
        <button class="btn sm line" aria-expanded={fixing} onClick={fixAll}>
          {reviewTexts.fixAll(fixes)}
        </button>
      )}
    </div>
  );
}
