import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly name: "why" | "side";
  /** What it is, for screen readers. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** The reason, beside the picture; on narrow screens a sheet over its lower part that can be folded to its first line. */
export function Sheet({ name, label, children }: Props) {
  const [folded, setFolded] = useState(false);
  return (
    <aside class={folded ? `${name} scroll folded` : `${name} scroll`} aria-label={label}>
      <button
        class="fold"
        aria-expanded={!folded}
        aria-label={texts.page.reason}
        onClick={(event) => {
          event.currentTarget.parentElement?.scrollTo(0, 0);
          setFolded(!folded);
        }}
      >
        <Glyph name="caret" />
      </button>
      {children}
    </aside>
  );
}
