import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";
import { offline } from "./offline/plugin";

const { resolve } = createRequire(import.meta.url);

/** Bytes of a wasm as it travels (gzip), for the footer. */
function wasmBytes(name: string): number {
  return gzipSync(readFileSync(resolve(`everynode/${name}`)), { level: 9 }).length;
}

export default defineConfig({
  // Plain files under any path.
  base: "./",
  define: {
    __WASM_BYTES__: JSON.stringify({ start: wasmBytes("start.wasm"), whole: wasmBytes("everynode.wasm") }),
    __STANDALONE__: "false",
  },
  plugins: [offline()],
  build: {
    target: "es2022",
    // A data: URL would need more than `connect-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Parts that change at different times are cached apart, and what is loaded at one time is one part.
        codeSplitting: {
          groups: [
            { name: "page", tags: ["$initial"], priority: 2 },
            { name: "editor", test: /node_modules\/(@codemirror\/(?!merge)|@lezer\/|@marijn\/|style-mod\/|crelt\/|w3c-keyname\/)/, priority: 1 },
            { name: "later", test: /\/src\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
