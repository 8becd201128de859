/** Pages of others that use the package: each with its text and its policy, and the built package below /pkg/. */

import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../pkg/dist", import.meta.url));
const KINDS: Readonly<Record<string, string>> = { ".js": "text/javascript", ".wasm": "application/wasm" };

export interface Site {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** `pages` by path, such as `/bare.html`; a policy goes with every one of them. */
export async function site(pages: Readonly<Record<string, string>>, policy: string | null): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = pages[pathname];
    if (pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    try {
      if (page !== undefined) {
        const kind = pathname.endsWith(".html") ? "text/html; charset=utf-8" : pathname.endsWith(".js") ? "text/javascript" : "text/plain; charset=utf-8";
        response.writeHead(200, { "Content-Type": kind, ...(policy === null ? {} : { "Content-Security-Policy": policy }) });
        response.end(page);
        return;
      }
      const name = pathname.startsWith("/pkg/") ? normalize(pathname.slice("/pkg/".length)) : "..";
      if (name.startsWith("..")) throw new Error("outside");
      const body = readFileSync(join(DIST, name));
      response.writeHead(200, { "Content-Type": KINDS[extname(name)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" });
      response.end("There is no such file.\n");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
