/**
 * Entry for pages that fetch nothing: `file://`, a strict `connect-src`, bundlers that leave the .wasm file behind. The
 * WebAssembly is in the program, a third larger than the file.
 */

import { startOnDemand, startSync } from "./core.js";
import wasm from "./wasm-inline.js";

export * from "./api.js";
export type { InitSource, SyncInitSource, WasmModule } from "./source.js";

// Pages have no other decoder of base64 that is everywhere.
function decode(): Uint8Array<ArrayBuffer> {
  const binary = atob(wasm);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function startNow(): void {
  startSync({ module: decode() });
}

startOnDemand(startNow);

let loading: Promise<void> | undefined;

/** Compiles beside the page's own thread. Without it the first question compiles, and the page waits. */
export default function init(): Promise<void> {
  loading ??= WebAssembly.compile(decode()).then(
    (module) => startSync({ module }),
    (cause: unknown) => {
      loading = undefined;
      throw cause;
    },
  );
  return loading;
}

/** Starts at once instead of at the first question. */
export function initSync(): void {
  startNow();
}
