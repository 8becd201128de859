/** The built page as a static host serves it, under a path of our choice, and one version after the other. */

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../www/dist", import.meta.url));

const KINDS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export interface Folder {
  /** Ends with a slash. */
  readonly address: string;
  /** From now on another version is there: the page's title ends with the word. */
  readonly release: (word: string) => void;
  readonly close: () => Promise<void>;
}

export async function served(path: string): Promise<Folder> {
  let word = "";
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname === path ? "index.html" : pathname.startsWith(path) ? normalize(pathname.slice(path.length)) : "..";
    try {
      if (name.startsWith("..")) throw new Error("outside");
      let body: Buffer | string = readFileSync(join(DIST, name));
      if (word !== "" && name === "index.html") body = body.toString().replace("</noscript>", `${word}</noscript>`);
      if (word !== "" && name === "sw.js") body = body.toString().replace(/(const VERSION = "\w+)/, `$1${word}`);
      response.writeHead(200, { "Content-Type": KINDS[extname(name)] ?? "application/octet-stream", "Cache-Control": "max-age=600" });
      response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" });
      response.end("There is no such file.\n");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    release: (next) => (word = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
