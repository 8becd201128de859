/** The element of the npm package, pkg/dist/element.js: the views of the page, and the package's own worker beside it. */

import { defineConfig } from "vite";

/** The package's own files, by how the views name them. */
const BESIDE: Readonly<Record<string, string>> = { everynode: "./index.js", "everynode/worker": "./worker/page.js" };

export default defineConfig({
  define: { __STANDALONE__: "false" },
  publicDir: false,
  plugins: [
    {
      name: "beside",
      enforce: "pre",
      resolveId: (source) => (BESIDE[source] === undefined ? null : { id: BESIDE[source], external: true }),
    },
  ],
  build: {
    target: "es2022",
    outDir: "../pkg/dist",
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: { element: "src/element/element.ts" },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js", chunkFileNames: "element-[name].js", assetFileNames: "element-[name][extname]" },
    },
  },
});
