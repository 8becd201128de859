/** Where the WebAssembly comes from. */

/** The host's own type of that name, where the compiler knows one: the package asks for no library of types. */
export type Global<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;

/** A module that is compiled already. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : never;

/** The bytes of everynode.wasm, or the module compiled from them. */
export type SyncInitSource = ArrayBuffer | ArrayBufferView | WasmModule;

/** Where everynode.wasm lies, an answer that carries it, or what `SyncInitSource` takes. */
export type InitSource =
  | string
  | Global<"URL">
  | Global<"Request">
  | Global<"Response">
  | SyncInitSource
  | PromiseLike<Global<"Response"> | SyncInitSource>;
