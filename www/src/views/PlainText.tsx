import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { lastLine } from "../derive/checks";
import type { LitPlace } from "../derive/lit";
import type { SourceFile } from "../state/state";
import { texts } from "../texts";

interface Props {
  readonly file: SourceFile;
  /** The clause that is talked about, where it is in this file. */
  readonly lit: LitPlace | null;
  /** Somebody wants to write. */
  readonly wanted: () => void;
}

/** More lines come with the editor. */
const LINES = 2000;

/** As in panes.css. */
const LINE_HEIGHT = 18;
const ABOVE = 6;

/** What stands where the editor will: the same lines at the same places, to be read and selected. */
export function PlainText({ file, lit, wanted }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const { numbers, text } = useMemo(() => beginning(file.text), [file.text]);
  const top = lit === null ? 0 : ABOVE + (lit.place.range.start.line - 1) * LINE_HEIGHT;
  const height = lit === null ? 0 : (lastLine(lit.place) - lit.place.range.start.line + 1) * LINE_HEIGHT;
  useLayoutEffect(() => {
    const { current } = pane;
    if (current === null || lit === null) return;
    // As the editor does it: just below the middle, and only what is out of sight.
    const inSight = top >= current.scrollTop && top + height <= current.scrollTop + current.clientHeight * 0.85;
    if (!inSight) current.scrollTop = top - current.clientHeight * 0.55;
  }, [lit?.key]);
  return (
    <div
      ref={pane}
      class="plaintext scroll"
      tabIndex={0}
      role="region"
      aria-label={texts.editor.label(file.name)}
      onPointerDown={wanted}
      onKeyDown={wanted}
    >
      {lit !== null && <span class="band" style={{ top: `${top}px`, height: `${height}px` }} />}
      <pre class="numbers" aria-hidden="true">{numbers}</pre>
      <pre class={text === "" ? "hint" : undefined}>{text === "" ? texts.editor.placeholder : text}</pre>
    </div>
  );
}

function beginning(whole: string): { readonly numbers: string; readonly text: string } {
  let lines = 1;
  let end = whole.indexOf("\n");
  while (end >= 0 && lines < LINES) {
    lines += 1;
    end = whole.indexOf("\n", end + 1);
  }
  const numbers = Array.from({ length: lines }, (_, at) => `${at + 1}`).join("\n");
  return { numbers, text: end < 0 ? whole : whole.slice(0, end) };
}
