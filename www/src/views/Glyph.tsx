import { GLYPHS, type GlyphName } from "./glyphs";

/** A state shape before its text. It says nothing to screen readers: the text does. */
export function Glyph({ name, state }: { readonly name: GlyphName; readonly state?: string }) {
  return (
    <svg class={state === undefined ? "g" : `g st-${state}`} viewBox="0 0 12 12" aria-hidden="true">
      <path d={GLYPHS[name]} fill-rule="evenodd" />
    </svg>
  );
}
