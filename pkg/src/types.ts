/**
 * The public contract of everynode: what goes in, what every answer is made of, and the answers of each room.
 *
 * Every answer is plain data that can be cloned to a worker or written as JSON. The Rust side of the same contract is
 * `src/ffi`; golden answers hold the two equal.
 */

import type { Config } from "./config-types.js";

export type * from "./apiserver-types.js";
export type * from "./config-types.js";
export type * from "./editing-types.js";
export type * from "./lint-types.js";
export type * from "./placement-types.js";
export type * from "./rollout-types.js";

/**
 * One text: a manifest, a cluster dump, a Markdown page, a shell script. Its name is what findings and places refer to, and
 * may say what the text is: of `.md` the fenced blocks are read, of `.sh` the here-documents; other texts are looked at.
 */
export interface InputFile {
  readonly name: string;
  /** UTF-8 bytes are several times cheaper than a string for large texts. */
  readonly text: string | Uint8Array;
}

/** Feature gates of Kubernetes 1.36 that change an answer, by their upstream names. Left out: the release's default. */
export interface FeatureGates {
  /** Tolerations with the operators `Lt` and `Gt`. Alpha, off by default. */
  readonly TaintTolerationComparisonOperators?: boolean;
}

/** Bounds on the input. Passing one is a finding (`limit-exceeded`), never an exception. */
export interface Limits {
  /** Bytes of all files together. Default 268,435,456 (256 MiB). */
  readonly bytes?: number;
  /** Documents in one file. Default 100,000. */
  readonly documents?: number;
  /** Depth of nested maps and lists in one document. Default 100. */
  readonly nesting?: number;
  /** Nodes that aliases may add to one document. Default 100,000. */
  readonly aliasExpansion?: number;
  /** Objects in all files together. Default 1,000,000. */
  readonly objects?: number;
}

/** What an answer depends on besides the texts. */
export interface Options {
  /** The moment the answer is for, RFC 3339. Without it ages are `<unknown>` and availability after a Pod became Ready is taken as reached. */
  readonly now?: string;
  readonly featureGates?: FeatureGates;
  readonly limits?: Limits;
  /** The files are a whole cluster: what is not there does not exist. */
  readonly complete?: boolean;
  /** What the reviewer follows, as an object or a file, in the place of a file `everynode.yaml` among the input's. */
  readonly config?: Config | InputFile;
}

/** What every question is asked about. */
export interface Input extends Options {
  /** Names tell the files apart: no two are equal. One of the name `everynode.yaml` is what the reviewer follows, and no manifest. */
  readonly files: readonly InputFile[];
}

/** A place in a text. */
export interface Position {
  /** UTF-16 code units from the start of the text, as JavaScript strings and editors count. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** From `start` (included) to `end` (excluded). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of text in one of the files. */
export interface Place {
  readonly file: string;
  /** The field, as the API writes it: `spec.template.spec.tolerations[0].key`. */
  readonly path?: string;
  readonly range: Range;
}

/** Which object something is about. */
export interface ObjectRef {
  readonly kind: string;
  /** Left out for objects without a namespace. */
  readonly namespace?: string;
  readonly name: string;
}

/** Replace `range` of `file` by `newText`. Edits of one list do not overlap and refer to the text before all of them. */
export interface TextEdit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/** What every answer carries. */
export interface AnswerHead {
  /** The version of everynode. */
  readonly version: string;
  /** The Kubernetes version that is mirrored, `1.36`. */
  readonly kubernetes: string;
}

/** Numbers by Node or group: a `Uint32Array` from the wasm, an array in JSON. */
export type Column = Uint32Array;
