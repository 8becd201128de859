/** The look of what the editor says and offers while somebody reads and types. */

import { EditorView } from "@codemirror/view";

export const assistTheme = EditorView.theme({
  ".cm-tooltip.cm-tooltip-hover, .cm-tooltip.cm-peek": { maxWidth: "min(480px, 92vw)" },
  ".cm-tooltip-section:not(:first-child)": { borderTop: "1px solid var(--line)" },
  ".cm-peek, .cm-field": { font: "var(--t-s)", lineHeight: "17px" },
  ".cm-peek, .cm-tooltip-hover": { maxHeight: "min(320px, 60vh)", overflowY: "auto", scrollbarWidth: "thin", scrollbarColor: "var(--line-2) transparent" },
  ".cm-field": { padding: "8px 12px 10px", overflowWrap: "anywhere" },
  ".cm-field p": { margin: "6px 0 0" },
  ".cm-field code": { font: "11.5px/17px var(--mono)" },
  ".cm-field-path": { font: "var(--c-m)", fontWeight: "600" },
  ".cm-field-type": { color: "var(--ink-2)", marginTop: "2px" },
  ".cm-field-type b": { marginLeft: "8px", padding: "0 5px", borderRadius: "var(--r1)", background: "var(--hover)", color: "var(--ink)", fontWeight: "400" },
  ".cm-field-values": { maxHeight: "51px", overflowY: "auto" },
  ".cm-field-words": { marginTop: "8px", paddingTop: "2px", borderTop: "1px solid var(--line)", color: "var(--ink-2)", whiteSpace: "pre-line", maxWidth: "68ch" },
  ".cm-field-source": { marginTop: "6px", font: "var(--t-xs)", color: "var(--ink-3)" },
  ".cm-field-finding": { margin: "0", padding: "8px 12px", borderBottom: "1px solid var(--line)" },
  ".cm-field-finding:last-child": { borderBottom: "0" },
  ".cm-field-finding code": { font: "11.5px var(--mono)" },

  ".cm-tooltip.cm-tooltip-autocomplete": { padding: "3px", maxWidth: "min(520px, 94vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: "var(--c-m)", maxHeight: "min(246px, 40vh)", minWidth: "220px", scrollbarWidth: "thin", scrollbarColor: "var(--line-2) transparent" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { display: "flex", alignItems: "baseline", gap: "16px", padding: "2px 8px", lineHeight: "20px", borderRadius: "var(--r1)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--hover)", color: "var(--ink)", outline: "1px solid var(--control)", outlineOffset: "-1px" },
  ".cm-completionMatchedText": { textDecoration: "underline", textDecorationColor: "var(--lit-edge)", textDecorationThickness: "2px", textUnderlineOffset: "3px" },
  ".cm-completionDetail": { marginLeft: "auto", font: "var(--t-xs)", fontStyle: "normal", color: "var(--ink-2)" },
  ".cm-tooltip.cm-completionInfo": { font: "var(--t-s)", lineHeight: "17px", color: "var(--ink-2)", padding: "8px 12px", maxWidth: "300px", maxHeight: "246px", overflowY: "auto", overflowWrap: "anywhere", whiteSpace: "pre-line" },
  // There is no room beside the list.
  "@media (max-width: 860px)": { ".cm-tooltip.cm-completionInfo": { display: "none" } },
});
