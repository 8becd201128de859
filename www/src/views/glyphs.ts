/** Shapes of 12 × 12. Solid: a Pod that serves; hollow: none. */

export const GLYPHS = {
  run: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z",
  wait: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.6v7.8a3.9 3.9 0 0 1 0-7.8Z",
  out: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8Z",
  down: "M2.1.9 6 4.8 9.9.9l1.2 1.2L7.2 6l3.9 3.9-1.2 1.2L6 7.2l-3.9 3.9L.9 9.9 4.8 6 .9 2.1Z",
  keep: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.4a4.1 4.1 0 1 1 0 8.2 4.1 4.1 0 0 1 0-8.2ZM6 3.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z",
  lose: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8ZM3.6 5.2v1.6h4.8V5.2Z",
  yes: "M1.2 6.6 2.4 5.4 4.7 7.7 9.7 2.2 11 3.4 4.8 10.2Z",
  no: "M2.1.9 6 4.8 9.9.9l1.2 1.2L7.2 6l3.9 3.9-1.2 1.2L6 7.2l-3.9 3.9L.9 9.9 4.8 6 .9 2.1Z",
  dash: "M2 5.2h8v1.6H2z",
  error: "M3.6.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L.5 8.4V3.6ZM5.2 2.6v4.2h1.6V2.6Zm0 5.2v1.6h1.6V7.8Z",
  warning: "M6 .6 11.8 11.2H.2ZM5.2 4.2v3.4h1.6V4.2Zm0 4.3V10h1.6V8.5Z",
  info: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm-.8 2.2h1.6v1.6H5.2Zm0 2.6h1.6v4H5.2Z",
  bulb: "M6 .4a4 4 0 0 0-2.3 7.3c.4.3.7.7.7 1.1v.4h3.2v-.4c0-.4.3-.8.7-1.1A4 4 0 0 0 6 .4Zm-1.6 9.5h3.2V11l-.7.7H5.1l-.7-.7Z",
  find: "M5 .8a4.2 4.2 0 1 0 2.5 7.6l2.9 2.9 1-1-2.9-3A4.2 4.2 0 0 0 5 .9Zm0 1.4a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z",
  caret: "m1.6 4 1-1L6 6.4 9.4 3l1 1L6 8.4Z",
  compare: "M.8 1.4h4.5v9.2H.8Zm1.3 1.3v6.6H4V2.7ZM6.7 1.4h4.5v9.2H6.7Zm1.3 1.3v6.6h1.9V2.7Z",
  plus: "M5.2 1.5h1.6v3.7h3.7v1.6H6.8v3.7H5.2V6.8H1.5V5.2h3.7Z",
  open: "M.8 2h4l1.4 1.6h5V10H.8Zm1.3 1.3v5.4h7.8V4.9H5.6L4.2 3.3Z",
  sun: "M6 3.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2ZM5.4.3h1.2v1.9H5.4zM5.4 9.8h1.2v1.9H5.4zM.3 5.4h1.9v1.2H.3zM9.8 5.4h1.9v1.2H9.8zM1.5 2.4l.9-.9 1.3 1.3-.9.9zM8.3 9.2l.9-.9 1.3 1.3-.9.9zM1.5 9.6l1.3-1.3.9.9-1.3 1.3zM8.3 2.8l1.3-1.3.9.9-1.3 1.3z",
  moon: "M4.6.9a4.6 4.6 0 0 0 6.5 6.5A5.3 5.3 0 1 1 4.6.9Z",
  auto: "M.8 1.4h10.4v7H.8zm1.3 1.3v4.4h7.8V2.7ZM3.6 9.6h4.8v1.2H3.6Z",
  play: "M3 1.2 10.6 6 3 10.8Z",
  pause: "M2.6 1.5h2.6v9H2.6zM6.8 1.5h2.6v9H6.8z",
  prev: "M2 1.5h1.6v9H2zM10 1.5v9L4.2 6Z",
  next: "M8.4 1.5H10v9H8.4zM2 1.5v9L7.8 6Z",
  old: "M1.5 1.5h9v9h-9z",
  oldDown: "M1 1h10v10H1Zm1.6 1.6v6.8h6.8V2.6ZM3.6 5.2h4.8v1.6H3.6Z",
  terminating: "M1 1h10v10H1Zm1.6 1.6v6.8L9.4 2.6Z",
  starting: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8ZM6 3.4V6h2.6A2.6 2.6 0 0 0 6 3.4Z",
  neverReady: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.6a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8ZM5.2 3.2v3.4h1.6V3.2Zm0 4.2v1.6h1.6V7.4Z",
  ready: "M6 .5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 1.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM6 3.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z",
  beside: "M.6.6h6.2v3.2A4.4 4.4 0 0 0 3.8 6.8H.6ZM8 5a3.4 3.4 0 1 0 0 6.8A3.4 3.4 0 0 0 8 5Z",
  besideWait: "M.6.6h6.2v3.2A4.4 4.4 0 0 0 3.8 6.8H.6ZM8 4.6a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2Zm0 1.4v4.4A2.2 2.2 0 0 1 8 6Z",
  brand:
    "M1 1h2.4v2.4H1zM4.8 1h2.4v2.4H4.8zM8.6 1H11v2.4H8.6zM1 4.8h2.4v2.4H1zM8.6 4.8H11v2.4H8.6zM1 8.6h2.4V11H1zM4.8 8.6h2.4V11H4.8zM8.6 8.6H11V11H8.6zM4.8 4.8h2.4v2.4H4.8zM5.5 5.5v1h1v-1z",
} as const;

export type GlyphName = keyof typeof GLYPHS;

/** The same shape as an element of its own, for places that Preact does not draw. */
export function glyphElement(name: GlyphName): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", GLYPHS[name]);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}
