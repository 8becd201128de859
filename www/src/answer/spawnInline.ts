/** The worker as a text within the page, for pages that are one file; takes the place of the package's own way to start one there. */

import CoreWorker from "everynode/inline-worker-script?worker&inline";

export function spawn(): Worker {
  return new CoreWorker();
}
