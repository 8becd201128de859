/** A web server of a test's own, on a free port of this machine. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface Reply {
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Serving {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const KINDS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".yaml": "text/plain; charset=utf-8",
};

/** Asks `reply` for each path, such as `/agent.yaml`; where it has none, there is no such file. */
export async function serving(reply: (path: string) => Reply | undefined): Promise<Serving> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const found = reply(pathname);
    const kind = found === undefined ? "text/plain" : (KINDS[extname(pathname)] ?? "text/html; charset=utf-8");
    response.writeHead(found === undefined ? 404 : 200, { "Content-Type": kind, ...found?.headers });
    response.end(found?.body ?? "There is no such file.\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What a folder has under a name. */
export function fileOf(folder: string, name: string): Buffer | undefined {
  const inside = normalize(name);
  if (inside.startsWith("..")) return undefined;
  try {
    return readFileSync(join(folder, inside));
  } catch {
    return undefined;
  }
}
