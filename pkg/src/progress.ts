/** Tells callers of progress, and keeps what they throw away from the core. */

import type { RolloutAnswer, RolloutOptions } from "./types.js";

/** What a question has as well: the observer as the core calls it (src/wasm/requests.rs). */
interface Observed {
  onProgress(time: number, steps: number, updated: number, desired: number, trial: number): boolean;
}

/** Asks a question under an observer. What the observer throws ends the question, and is thrown when the core has come to its end. */
export function observed(
  question: object,
  { onProgress }: RolloutOptions,
  ask: (question: Observed) => RolloutAnswer,
): RolloutAnswer {
  const thrown: unknown[] = [];
  const answer = ask({
    ...question,
    onProgress(time, steps, updated, desired, trial) {
      try {
        return onProgress?.({ time, steps, updated, desired, trial }) !== false;
      } catch (error) {
        thrown.push(error);
        return false;
      }
    },
  });
  if (thrown.length > 0) throw thrown[0];
  return answer;
}
