/** Programs that are timed as a whole. */

import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";

export const best = (times) => Math.min(...times);

/** Milliseconds from starting a program to its end, with all that it prints read, `least` bytes. A finding is no failure. */
export function run(program, args, { least }) {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { maxBuffer: 1 << 28 });
  const taken = performance.now() - start;
  assert.ok(status === 0 || status === 1, `${program}: ${error?.message ?? stderr}`);
  assert.ok(stdout.length >= least, `${program} says next to nothing`);
  return taken;
}

/** What a program prints, a line of JSON each. */
export function printed(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 24 });
  assert.equal(status, 0, `${program}: ${error?.message ?? stderr}`);
  return stdout.trim().split("\n").map((line) => JSON.parse(line));
}
