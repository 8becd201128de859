import { GLYPH_OF, type Look } from "../derive/look";
import { Glyph } from "./Glyph";

interface Props {
  readonly name: string;
  /** Length of the end of the name that every name has and no tile shows. */
  readonly hidden: number;
  readonly about: string;
  readonly look: Look;
  /** Title of the node's group, for screen readers. */
  readonly verdict: string;
  readonly pressed: boolean;
  readonly inOrder: boolean;
  readonly select: (node: string) => void;
}

export function Tile({ name, hidden, about, look, verdict, pressed, inOrder, select }: Props) {
  return (
    <button
      class={`tile ${look}`}
      aria-pressed={pressed}
      tabIndex={inOrder ? 0 : -1}
      title={name}
      onClick={() => select(name)}
    >
      <Glyph name={GLYPH_OF[look]} state={look} />
      <span class="sr">{name}</span>
      <span class="nm" aria-hidden="true">
        {name.slice(0, name.length - hidden)}
      </span>
      <span class="sb">{about}</span>
      <span class="sr">: {verdict}</span>
    </button>
  );
}
