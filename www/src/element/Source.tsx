import { useEffect, useRef } from "preact/hooks";
import { litPlace } from "../derive/lit";
import { openFile } from "../state/actions";
import type { Dispatch, Shown } from "../state/store";
import { texts } from "../texts";

interface Props {
  readonly shown: Shown;
  readonly dispatch: Dispatch;
}

/** More lines are left out: an element is no editor. */
const MOST_LINES = 5000;

/** The text as it was given, with the lines lit that the view speaks of. */
export function Source({ shown, dispatch }: Props) {
  const { state } = shown;
  const file = state.files.find((each) => each.id === state.file) ?? state.files[0];
  const lit = litPlace(shown);
  const [first, last] =
    lit === null || lit.place.file !== file?.name ? [0, -1] : [lit.place.range.start.line, lit.place.range.end.line];
  const hit = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The page around stays where it is.
    if (hit.current !== null && frame.current !== null) frame.current.scrollTop = hit.current.offsetTop - frame.current.clientHeight / 3;
  }, [lit?.key, file?.id]);
  if (file === undefined) return null;
  return (
    <div class="embedsource">
      {state.files.length > 1 && (
        <nav class="tabs files" aria-label={texts.files.label}>
          <div class="tabrow">
            {state.files.map((each) => (
              <button key={each.id} class="tab file" aria-current={each.id === file.id ? "true" : undefined} onClick={() => dispatch(openFile(each.id))}>
                {each.name}
              </button>
            ))}
          </div>
        </nav>
      )}
      <div class="frame scroll" ref={frame} tabIndex={0} role="region" aria-label={texts.editor.label(file.name)}>
        {file.text
          .split("\n", MOST_LINES)
          .map((line, at) => {
            const isLit = at + 1 >= first && at + 1 <= last;
            return (
              <div key={at} class={isLit ? "hit" : undefined} {...(at + 1 === first ? { ref: hit } : {})}>
                <span class="no">{at + 1}</span>
                <span>{line}</span>
              </div>
            );
          })}
      </div>
    </div>
  );
}
