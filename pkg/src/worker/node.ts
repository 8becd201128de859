/** Entry for Node, Bun and Deno: the core in a thread of its own. */

import { Worker } from "node:worker_threads";

import type { InitSource } from "../source.js";
import type { Request, Response } from "./protocol.js";
import { worker, workersAre } from "./shared.js";

export * from "./api.js";
export type { InitSource, WasmModule } from "../source.js";

workersAre((heard, broke) => {
  // The options of the program itself, `--eval` among them, are not meant for its threads.
  const thread = new Worker(new URL("./node-script.js", import.meta.url), { execArgv: [] });
  thread.on("message", (response: Response) => heard(response));
  thread.on("error", (error: Error) => broke(error.message));
  return {
    post: (request: Request) => thread.postMessage(request),
    // A thread that waits for questions does not keep the program.
    busy: (busy) => (busy ? thread.ref() : thread.unref()),
    end: () => void thread.terminate(),
  };
});

/** Starts the thread before the first question does. The WebAssembly is in the program: a source that is given is not needed. */
export default function init(_source?: InitSource): Promise<void> {
  return worker().load();
}
