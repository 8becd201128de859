/** The editor: one CodeMirror view in a shadow root, one state with its own history for each file. */

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { linter } from "@codemirror/lint";
import { EditorState, Transaction, type StateEffect, type TransactionSpec } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
} from "@codemirror/view";
import type { Diagnostic, TextEdit } from "everynode";
import type { SourceFile } from "../state/state";
import { texts } from "../texts";
import { glyphElement } from "../views/glyphs";
import type { Asks } from "./asks";
import { assistTheme } from "./assistTheme";
import { completing } from "./complete";
import { explain, explaining } from "./explain";
import { findingsGutter, showFindings } from "./findings";
import { litLines, marks, setLit, type Lit } from "./marks";
import { numbers } from "./numbers";
import { highlight, theme } from "./theme";

export interface DeskListener {
  edited(id: number, text: string): void;
  /** The person moved the cursor. */
  cursor(id: number, offset: number): void;
  apply(edits: readonly TextEdit[]): void;
}

/** Control characters, soft hyphens, direction marks and the like; a carriage return is no surprise at the end of a line. */
const UNSEEN =
  /[\u0000-\u0008\u000a-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]/gu;

interface Kept {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown> | null;
}

export class Desk {
  readonly #view: EditorView;
  readonly #listener: DeskListener;
  readonly #asks: Asks;
  #open: SourceFile | null = null;
  #kept = new Map<number, Kept>();
  #lit: Lit | null = null;

  constructor(host: HTMLElement, listener: DeskListener, asks: Asks) {
    this.#listener = listener;
    this.#asks = asks;
    const root = host.attachShadow({ mode: "open" });
    this.#view = new EditorView({ parent: root, root, dispatchTransactions: (all) => this.#dispatch(all) });
  }

  /** Shows a file, with the history, cursor and scroll it had; one that is shown for the first time from `top` pixels down. */
  open(file: SourceFile, top = 0): void {
    if (this.#open?.id === file.id) {
      this.#open = file;
      return;
    }
    this.#keep();
    this.#open = file;
    const kept = this.#kept.get(file.id);
    this.#view.setState(kept?.state ?? this.#fresh(file));
    if (kept?.scroll != null) this.#view.dispatch({ effects: kept.scroll });
    else if (top > 0) this.#scrollTo(top);
    this.#lit = null;
  }

  /** Drops what is held of files that are gone. */
  retain(ids: ReadonlySet<number>): void {
    for (const id of this.#kept.keys()) if (!ids.has(id)) this.#kept.delete(id);
  }

  showFindings(diagnostics: readonly Diagnostic[]): void {
    this.#view.dispatch(showFindings(this.#view.state, diagnostics, (edits) => this.#listener.apply(edits)));
  }

  light(lit: Lit | null): void {
    const before = this.#lit;
    if (before === lit || (before?.from === lit?.from && before?.to === lit?.to && before?.note === lit?.note)) return;
    this.#lit = lit;
    this.#view.dispatch({ effects: setLit.of(lit) });
  }

  /** Scrolls so that the first lit line is just below the middle when it is out of sight; never moves the caret. */
  reveal(lit: Lit): void {
    this.#view.requestMeasure({
      read: (view) => {
        const { first, last } = litLines(view.state, lit);
        const top = view.lineBlockAt(view.state.doc.line(first).from).top;
        return { top, bottom: view.lineBlockAt(view.state.doc.line(last).from).bottom };
      },
      write: ({ top, bottom }, view) => {
        // As it is by now: a file that opens in the same breath is scrolled to where it was read.
        const { scrollTop, clientHeight } = view.scrollDOM;
        const inSight = top >= scrollTop && bottom <= scrollTop + clientHeight * 0.85;
        if (!inSight) view.scrollDOM.scrollTop = Math.max(0, top - clientHeight * 0.55);
      },
    });
  }

  /** Heights are known once lines are measured. */
  #scrollTo(top: number): void {
    this.#view.requestMeasure({ read: () => null, write: (_, view) => (view.scrollDOM.scrollTop = top) });
  }

  /** Puts the caret at an offset and the focus into the editor. */
  goTo(offset: number): void {
    const at = Math.min(offset, this.#view.state.doc.length);
    this.#view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    this.#view.focus();
  }

  /** Where the caret is. */
  get caret(): number {
    return this.#view.state.selection.main.head;
  }

  /** Says what there is to say at the caret: the findings, and what the API says of the field. */
  explain(): void {
    void explain(this.#view, this.#name(), this.#asks);
  }

  focus(): void {
    this.#view.focus();
  }

  /** Edits one file in one undoable step, whether it is open or not. */
  edit(file: SourceFile, edits: readonly TextEdit[]): void {
    const spec: TransactionSpec = {
      changes: edits.map(({ range, newText }) => ({ from: range.start.offset, to: range.end.offset, insert: newText })),
      userEvent: "input.apply",
    };
    if (this.#open?.id === file.id) {
      this.#view.dispatch(spec);
      return;
    }
    const kept = this.#kept.get(file.id);
    const state = (kept?.state ?? this.#fresh(file)).update(spec).state;
    this.#kept.set(file.id, { state, scroll: kept?.scroll ?? null });
    this.#listener.edited(file.id, state.doc.toString());
  }

  destroy(): void {
    this.#view.destroy();
  }

  #name(): string {
    return this.#open?.name ?? "";
  }

  #keep(): void {
    if (this.#open !== null) this.#kept.set(this.#open.id, { state: this.#view.state, scroll: this.#view.scrollSnapshot() });
  }

  #dispatch(transactions: readonly Transaction[]): void {
    this.#view.update(transactions);
    const open = this.#open;
    if (open === null) return;
    if (transactions.some((each) => each.docChanged)) {
      // The lit place was about the text before; the next answer lights it anew.
      this.#lit = null;
      this.#listener.edited(open.id, this.#view.state.doc.toString());
    }
    if (transactions.some((each) => each.selection !== undefined && each.isUserEvent("select"))) {
      this.#listener.cursor(open.id, this.#view.state.selection.main.head);
    }
  }

  #fresh(file: SourceFile): EditorState {
    return EditorState.create({
      doc: file.text,
      extensions: [
        // The core counts in the text as it is given: a carriage return is a character.
        EditorState.lineSeparator.of("\n"),
        findingsGutter,
        lineNumbers(),
        foldGutter({ markerDOM: foldMarker }),
        codeFolding({ placeholderText: "…" }),
        highlightSpecialChars({ specialChars: UNSEEN }),
        history(),
        drawSelection(),
        dropCursor(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        yaml(),
        syntaxHighlighting(highlight),
        numbers,
        marks,
        linter(null),
        explaining(() => this.#name(), this.#asks),
        completing(() => this.#name(), this.#asks),
        theme,
        assistTheme,
        // Not up to the edges of the window.
        tooltips({ tooltipSpace: () => ({ top: 8, left: 8, right: innerWidth - 8, bottom: innerHeight - 8 }) }),
        placeholder(texts.editor.placeholder),
        EditorView.contentAttributes.of({
          "aria-label": texts.editor.label(file.name),
          tabindex: "0",
          spellcheck: "false",
          autocorrect: "off",
          autocapitalize: "off",
        }),
        // Files are dropped on the page, not into the text.
        EditorView.domEventHandlers({ drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0 }),
        keymap.of([
          ...defaultKeymap,
          ...historyKeymap,
          ...foldKeymap,
        ]),
      ],
    });
  }
}

function foldMarker(open: boolean): HTMLElement {
  const marker = document.createElement("span");
  marker.className = open ? "cm-fold" : "cm-fold cm-fold-closed";
  marker.append(glyphElement("caret"));
  return marker;
}
