import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";
import { offline } from "./offline/plugin";

/** Bytes of the core's wasm as it travels (gzip), for the footer. */
function wasmBytes(): number {
  const wasm = createRequire(import.meta.url).resolve("everynode/start.wasm");
  return gzipSync(readFileSync(wasm), { level: 9 }).length;
}

export default defineConfig({
  // Plain files under any path.
  base: "./",
  define: { __WASM_BYTES__: JSON.stringify(wasmBytes()), __STANDALONE__: "false" },
  plugins: [offline()],
  build: {
    target: "es2022",
    // A data: URL would need more than `connect-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Parts that change at different times are cached apart.
        codeSplitting: {
          groups: [
            { name: "editor", test: /node_modules\/(@codemirror\/(?!merge)|@lezer\/|@marijn\/|style-mod\/|crelt\/|w3c-keyname\/)/ },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
