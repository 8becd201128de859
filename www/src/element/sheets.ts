/** The playground's style as sheets that a shadow root takes: no element for them, so that a strict policy holds. */

import page from "../style/index.css?inline";
import own from "./embed.css?inline";

/** Dark tokens come in a sheet of their own; what a page sets on the element itself comes before both. */
const DARK = /:root\[data-theme="?dark"?\]\s*\{([^}]*)\}/;
/** Widths are the element's, not the window's, and without an editor beside them the views are wide enough sooner. */
const NARROW = /\b860px/g;
const WIDTH = /@media\s*\((?=(?:max-width|width))/g;

let made: { readonly light: CSSStyleSheet; readonly dark: CSSStyleSheet } | null = null;

/** The same two for all elements of a page. */
export function sheets(): { readonly light: CSSStyleSheet; readonly dark: CSSStyleSheet } {
  if (made !== null) return made;
  const light = new CSSStyleSheet();
  light.replaceSync(page.replace(DARK, "").replace(/:root\b/g, ":host").replace(WIDTH, "@container (").replace(NARROW, "640px") + own);
  const dark = new CSSStyleSheet();
  dark.replaceSync(`:host{${DARK.exec(page)?.[1] ?? ""}}`);
  made = { light, dark };
  return made;
}
