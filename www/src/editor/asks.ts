/** What the editor asks the core while somebody reads and types. */

import type { EditorState } from "@codemirror/state";
import type { CompleteAnswer, FieldView, PlaceQuestion } from "everynode";
import type { Aside } from "../answer/aside";

/** The questions. `null` where there is nothing to say, or where the texts have changed since. */
export interface Asks {
  field(place: PlaceQuestion): Promise<FieldView | null>;
  complete(place: PlaceQuestion): Promise<CompleteAnswer | null>;
}

export function asksOf(aside: Aside): Asks {
  return {
    field: async (place) => (await aside((core) => core.fieldAt(place)))?.field ?? null,
    complete: (place) => aside((core) => core.complete(place)),
  };
}

/** An offset as the core counts. */
export function placeOf(state: EditorState, file: string, offset: number): PlaceQuestion {
  const line = state.doc.lineAt(offset);
  return { file, line: line.number, column: offset - line.from + 1 };
}
