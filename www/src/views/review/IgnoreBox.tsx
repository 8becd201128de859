import type { Diagnostic, TextEdit } from "everynode";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ignoreEdit } from "../../derive/ignore";
import type { RulePages } from "../../state/rulePages";
import type { SourceFile } from "../../state/state";
import { reviewTexts } from "../../texts/review";
import type { Later } from "../later";
import { DiffBox } from "./DiffBox";

interface Props {
  readonly diagnostic: Diagnostic;
  readonly text: string;
  readonly files: readonly SourceFile[];
  readonly pages: Later<RulePages>;
  readonly current: boolean;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly cancel: () => void;
}

/** Asks for a reason, and shows the comment that puts the finding aside. */
export function IgnoreBox({ diagnostic, text, files, pages, current, apply, cancel }: Props) {
  const [reason, setReason] = useState("");
  const edit = useMemo(() => ignoreEdit(text, diagnostic, reason), [text, diagnostic, reason]);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const edits = useMemo(() => (edit === undefined ? [] : [edit]), [edit]);
  if (pages !== null && pages !== "failed" && pages.part.page(diagnostic.rule)?.ignorable === false) {
    return <p class="docs muted">{reviewTexts.notIgnorable}</p>;
  }
  if (edit === undefined) return <p class="docs muted">{reviewTexts.noComment}</p>;
  return (
    <DiffBox
      title={reviewTexts.ignoreTitle}
      effect={reviewTexts.ignoreEffect}
      files={files}
      edits={edits}
      applyLabel={reviewTexts.writeComment}
      current={current}
      apply={() => apply(edits)}
      cancel={cancel}
    >
      <label class="reason">
        <span>{reviewTexts.reason}</span>
        <input
          ref={input}
          placeholder={reviewTexts.reasonHint}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && current) apply(edits);
          }}
        />
      </label>
    </DiffBox>
  );
}
