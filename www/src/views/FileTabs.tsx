import { useRef, useState } from "preact/hooks";
import type { KindCount } from "../derive/objects";
import { newFile, openFile, removeFile, renameFile } from "../state/actions";
import type { SourceFile } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly files: readonly SourceFile[];
  readonly selected: number;
  /** What each file holds, by name. */
  readonly counts: ReadonlyMap<string, readonly KindCount[]>;
  readonly dispatch: Dispatch;
  readonly openFiles: () => void;
  readonly compare: () => void;
}

/** One tab a file: select, rename (double click or F2), remove. */
export function FileTabs({ files, selected, counts, dispatch, openFiles, compare }: Props) {
  const [renaming, setRenaming] = useState<number | null>(null);
  return (
    <nav class="tabs files" aria-label={texts.files.label}>
      <div class="tabrow">
        {files.map((file) =>
          renaming === file.id ? (
            <Rename
              key={file.id}
              file={file}
              done={(name) => {
                setRenaming(null);
                if (name !== null) dispatch(renameFile(file.id, name));
              }}
            />
          ) : (
            <span class="filetab" key={file.id}>
              <button
                class="tab file"
                aria-current={file.id === selected ? "true" : undefined}
                title={texts.files.renameTip}
                onClick={() => dispatch(openFile(file.id))}
                onDblClick={() => setRenaming(file.id)}
                onKeyDown={(event) => {
                  if (event.key === "F2") setRenaming(file.id);
                  if (event.key === "Delete") dispatch(removeFile(file.id));
                }}
              >
                {file.name}
                <NodeCount counts={counts.get(file.name)} />
              </button>
              {file.id === selected && (
                <button
                  class="close"
                  aria-label={texts.files.remove(file.name)}
                  title={texts.files.remove(file.name)}
                  onClick={() => dispatch(removeFile(file.id))}
                >
                  <Glyph name="no" />
                </button>
              )}
            </span>
          ),
        )}
      </div>
      <button class="tab more" aria-label={texts.files.add} title={texts.files.add} onClick={() => dispatch(newFile)}>
        <Glyph name="plus" />
      </button>
      {files.length > 1 && (
        <button class="tab" aria-label={texts.files.compare} title={texts.files.compare} onClick={compare}>
          <Glyph name="compare" />
        </button>
      )}
      <button class="tab" aria-label={texts.files.open} title={texts.files.open} onClick={openFiles}>
        <Glyph name="open" />
      </button>
    </nav>
  );
}

function Rename({ file, done }: { readonly file: SourceFile; readonly done: (name: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <input
      class="rename"
      aria-label={texts.files.newName}
      ref={(element) => {
        if (element !== null && input.current === null) {
          input.current = element;
          element.focus();
          element.select();
        }
      }}
      defaultValue={file.name}
      size={Math.max(8, file.name.length)}
      onBlur={(event) => done(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") done(event.currentTarget.value);
        if (event.key === "Escape") done(null);
      }}
    />
  );
}

function NodeCount({ counts = [] }: { readonly counts: readonly KindCount[] | undefined }) {
  const nodes = counts.find(({ kind }) => kind === "Node");
  return nodes === undefined ? null : <span class="n">{texts.files.nodes(nodes.count, nodes.more)}</span>;
}
