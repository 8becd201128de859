/** What editors ask about a place of a text. On the Rust side of the contract: `src/ffi/editing.rs`. */

import type { AnswerHead, Range } from "./types.js";

/** Asks about a place of a text, whether that can be read or not. A file that is not there has no answer. */
export interface PlaceQuestion {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units: the place before that unit. */
  readonly column: number;
}

/** Which field of the API stands at a place. */
export interface FieldAnswer extends AnswerHead {
  /** Absent where no field of a known type stands. */
  readonly field?: FieldView;
}

/** A field of the API where a text has it: at its key, at its scalar, or at the dash of an item. */
export interface FieldView {
  /** As the API writes it; of a part of a DaemonSet, where it would stand in one. */
  readonly path: string;
  /** Its key, with its value where that is a scalar on the same line. */
  readonly range: Range;
  /** The struct that has it, as Go calls it: `v1.Toleration`. `descriptions[of][name]` of `everynode/descriptions.json` are Kubernetes' words. */
  readonly of: string;
  /** In JSON. Of an item or of an entry of a map, the list's or the map's. */
  readonly name: string;
  /** As Go calls it: `[]v1.Toleration`. */
  readonly type: string;
  /** The type in words: `list of Toleration`, `whole number or percentage`. */
  readonly words: string;
  /** The API says that it must be there. */
  readonly required: boolean;
  /** Those that the API allows; empty where it does not name them. */
  readonly values: readonly string[];
  /** What the server fills in where the field is left out, if that is one value. */
  readonly default?: string;
}

/** What may stand at a place. */
export interface CompleteAnswer extends AnswerHead {
  /** What is replaced, empty to insert; absent where nothing that is known may stand. */
  readonly range?: Range;
  /** Fields in the order of the API, those that must be there first; labels and taints by how many Nodes have them. Not filtered by what stands there. */
  readonly candidates: readonly Candidate[];
  /** There are more than 1,000, and these are the first that begin with what stands there. */
  readonly cut: boolean;
}

/** One thing that may stand at a place. */
export interface Candidate {
  /** The field, the key, the value. */
  readonly label: string;
  /** What is written for it: `key: `, or with the line and the indentation that come next. */
  readonly insert: string;
  readonly kind: "field" | "key" | "value";
  /** Of a field its type in words; of a label or taint, on how many Nodes it is. */
  readonly detail?: string;
  /** The API says that the field must be there. */
  readonly required: boolean;
  /** Of a field the struct that has it; `descriptions[of][label]` of `everynode/descriptions.json` are Kubernetes' words. */
  readonly of?: string;
}
