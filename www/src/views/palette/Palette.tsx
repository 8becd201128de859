import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { matching, type Entry } from "../../derive/palette";
import { paletteTexts } from "../../texts/palette";
import { Said } from "../Said";

interface Props {
  readonly entries: readonly Entry[];
  readonly close: () => void;
}

const MOST = 60;

/** Goes to whatever a few letters mean. */
export function Palette({ entries, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { found, all } = useMemo(() => matching(entries, text, MOST), [entries, text]);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => document.getElementById(`entry-${at}`)?.scrollIntoView({ block: "nearest" }), [at]);
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    dialog.current?.close();
    entry.go();
  };
  return (
    <dialog
      class="palette"
      ref={dialog}
      aria-label={paletteTexts.label}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="entries"
        aria-activedescendant={found.length === 0 ? undefined : `entry-${at}`}
        aria-label={paletteTexts.label}
        placeholder={paletteTexts.hint}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
          if (to !== undefined && found.length > 0) {
            event.preventDefault();
            setAt((to + found.length) % found.length);
          } else if (event.key === "Enter") {
            event.preventDefault();
            choose(found[at]);
          }
        }}
      />
      <ul id="entries" role="listbox" aria-label={paletteTexts.list}>
        {found.map((entry, nth) => (
          <li
            key={`${entry.kind} ${entry.name} ${nth}`}
            id={`entry-${nth}`}
            role="option"
            aria-selected={nth === at}
            onPointerMove={() => setAt(nth)}
            onClick={() => choose(entry)}
          >
            <span class="nm">{entry.name}</span>
            <span class="ab">
              <Said text={entry.about} />
            </span>
            <span class="kd">{paletteTexts.kind[entry.kind]}</span>
          </li>
        ))}
      </ul>
      {all === 0 && <p class="muted">{paletteTexts.none}</p>}
      {all > found.length && <p class="muted">{paletteTexts.more(all - found.length)}</p>}
    </dialog>
  );
}
