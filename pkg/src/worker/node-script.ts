/** The script of the thread. */

import { parentPort } from "node:worker_threads";

import * as core from "../node.js";
import { serve } from "./host.js";
import type { Request } from "./protocol.js";

const answer = serve(core, () => Promise.resolve(), (response) => parentPort?.postMessage(response));

parentPort?.on("message", (request: Request) => answer(request));
