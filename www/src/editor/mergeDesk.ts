/** Two texts side by side, the differences lit; the right one can be changed. Loaded when somebody asks for it. */

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { syntaxHighlighting } from "@codemirror/language";
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { highlight, theme } from "./theme";

const look = EditorView.theme({
  "&": { height: "auto" },
  ".cm-scroller": { overflowY: "visible" },
  "&.cm-merge-b .cm-changedLine": { backgroundColor: "var(--add-w)" },
  "&.cm-merge-a .cm-changedLine": { backgroundColor: "var(--del-w)" },
  // The package has colours of its own for both sides, light and dark.
  ".cm-changedText": { background: "none !important", textDecoration: "underline 2px var(--lit-edge)", textUnderlineOffset: "3px" },
  ".cm-changeGutter": { width: "3px", paddingLeft: "1px" },
  ".cm-changedLineGutter": { background: "var(--lit-edge) !important" },
  ".cm-collapsedLines": { background: "var(--sunk)", color: "var(--ink-2)", font: "var(--t-s)", padding: "4px 12px" },
  // Few fonts have the marks that the package puts before and after.
  ".cm-collapsedLines::before, .cm-collapsedLines::after": { content: '"…" !important', margin: "0 4px" },
});

export interface MergeTexts {
  /** Names for screen readers. */
  readonly left: string;
  readonly right: string;
  /** For the arrows that take a change over. */
  readonly take: string;
}

export class MergeDesk {
  readonly #view: MergeView;

  constructor(host: HTMLElement, left: string, right: string, { left: leftName, right: rightName, take }: MergeTexts, changed: () => void) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const common = (label: string) => [
      EditorState.lineSeparator.of("\n"),
      lineNumbers(),
      yaml(),
      syntaxHighlighting(highlight),
      theme,
      look,
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false" }),
    ];
    this.#view = new MergeView({
      parent: root,
      root,
      a: { doc: left, extensions: [...common(leftName), EditorState.readOnly.of(true)] },
      b: {
        doc: right,
        extensions: [
          ...common(rightName),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed();
          }),
        ],
      },
      revertControls: "a-to-b",
      renderRevertControl: () => {
        const button = document.createElement("button");
        button.textContent = "→";
        button.setAttribute("aria-label", take);
        button.title = take;
        return button;
      },
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: true,
    });
  }

  /** Stretches that differ. */
  get differences(): number {
    return this.#view.chunks.length;
  }

  /** The right text as it is by now. */
  get text(): string {
    return this.#view.b.state.doc.toString();
  }

  destroy(): void {
    this.#view.destroy();
  }
}
