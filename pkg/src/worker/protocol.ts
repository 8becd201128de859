/** What a program and its worker say to each other: one question at a time. */

import type { Input, Options, RolloutProgress } from "../types.js";

/** The questions, by their names in the API. */
export type Question = "lint" | "fix" | "validate" | "defaults" | "fieldAt" | "complete" | "place" | "nodes" | "explain" | "rollout";

/** What was done to a workspace since the worker heard of it last. */
export type Change =
  | { readonly set: string; readonly text: string | Uint8Array }
  | { readonly remove: string }
  | { readonly options: Options };

/** What a question is about: an input of its own, or a workspace that the worker holds, brought up to date first. */
export type About = { readonly input: Input } | { readonly workspace: number; readonly changes: readonly Change[] };

/** A question. */
export interface Ask {
  readonly kind: "ask";
  readonly question: Question;
  readonly about: About;
  /** The question's other arguments. */
  readonly args: readonly unknown[];
  /** Somebody wants to know how far it is. */
  readonly progress: boolean;
}

/** Loads the WebAssembly; answered like a question. */
export interface Load {
  readonly kind: "load";
}

/** Lets a workspace go; not answered. */
export interface Dispose {
  readonly kind: "dispose";
  readonly workspace: number;
}

/** Which WebAssembly a worker loads: start.wasm, which does without the API server, or everynode.wasm. */
export interface Wasm {
  readonly stage: "start" | "whole";
  /** Where it is; by default beside the worker's script. */
  readonly source: unknown;
}

/** To the worker. */
export type Request = Dispose | ((Ask | Load) & { /** With the first one only. */ readonly wasm?: Wasm });

/** From the worker. */
export type Response =
  | { readonly kind: "progress"; readonly progress: RolloutProgress }
  | { readonly kind: "answer"; readonly answer: unknown }
  | { readonly kind: "failed"; readonly name: string; readonly message: string };
