/** Entry for Node, Bun, Deno and server bundles: the WebAssembly is in the program, and starts at the first question. */

import { Buffer } from "node:buffer";

import { startOnDemand, startSync } from "./core.js";
import wasm from "./wasm-inline.js";

export * from "./api.js";
export type { InitSource, SyncInitSource, WasmModule } from "./source.js";

function startNow(): void {
  startSync({ module: Buffer.from(wasm, "base64") });
}

startOnDemand(startNow);

/** Here so that the same code runs everywhere: there is nothing to load, and a source that is given is not needed. */
export default function init(): Promise<void> {
  return Promise.resolve();
}

/** Starts at once instead of at the first question. */
export function initSync(): void {
  startNow();
}
