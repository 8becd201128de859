/** What `validate` and `defaults` are asked and answer. On the Rust side of the contract: `src/ffi/validate.rs`, `src/ffi/defaults.rs`. */

import type { Diagnostic } from "./lint-types.js";
import type { AnswerHead, ObjectRef, Range } from "./types.js";

/** Asks what the API server answers. */
export interface ValidateQuestion {
  /** Names of files that hold what is stored already: what else the input holds is a change of it. */
  readonly old?: readonly string[];
}

/** What the API server answers to each DaemonSet, Pod, Node, Service and PriorityClass. */
export interface ValidateAnswer extends AnswerHead {
  /** In the order of the input. */
  readonly objects: readonly ValidatedObject[];
  /** What reading found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the API server answers to one object. */
export interface ValidatedObject extends ObjectRef {
  readonly file: string;
  /** `update`: there is a stored object of this kind, namespace and name. */
  readonly operation: "create" | "update";
  /** Whether the server takes it. */
  readonly allowed: boolean;
  /** Why the server cannot decode it; all mistakes, not only those that it names. */
  readonly decodingErrors: readonly DecodingError[];
  /** Why it refuses it, in its order. */
  readonly causes: readonly ApiCause[];
  /** What it warns of, in its order. */
  readonly warnings: readonly ApiWarning[];
  /** What kubectl prints of a refusal; empty where there is none, or where kubectl itself stops before. */
  readonly kubectl: string;
}

/** What the server says of a part of a text. */
export interface ApiWarning {
  /** The server's text. */
  readonly message: string;
  /** The field that the text has: this one, or the one around it. */
  readonly path: string;
  readonly range: Range;
}

/** A mistake that keeps the server from decoding an object. `message` is its text as if it were alone. */
export interface DecodingError extends ApiWarning {
  /** What was probably meant. */
  readonly help?: string;
}

/** A cause of a refusal, as a status of the API has it. `message` is the whole one, field first. */
export interface ApiCause extends ApiWarning {
  /** `FieldValueInvalid` and others. */
  readonly reason: string;
  /** As the server names it. */
  readonly field: string;
  /** The value in the message. */
  readonly badValue?: string;
  /** The end of the message. */
  readonly detail?: string;
}

/** Each DaemonSet, Pod, Node, Service and PriorityClass as the API server stores it. */
export interface DefaultsAnswer extends AnswerHead {
  /** In the order of the input. */
  readonly objects: readonly DefaultedObject[];
  /** What reading found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** One object as the API server stores it: decoded, with its defaults. */
export interface DefaultedObject extends ObjectRef {
  readonly file: string;
  /** Why the server cannot decode it. Beside unknown fields there is an object all the same, without them. */
  readonly decodingErrors: readonly DecodingError[];
  /** Fields sorted by name, as kubectl prints them; empty where the server has no object. */
  readonly yaml: string;
  /** The same in JSON, in one line, fields in the order of the API. */
  readonly json: string;
  /** What the text does not say, in the order of `yaml`; of an added field nothing that is in it. */
  readonly added: readonly AddedField[];
}

/** A field that the server adds, or to which it gives another value. */
export interface AddedField {
  /** As the API writes it: `spec.template.spec.dnsPolicy`. */
  readonly path: string;
  /** The field's line in `yaml`, from 1. */
  readonly line: number;
  /** The last line of its value. */
  readonly lastLine: number;
}
