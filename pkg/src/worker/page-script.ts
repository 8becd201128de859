/** The script of a page's worker: `everynode/worker-script`. */

import init, * as core from "../index.js";
import type { InitSource } from "../source.js";
import { serve } from "./host.js";
import type { Request } from "./protocol.js";

const answer = serve(core, (source) => init(source as InitSource | undefined), (response) => postMessage(response));

addEventListener("message", (event: MessageEvent<Request>) => answer(event.data));
