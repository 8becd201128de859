import { setTheme } from "../state/actions";
import type { Theme } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import type { GlyphName } from "./glyphs";

const THEMES: readonly (readonly [Theme, GlyphName])[] = [
  ["system", "auto"],
  ["light", "sun"],
  ["dark", "moon"],
];

export function ThemeSwitch({ theme, dispatch }: { readonly theme: Theme; readonly dispatch: Dispatch }) {
  return (
    <div class="seg ic" role="group" aria-label={texts.theme.label}>
      {THEMES.map(([value, glyph]) => (
        <button
          key={value}
          class={`theme-${value}`}
          aria-pressed={theme === value}
          aria-label={texts.theme.name[value]}
          title={texts.theme.name[value]}
          onClick={() => dispatch(setTheme(value))}
        >
          <Glyph name={glyph} />
        </button>
      ))}
    </div>
  );
}
