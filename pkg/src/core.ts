/** The one WebAssembly instance of a program: how it starts, how it is asked, and what happens when it fails. */

import * as glue from "./glue.js";
import { InputError, InternalError, NotInitializedError } from "./errors.js";

/** Texts held by the core, and the questions about them: `Session` of src/wasm.rs. Answers are JSON; misuse is thrown as a string. */
export interface Session {
  setText(name: string, text: string): void;
  setBytes(name: string, bytes: Uint8Array): void;
  removeFile(name: string): void;
  setOptions(options: object): void;
  lint(question: object): string;
  fix(question: object): string;
  validate(old: string[]): string;
  fieldAt(file: string, line: number, column: number): string;
  complete(file: string, line: number, column: number): string;
  defaults(): string;
  place(): string;
  nodes(): string;
  explain(question: object): string;
  rollout(question: object): string;
  free(): void;
}

/** What src/wasm.rs exports. */
export interface Core {
  readonly Session: new () => Session;
}

const core: Core = glue;

let started = false;
let startNow: (() => void) | undefined;
let restarts = 0;
let asking = false;

/** How many times the instance was started again. A `Session` of an earlier instance is gone. */
export function generation(): number {
  return restarts;
}

/** Entries that carry the WebAssembly with them say here how it starts when it is first needed. */
export function startOnDemand(start: () => void): void {
  startNow = start;
}

/** Starts the instance once, without blocking. */
export async function start(source: Parameters<typeof glue.default>[0]): Promise<void> {
  if (started) return;
  await glue.default(source);
  started = true;
}

/** Starts the instance once, at once. */
export function startSync(module: Parameters<typeof glue.initSync>[0]): void {
  if (started) return;
  glue.initSync(module);
  started = true;
}

/** Refuses what comes from within `onProgress`: an answer half made is no state to put a question in, nor one to start afresh from. */
export function atRest(): void {
  if (asking) throw new InputError("the core is asked from within `onProgress`, while it makes another answer");
}

/**
 * Asks the core.
 *
 * A string that it throws is its own word about misuse. Anything else is a trap (or an exhausted stack or memory): the
 * instance may be left in the middle of a change, so a fresh one takes its place.
 */
export function ask<T>(question: (core: Core) => T): T {
  if (!started) {
    if (startNow === undefined) {
      throw new NotInitializedError("the WebAssembly is not loaded: `await init()` comes before the first question");
    }
    startNow();
  }
  atRest();
  asking = true;
  try {
    return question(core);
  } catch (thrown) {
    if (typeof thrown === "string") throw new InputError(thrown);
    restarts += 1;
    glue.__wbg_reset_state();
    throw new InternalError("the core failed and was started afresh", { cause: thrown });
  } finally {
    asking = false;
  }
}
