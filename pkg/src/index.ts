/**
 * Entry for pages and workers: everynode.wasm is fetched from beside this file.
 *
 * ```ts
 * import init, { place } from "everynode";
 * await init();
 * const answer = place({ files: [{ name: "all.yaml", text }] });
 * ```
 */

import { start, startSync } from "./core.js";
import { NotInitializedError } from "./errors.js";
import type { InitSource, SyncInitSource } from "./source.js";

export * from "./api.js";
export type { InitSource, SyncInitSource, WasmModule } from "./source.js";

let loading: Promise<void> | undefined;

/**
 * Loads the WebAssembly; to be awaited before the first question. Further calls answer the same promise, unless it
 * failed: then they try again. In Node, Bun and Deno nothing is left to load, and the promise is done.
 *
 * Where a bundler leaves the file behind, `source` says where it lies instead, or the entry `everynode/inline` carries it.
 */
export default function init(source?: InitSource): Promise<void> {
  loading ??= load(source).catch((cause: unknown) => {
    loading = undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new NotInitializedError(`everynode.wasm does not load: ${why}; pass its address to init(), or import "everynode/inline"`, {
      cause,
    });
  });
  return loading;
}

/** The same without waiting, for who has the bytes or the module at hand. */
export function initSync(source: SyncInitSource): void {
  startSync({ module: source as BufferSource | WebAssembly.Module });
}

async function load(source: InitSource | undefined): Promise<void> {
  // Bundlers know this form, and bring the file along.
  const given = (await source) ?? new URL("./everynode.wasm", import.meta.url);
  await start({ module_or_path: given as RequestInfo | URL | Response | BufferSource | WebAssembly.Module });
}
