/** The YAML grammar knows only plain scalars; this colours those that are numbers or quantities. */

import {
  Decoration,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from "@codemirror/view";

const mark = Decoration.mark({ class: "cm-num" });

const decorator = new MatchDecorator({
  regexp: /(?<=^\s*(?:- )*(?:[\w./-]+: +)?)-?\d+(?:\.\d+)?(?:m|[kMGTPE]i?|%)?(?=\s*$)|(?<=\{[^}]*: )\d+(?=\s*[,}])/gm,
  decoration: () => mark,
});

export const numbers = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
