/** What the editor asks the core while somebody reads and types. */

import type { CompleteAnswer, FieldView } from "everynode";
import type { EditorState } from "@codemirror/state";

/** A place of a text, as the core counts. */
export interface Spot {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** The questions. `null` where the core is not there yet, or where the texts have changed since. */
export interface Asks {
  field(spot: Spot): Promise<FieldView | null>;
  complete(spot: Spot): Promise<CompleteAnswer | null>;
}

export function spotOf(state: EditorState, file: string, offset: number): Spot {
  const line = state.doc.lineAt(offset);
  return { file, line: line.number, column: offset - line.from + 1 };
}
