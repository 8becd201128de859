/** The worker as a text within the page, for pages that are one file; takes the place of `spawn.ts` there. */

import CoreWorker from "./worker?worker&inline";

export function spawn(): Worker {
  return new CoreWorker();
}
