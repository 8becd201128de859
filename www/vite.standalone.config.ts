/**
 * The page as one file, dist/standalone.html: scripts, styles, worker and wasm within. The page downloads it and puts a state into it
 * (src/share/standalone.ts).
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import page from "./vite.config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the state goes: src/share/standalone.ts looks for these very letters. */
const SLOT = '<script type="application/json" id="everynode-shared">null</script>';

/** What the policy lets run: this text and no other. */
const allowed = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Takes the built parts into the page, and allows each by its hash. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    // After the parts are final.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const parts = Object.values(bundle);
        const text = (ending: string) =>
          parts
            .filter(({ fileName }) => fileName.endsWith(ending))
            .map((part) => (part.type === "chunk" ? part.code : String(part.source)))
            .join("\n");
        // No element ends within a script: the letters are written in another way, which strings take as the same.
        const script = text(".js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
        const theme = readFileSync(here("public/theme.js"), "utf8");
        const style = text(".css");
        const policy = [
          "default-src 'none'",
          `script-src ${allowed(script)} ${allowed(theme)} 'wasm-unsafe-eval'`,
          `style-src ${allowed(style)}`,
          "worker-src blob:",
          "img-src data:",
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; ");
        const html = text(".html")
          .replace(/<script[^>]*type="module"[^>]*><\/script>/, "")
          .replace(/<link rel="(?:stylesheet|icon|modulepreload|manifest)"[^>]*>\s*/g, "")
          .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_all, head: string) => `${head}${policy}`)
          .replace(/<script\s+src="[^"]*theme\.js"><\/script>/, () => `<script>${theme}</script>\n<style>${style}</style>`)
          .replace("</body>", () => `${SLOT}\n<script type="module">${script}</script>\n</body>`);
        // A parser of HTML changes these, and the hash is over what it makes of the text.
        if (/[\0\r]/.test(script + style)) this.error("the script or the style holds a letter that HTML cannot carry");
        if (html.split(SLOT).length !== 2 || !html.includes("sha256-") || html.includes('src="./')) this.error("index.html has another form than it is taken for");
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName: "standalone.html", source: html });
      },
    },
  };
}

export default defineConfig({
  base: "./",
  define: { ...page.define, __STANDALONE__: "true" },
  publicDir: false,
  resolve: {
    alias: [
      { find: /^\.\/spawn\.js$/, replacement: here("src/answer/spawnInline.ts") },
    ],
  },
  plugins: [oneFile()],
  build: {
    target: "es2022",
    emptyOutDir: false,
    assetsInlineLimit: Infinity,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  // Chromium starts no module worker of a page that comes from the disk.
  worker: { format: "iife" },
});
