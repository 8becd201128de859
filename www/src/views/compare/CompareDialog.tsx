import type { TextEdit } from "everynode";
import { useEffect, useRef, useState } from "preact/hooks";
import { difference } from "../../derive/difference";
import { MergeDesk } from "../../editor/mergeDesk";
import type { SourceFile } from "../../state/state";
import { compareTexts } from "../../texts/compare";

interface Props {
  readonly files: readonly SourceFile[];
  /** Id of the file in the editor: the right one. */
  readonly file: number;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly close: () => void;
}

/** Old and new side by side. What is changed at the right is written to the file when somebody says so. */
export function CompareDialog({ files, file, apply, close }: Props) {
  const texts = files.filter(({ attached }) => attached === undefined);
  const [right, setRight] = useState(texts.find(({ id }) => id === file) ?? texts[0]);
  const [left, setLeft] = useState(right === undefined ? undefined : mostAlike(right, texts));
  const [, redraw] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const desk = useRef<MergeDesk | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (host.current === null || left === undefined || right === undefined) return;
    const names = {
      left: compareTexts.textOf(left.name, compareTexts.left),
      right: compareTexts.textOf(right.name, compareTexts.right),
      take: compareTexts.take,
    };
    const made = new MergeDesk(host.current, left.text, right.text, names, () => redraw((times) => times + 1));
    desk.current = made;
    redraw((times) => times + 1);
    return () => {
      desk.current = null;
      made.destroy();
    };
  }, [left, right]);
  const changed = right !== undefined && desk.current !== null && desk.current.text !== right.text;
  const choice = (label: string, chosen: SourceFile | undefined, choose: (file: SourceFile | undefined) => void) => (
    <label class="choice">
      <span class="sr">{label}</span>
      <select value={chosen?.id} onChange={(event) => choose(texts.find(({ id }) => `${id}` === event.currentTarget.value))}>
        {texts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <dialog class="compare" ref={dialog} aria-labelledby="compare" onClose={close}>
      <header class="tool">
        <h2 id="compare">{compareTexts.title}</h2>
        {choice(compareTexts.left, left, setLeft)}
        {choice(compareTexts.right, right, setRight)}
        <span class="muted" role="status">
          {left === undefined || right === undefined ? compareTexts.few : desk.current !== null && compareTexts.differences(desk.current.differences)}
        </span>
        <span class="sp" />
        {changed && (
          <button
            class="btn sm solid"
            onClick={() => {
              const text = desk.current?.text ?? right.text;
              dialog.current?.close();
              apply([difference(right.name, right.text, text)]);
            }}
          >
            {compareTexts.apply(right.name)}
          </button>
        )}
        <button class="btn sm" onClick={() => dialog.current?.close()}>
          {compareTexts.close}
        </button>
      </header>
      <div class="host" ref={host} />
    </dialog>
  );
}

/** Of the other files the one that shares the most lines: the old one of a new one. */
function mostAlike(file: SourceFile, files: readonly SourceFile[]): SourceFile | undefined {
  const own = new Set(file.text.split("\n"));
  const shared = ({ text }: SourceFile) => {
    const lines = text.split("\n");
    return lines.filter((line) => own.has(line)).length / Math.max(lines.length, own.size);
  };
  return files
    .filter(({ id }) => id !== file.id)
    .reduce<SourceFile | undefined>((best, each) => (best === undefined || shared(each) > shared(best) ? each : best), undefined);
}
