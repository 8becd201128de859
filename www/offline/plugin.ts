/** Writes sw.js beside the page: which files it keeps, and as which version. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)));

export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    // After the parts are final.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        const files: string[] = [];
        const add = (name: string, content: string | Uint8Array) => {
          hash.update(name).update(content);
          // Some hosts send those who ask for index.html to its folder, and what was sent on opens no page.
          files.push(name === "index.html" ? "./" : `./${name}`);
        };
        for (const part of Object.values(bundle)) add(part.fileName, part.type === "chunk" ? part.code : part.source);
        for (const name of readdirSync(fileURLToPath(new URL("../public", import.meta.url)))) add(name, read(`../public/${name}`));
        const script = read("./sw.js").toString();
        hash.update(script);
        const source = script.replace("__VERSION__", hash.digest("hex").slice(0, 16)).replace("__FILES__", JSON.stringify(files.sort(), null, 2));
        this.emitFile({ type: "asset", fileName: "sw.js", source });
      },
    },
  };
}
