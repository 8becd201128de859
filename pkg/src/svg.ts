/**
 * Pictures, in Node, Bun and Deno. The WebAssembly of the command line draws them, which lies in a file of its own: pages
 * do not pay for it, and programs that never draw do not start it.
 */

import { readFileSync } from "node:fs";

import * as glue from "./cli-glue.js";
import type { Session } from "./core.js";
import { InputError, InternalError } from "./errors.js";
import * as check from "./input.js";
import type { Input, RolloutQuestion } from "./types.js";

/** What src/wasm/picture.rs exports. */
interface Drawing {
  readonly Session: new () => Session;
  rolloutSvg(session: Session, question: object): string;
}

const core: Drawing = glue;

let started = false;

/**
 * The update that `rollout` answers with, as an SVG: nodes by time. Light or dark as its surroundings are; no script, and
 * nothing is fetched. `undefined` where the input does not have the DaemonSet.
 */
export function rolloutSvg(input: Input, question: RolloutQuestion = {}): string | undefined {
  const { files, ...options } = check.input(input);
  const about = check.update(question);
  if (!started) glue.initSync({ module: readFileSync(new URL("./cli.wasm", import.meta.url)) });
  started = true;
  try {
    const session = new core.Session();
    session.setOptions(options);
    for (const { name, text } of files) {
      if (typeof text === "string") session.setText(name, text);
      else session.setBytes(name, text);
    }
    const drawn = core.rolloutSvg(session, about);
    session.free();
    return drawn === "" ? undefined : drawn;
  } catch (thrown) {
    if (typeof thrown === "string") throw new InputError(thrown);
    glue.__wbg_reset_state();
    throw new InternalError("the core failed and was started afresh", { cause: thrown });
  }
}
