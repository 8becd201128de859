/** Field names, values, labels and taints that may stand at the cursor. */

import {
  autocompletion,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Candidate } from "everynode";
import { fieldTexts } from "../texts/field";
import { placeOf, type Asks } from "./asks";
import { describe } from "./describe";

/** Behind these letters somebody begins to write something. */
const BEGUN = /(?:[\w./-]|[:-] )$/;
/** While only these are added, the candidates stay the same. */
const SAME = /^[\w./-]*$/;

/** `file` says what the text is called at the moment. */
export function completing(file: () => string, asks: Asks): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { state, pos, explicit } = context;
    const line = state.doc.lineAt(pos);
    if (!explicit && !BEGUN.test(state.sliceDoc(line.from, pos))) return null;
    const answer = await asks.complete(placeOf(state, file(), pos));
    if (answer?.range === undefined || context.aborted) return null;
    const { start, end } = answer.range;
    return {
      from: start.offset,
      to: end.offset,
      options: answer.candidates.map(option),
      ...(answer.cut ? {} : { validFor: SAME }),
    };
  };
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 40, optionClass: ({ type }) => `cm-option-${type ?? "value"}` });
}

function option(candidate: Candidate, at: number): Completion {
  const { label, insert, kind, detail, required, of } = candidate;
  return {
    label,
    type: kind,
    detail: [required ? fieldTexts.required : "", detail ?? ""].filter((each) => each !== "").join(", "),
    // The core's order stays where nothing else tells them apart.
    sortText: String(at).padStart(4, "0"),
    ...(of === undefined ? {} : { info: async () => words(await describe(of, label)) }),
    apply: (view: EditorView, completion: Completion, from: number, to: number) => {
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.length },
        annotations: pickedCompletion.of(completion),
        userEvent: "input.complete",
        scrollIntoView: true,
      });
      // Behind a key its value is next.
      if (kind !== "value") startCompletion(view);
    },
  };
}

/** The first sentences; the rest is said where the field stands. */
function words(description: string | null): Node | null {
  const first = description?.split("\n\n")[0];
  return first === undefined ? null : document.createTextNode(first);
}
