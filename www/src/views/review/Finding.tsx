import type { Diagnostic, Fix, Place, TextEdit } from "everynode";
import { useEffect, useRef, useState } from "preact/hooks";
import { lines } from "../../derive/checks";
import { keyOf } from "../../derive/findings";
import { capital } from "../../derive/words";
import type { RulePages } from "../../state/rulePages";
import type { SourceFile } from "../../state/state";
import { reviewTexts } from "../../texts/review";
import { Glyph } from "../Glyph";
import type { Later } from "../later";
import { Said } from "../Said";
import { DiffBox } from "./DiffBox";
import { Frame } from "./Frame";
import { IgnoreBox } from "./IgnoreBox";
import { RuleDocs } from "./RuleDocs";

interface Props {
  readonly diagnostic: Diagnostic;
  /** With the texts that the finding is about. */
  readonly files: readonly SourceFile[];
  readonly current: boolean;
  /** It is the one that is talked about. */
  readonly chosen: boolean;
  readonly pages: Later<RulePages>;
  /** Somebody wants to read about the rule. */
  readonly wantPages: () => void;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
  readonly select: (key: string) => void;
}

/** What is open below a finding. */
type Open = { readonly kind: "docs" } | { readonly kind: "ignore" } | { readonly kind: "fix"; readonly fix: Fix };

/** One finding: what, where in the text, why, its related places, and what can be done about it. */
export function Finding({ diagnostic, files, current, chosen, pages, wantPages, apply, jump, select }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const article = useRef<HTMLElement>(null);
  const { severity } = diagnostic;
  useEffect(() => {
    if (chosen) article.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const toggle = (wanted: Open) => {
    const same = open?.kind === wanted.kind && (wanted.kind !== "fix" || (open.kind === "fix" && open.fix === wanted.fix));
    if (!same && wanted.kind !== "fix") wantPages();
    setOpen(same ? null : wanted);
  };
  const isOpen = (kind: Open["kind"]) => open?.kind === kind;
  const close = () => {
    setOpen(null);
    article.current?.querySelector<HTMLElement>(".act button")?.focus();
  };
  const go = (place: Pick<Place, "file" | "range">) => {
    select(keyOf(diagnostic));
    jump(place);
  };
  const text = textOf(files, diagnostic.file);
  // A fix of an answer before this one is gone with it.
  const fix = open?.kind === "fix" && diagnostic.fixes.includes(open.fix) ? open.fix : null;
  return (
    <article class={chosen ? "prob on" : "prob"} ref={article} aria-current={chosen ? "true" : undefined}>
      <Glyph name={severity} state={severity} />
      <h3>
        <span class="sr">{reviewTexts.severity(severity)}: </span>
        <Said text={capital(diagnostic.message)} />
      </h3>
      <button
        class="rule"
        aria-expanded={isOpen("docs")}
        title={reviewTexts.about}
        onClick={() => toggle({ kind: "docs" })}
      >
        {diagnostic.rule}
      </button>
      <p class="at">
        <button class="where" onClick={() => go(diagnostic)}>
          {reviewTexts.at(diagnostic.file, lines(diagnostic))}
        </button>
        {diagnostic.source !== "lint" && <>, {reviewTexts.source[diagnostic.source]}</>}
      </p>
      {text !== undefined && (
        <Frame text={text} range={diagnostic.range} severity={severity} label={reviewTexts.at(diagnostic.file, lines(diagnostic))} />
      )}
      {(diagnostic.why !== undefined || diagnostic.help !== undefined) && (
        <p class="bd">
          {diagnostic.why !== undefined && <Said text={diagnostic.why} />}{" "}
          {diagnostic.help !== undefined && <Said text={diagnostic.help} />}
        </p>
      )}
      {diagnostic.related.map((related, at) => {
        const there = textOf(files, related.file);
        return (
          <div class="related" key={at}>
            <p class="bd">
              <button class="where" onClick={() => go(related)}>
                {reviewTexts.at(related.file, lines(related))}
              </button>{" "}
              <Said text={related.message} />
            </p>
            {there !== undefined && (
              <Frame text={there} range={related.range} severity="info" label={reviewTexts.at(related.file, lines(related))} around={0} />
            )}
          </div>
        );
      })}
      <div class="act">
        {diagnostic.fixes.map((each) => (
          <button
            key={each.title}
            class="btn sm line"
            aria-expanded={fix === each}
            disabled={!current}
            onClick={() => toggle({ kind: "fix", fix: each })}
          >
            <span>
              <Said text={each.title} />
            </span>
          </button>
        ))}
        <button class="btn sm" aria-expanded={isOpen("docs")} onClick={() => toggle({ kind: "docs" })}>
          {reviewTexts.about}
        </button>
        {diagnostic.source === "lint" && text !== undefined && (
          <button class="btn sm" aria-expanded={isOpen("ignore")} disabled={!current} onClick={() => toggle({ kind: "ignore" })}>
            {reviewTexts.ignore}
          </button>
        )}
      </div>
      {fix !== null && (
        <DiffBox
          title={fix.title}
          effect={fix.safety === "safe" ? reviewTexts.safe : reviewTexts.unsafe}
          files={files}
          edits={fix.edits}
          applyLabel={reviewTexts.apply}
          current={current}
          apply={() => {
            setOpen(null);
            apply(fix.edits);
          }}
          cancel={close}
        />
      )}
      {isOpen("ignore") && text !== undefined && (
        <IgnoreBox diagnostic={diagnostic} text={text} files={files} pages={pages} current={current} apply={apply} cancel={close} />
      )}
      {isOpen("docs") && <RuleDocs diagnostic={diagnostic} pages={pages} />}
    </article>
  );
}

/** undefined where the file is attached, and not shown. */
function textOf(files: readonly SourceFile[], name: string): string | undefined {
  const found = files.find((each) => each.name === name);
  return found?.attached === undefined ? found?.text : undefined;
}
