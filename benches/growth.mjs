/**
 * One row of how an update's time grows, in an instance of its own: memory that WebAssembly has taken is never given back,
 * so what it has at the end is what it had at its peak. Arguments: the folder of the module, how many rounds, the file of
 * the Nodes, those of the DaemonSet before and after. Prints JSON.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, rounds, nodes, old, next] = process.argv.slice(2);
const core = await import(pathToFileURL(join(folder, "bench-glue.js")).href);
const { memory } = core.initSync({ module: readFileSync(join(folder, "bench.wasm")) });

const session = new core.Session();
for (const file of [old, next, nodes]) session.setBytes(file, readFileSync(file));
const read = memory.buffer.byteLength;

const bench = new core.Bench(session);
let best = Infinity;
let course;
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  course = Array.from(bench.rollout());
  best = Math.min(best, performance.now() - start);
}
const played = memory.buffer.byteLength;
const [steps, seconds] = course;
console.log(JSON.stringify({ milliseconds: best, steps, seconds, read, played }));
