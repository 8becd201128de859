/** Pages of others that use the package: each with its text and its policy, and the built package below /pkg/. */

import { fileURLToPath } from "node:url";
import { fileOf, serving, type Serving } from "./serving";

const DIST = fileURLToPath(new URL("../../pkg/dist", import.meta.url));

/** `pages` by path, such as `/bare.html`; a policy goes with every one of them. */
export function site(pages: Readonly<Record<string, string>>, policy: string | null): Promise<Serving> {
  const headers: Readonly<Record<string, string>> = policy === null ? {} : { "Content-Security-Policy": policy };
  return serving((path) => {
    const page = path === "/favicon.ico" ? "" : pages[path];
    if (page !== undefined) return { body: page, headers };
    const body = path.startsWith("/pkg/") ? fileOf(DIST, path.slice("/pkg/".length)) : undefined;
    return body && { body };
  });
}
