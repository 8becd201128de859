/** How a page starts a worker by itself. */

/** Bundlers know this form, and bring the script along. */
export function spawn(): Worker {
  return new Worker(new URL("./page-script.js", import.meta.url), { type: "module", name: "everynode" });
}
