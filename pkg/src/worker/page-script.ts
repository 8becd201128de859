/** The script of a page's worker: `everynode/worker-script`. */

import init, * as core from "../index.js";
import type { InitSource } from "../source.js";
import { serve } from "./host.js";
import type { Request, Wasm } from "./protocol.js";

function load({ stage, source }: Wasm): Promise<void> {
  // Bundlers know this form, and bring the file along.
  if (stage === "start") return init((source as InitSource | undefined) ?? new URL("../start.wasm", import.meta.url));
  return init(source as InitSource | undefined);
}

const answer = serve(core, load, (response) => postMessage(response));

addEventListener("message", (event: MessageEvent<Request>) => answer(event.data));
