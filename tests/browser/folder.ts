/** The built page as a static host serves it, under a path of our choice, and one version after the other. */

import { fileURLToPath } from "node:url";
import { fileOf, serving, type Serving } from "./serving";

const DIST = fileURLToPath(new URL("../../www/dist", import.meta.url));

export interface Folder extends Pick<Serving, "close"> {
  /** Ends with a slash. */
  readonly address: string;
  /** From now on another version is there: the page's title ends with the word. */
  readonly release: (word: string) => void;
}

export async function served(path: string): Promise<Folder> {
  let word = "";
  const { origin, close } = await serving((asked) => {
    if (!asked.startsWith(path)) return undefined;
    const name = asked === path ? "index.html" : asked.slice(path.length);
    let body: Buffer | string | undefined = fileOf(DIST, name);
    if (body === undefined) return undefined;
    if (word !== "" && name === "index.html") body = body.toString().replace("</noscript>", `${word}</noscript>`);
    if (word !== "" && name === "sw.js") body = body.toString().replace(/(const VERSION = "\w+)/, `$1${word}`);
    return { body, headers: { "Cache-Control": "max-age=600" } };
  });
  return { address: `${origin}${path}`, release: (next) => (word = next), close };
}
