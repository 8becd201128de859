import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Said } from "./Said";

/** What the core has to say beside its answer. */
export function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul class="notes" aria-label={texts.nodes.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Glyph name="info" state="out" />
          <span>
            <Said text={note} />
          </span>
        </li>
      ))}
    </ul>
  );
}
