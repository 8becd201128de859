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
import { worker, workersAre } from "./shared.js";

export * from "./api.js";
export type { InitSource, WasmModule } from "../source.js";

/** How the worker comes about where a bundler needs to be told: by default, `new Worker()` of a file beside this one. */
export interface InitOptions {
  /** Starts a module worker of `everynode/worker-script`. */
  readonly spawn?: () => Global<"Worker">;
}

// Bundlers know this form, and bring the script along.
let spawn = (): Worker => new Worker(new URL("./page-script.js", import.meta.url), { type: "module", name: "everynode" });

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
 * lie beside the worker's script, or where `new Worker()` needs help.
 */
export default async function init(source?: InitSource, options: InitOptions = {}): Promise<void> {
  if (options.spawn !== undefined) spawn = options.spawn as () => Worker;
  await worker().load(await sent(await source));
}

/** What can be sent to a worker: answers can't, and addresses are meant as the page reads them. */
async function sent(source: unknown): Promise<unknown> {
  if (source instanceof Response) return WebAssembly.compileStreaming(source);
  if (source instanceof Request) return WebAssembly.compileStreaming(fetch(source));
  return typeof source === "string" || source instanceof URL ? new URL(source, document.baseURI).href : source;
}
