import { useEffect, useMemo, useRef } from "preact/hooks";
import { excerptOf } from "../derive/excerpt";
import type { KindCount } from "../derive/objects";
import type { SourceFile } from "../state/state";
import { texts } from "../texts";
import { Kinds } from "./Kinds";

/** Lines of a file that somebody asked to see. */
export interface Peek {
  readonly file: number;
  readonly first: number;
  readonly last: number;
}

interface Props {
  readonly file: SourceFile;
  /** What it holds. */
  readonly counts: readonly KindCount[];
  readonly peek: Peek | null;
}

/** What stands where the editor would: a text too large for it, and the lines that are asked for. */
export function Attached({ file, counts, peek }: Props) {
  return (
    <div class="attached scroll" tabIndex={0} role="region" aria-label={texts.editor.label(file.name)}>
      <p class="lead">
        <b>{texts.files.attached(file.name, file.attached?.byteLength ?? 0)}</b>
      </p>
      <p class="muted">{texts.files.attachedWhy}</p>
      {peek !== null && peek.file === file.id && file.attached !== undefined && (
        <Excerpt bytes={file.attached} peek={peek} />
      )}
      <Kinds title={texts.files.attachedHolds} counts={counts} />
    </div>
  );
}

function Excerpt({ bytes, peek }: { readonly bytes: Uint8Array; readonly peek: Peek }) {
  const lines = useMemo(() => excerptOf(bytes, peek.first, peek.last), [bytes, peek]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.focus(), [peek]);
  return (
    <div class="frame" ref={frame} tabIndex={0} role="group" aria-label={texts.files.lines(lines.length)}>
      {lines.map(({ number, text, hit }) => (
        <div key={number} class={hit ? "hit" : undefined}>
          <span class="no">{number}</span>
          <span>{text}</span>
        </div>
      ))}
    </div>
  );
}
