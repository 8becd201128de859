/** How a question is asked of a worker. */

import type { Global } from "../source.js";
import type { RolloutProgress } from "../types.js";

/** How a question is asked. */
export interface AskOptions {
  /**
   * Takes the question back. One that is being worked at ends the worker; the next question starts another, and every `Workspace`
   * tells it its texts again.
   */
  readonly signal?: Global<"AbortSignal">;
}

/** How an update is asked for. */
export interface RolloutAskOptions extends AskOptions {
  /** Is told of progress while an update of thousands of Nodes is played. What it answers counts for nothing: `signal` stops. */
  readonly onProgress?: (progress: RolloutProgress) => void;
}
