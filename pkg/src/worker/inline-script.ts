/** The script of a page's worker that fetches nothing, `everynode/inline-worker-script`: the whole WebAssembly is in it. */

import init, * as core from "../inline.js";
import { serve } from "./host.js";
import type { Request } from "./protocol.js";

const answer = serve(core, () => init(), (response) => postMessage(response));

addEventListener("message", (event: MessageEvent<Request>) => answer(event.data));
