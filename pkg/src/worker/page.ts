/**
 * Entry for pages: the core in a worker, so that no question blocks the page.
 *
 * ```ts
 * import { place } from "everynode/worker";
 * const answer = await place({ files: [{ name: "all.yaml", text }] }, { signal: AbortSignal.timeout(5000) });
 * ```
 */

import type { Global, InitSource } from "../source.js";
import type { Request, Response } from "./protocol.js";
import { stages, worker, workersAre } from "./shared.js";
import { spawn as start } from "./spawn.js";

export * from "./api.js";
export type { InitSource, WasmModule } from "../source.js";

/** How the worker comes about, and what it loads. */
export interface InitOptions {
  /** Starts a module worker of `everynode/worker-script`, where a bundler needs to be told; by default, of a file beside this one. */
  readonly spawn?: () => Global<"Worker">;
  /**
   * Two stages, for pages whose first answer is waited for: start.wasm is loaded instead, from beside the worker's script or from where
   * this says. It does without the API server, whose findings `lint` then lacks, until `whole()`. To be said before the first question.
   */
  readonly start?: boolean | InitSource;
}

let spawn: () => Worker = start;

workersAre((heard, broke) => {
  const worker = spawn();
  worker.onmessage = (event: MessageEvent<Response>) => heard(event.data);
  worker.onmessageerror = () => broke("an answer cannot be read");
  worker.onerror = (event) => {
    event.preventDefault();
    broke(event.message || "its script does not load");
  };
  return {
    post: (request: Request) => worker.postMessage(request),
    busy: () => undefined,
    end: () => worker.terminate(),
  };
});

/**
 * Starts the worker and loads the WebAssembly there before the first question does. To be called first where everynode.wasm does not
 * lie beside the worker's script, where `new Worker()` needs help, or for two stages.
 */
export default async function init(source?: InitSource, options: InitOptions = {}): Promise<void> {
  if (options.spawn !== undefined) spawn = options.spawn as () => Worker;
  const [whole, first] = await Promise.all([source, options.start]);
  if (whole !== undefined) stages.whole = await sent(whole);
  if (first !== undefined && first !== false && worker().generation === 0) stages.begin(first === true ? undefined : await sent(first));
  await worker().load();
}

/** What can be sent to a worker: answers can't, and addresses are meant as the page reads them. */
async function sent(source: unknown): Promise<unknown> {
  if (source instanceof Response) return WebAssembly.compileStreaming(source);
  if (source instanceof Request) return WebAssembly.compileStreaming(fetch(source));
  return typeof source === "string" || source instanceof URL ? new URL(source, document.baseURI).href : source;
}
