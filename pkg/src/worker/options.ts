/** How a question is asked of a worker. */

import type { RolloutProgress } from "../rollout-types.js";
import type { Global } from "../source.js";

/** How a question is asked. */
export interface AskOptions {
  /**
   * Takes the question back. One that is being worked at ends the worker; the next question starts another, and every `Workspace`
   * tells it its texts again.
   */
  readonly signal?: Global<"AbortSignal">;
  /** Told now and then how far the answer to a `RolloutQuestion` is. */
  readonly onProgress?: (progress: RolloutProgress) => void;
}
