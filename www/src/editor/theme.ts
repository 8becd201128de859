/** The editor's look. It lives in a shadow root; custom properties of the page reach into it. */

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--syn-key)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--syn-str)" },
  { tag: tags.comment, color: "var(--syn-com)", fontStyle: "italic" },
  { tag: [tags.meta, tags.typeName, tags.labelName, tags.keyword], color: "var(--syn-num)" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--syn-key)" },
]);

const squiggle = (style: string) => ({
  backgroundImage: "none",
  paddingBottom: "0",
  textDecoration: `underline ${style}`,
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});

export const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--syn-val)", backgroundColor: "var(--pane)", font: "var(--c-m)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    font: "var(--c-m)",
    fontVariantLigatures: "none",
    scrollbarWidth: "thin",
    scrollbarColor: "var(--line-2) transparent",
  },
  ".cm-content": { padding: "6px 0 40px", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px 0 2px" },
  ".cm-placeholder": { color: "var(--ink-3)", font: "var(--t-s)", whiteSpace: "pre" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "1.5px solid var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--select)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--control)",
  },
  ".cm-num": { color: "var(--syn-num)" },

  ".cm-gutters": { backgroundColor: "var(--pane)", color: "var(--ink-3)", border: "0", paddingLeft: "5px" },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "26px",
    padding: "0 4px 0 2px",
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
  },
  ".cm-lineNumbers .cm-lit-number": { color: "var(--ink)" },
  ".cm-findings": { width: "12px" },
  ".cm-findings svg": { width: "10px", height: "10px", fill: "currentColor", display: "block", margin: "4px 1px" },
  ".cm-finding-error": { color: "var(--down-t)" },
  ".cm-finding-warning": { color: "var(--wait-t)" },
  ".cm-foldGutter": { width: "12px" },
  ".cm-fold": { color: "var(--ink-3)", cursor: "pointer", display: "block", opacity: "0" },
  ".cm-fold svg": { width: "8px", height: "8px", fill: "currentColor", display: "block", margin: "5px 2px" },
  ".cm-fold-closed svg": { transform: "rotate(-90deg)" },
  ".cm-gutters:hover .cm-fold, .cm-fold-closed": { opacity: "1" },
  ".cm-foldPlaceholder": {
    background: "var(--hover)",
    border: "0",
    color: "var(--ink-2)",
    padding: "0 6px",
    borderRadius: "3px",
  },

  ".cm-lit": { backgroundColor: "var(--lit)", boxShadow: "inset 2px 0 0 var(--lit-edge)" },
  "@media (forced-colors: active)": { ".cm-lit": { borderLeft: "3px solid Highlight" } },
  ".cm-note": {
    marginLeft: "2ch",
    font: "italic 12px/18px var(--sans)",
    color: "var(--ink-2)",
    whiteSpace: "nowrap",
    userSelect: "none",
  },
  ".cm-note code": { font: "12px/18px var(--mono)" },

  ".cm-lintRange-error": squiggle("wavy 1px var(--down-s)"),
  ".cm-lintRange-warning": squiggle("wavy 1px var(--wait-s)"),
  ".cm-lintRange-info": squiggle("dotted 1px var(--control)"),
  ".cm-blank": { backgroundColor: "var(--down-w)", boxShadow: "inset 0 -1.5px 0 var(--down-s)" },
  ".cm-lintRange-active": { backgroundColor: "transparent" },
  ".cm-tooltip": {
    border: "1px solid var(--line-2)",
    borderRadius: "var(--r2)",
    backgroundColor: "var(--raise)",
    color: "var(--ink)",
    boxShadow: "var(--shadow)",
    maxWidth: "min(420px, 90vw)",
  },
  ".cm-tooltip-lint": { padding: "0", margin: "0" },
  ".cm-diagnostic": {
    font: "var(--t-s)",
    lineHeight: "17px",
    padding: "8px 12px",
    margin: "0",
    border: "0",
    whiteSpace: "normal",
  },
  ".cm-diagnostic + .cm-diagnostic": { borderTop: "1px solid var(--line)" },
  ".cm-diagnostic-error, .cm-diagnostic-warning, .cm-diagnostic-info": { borderLeft: "0" },
  ".cm-diagnosticText": { display: "block" },
  ".cm-diagnosticText p": { margin: "4px 0 0", color: "var(--ink-2)" },
  ".cm-diagnosticText code": { font: "11.5px var(--mono)" },
  ".cm-diagnosticAction": {
    font: "var(--t-s)",
    color: "var(--ink)",
    background: "var(--pane)",
    border: "1px solid var(--line-2)",
    borderRadius: "var(--r2)",
    padding: "3px 8px",
    margin: "8px 6px 0 0",
    cursor: "pointer",
  },
  ".cm-diagnosticAction:hover": { borderColor: "var(--control)" },
  ".cm-diagnosticAction:focus-visible": { outline: "2px solid var(--ink)", outlineOffset: "1px" },
});
