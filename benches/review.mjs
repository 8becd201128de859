/** A review of many DaemonSets: ours as a program and as WebAssembly, and kube-score as a program. */

import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as everynode from "../pkg/dist/node.js";
import { daemonSets } from "./manifests.mjs";
import { best, run } from "./timed.mjs";

/** The seconds that kube-score 1.20's own WebAssembly took for 1,000 DaemonSets in one text of 2.2 MB, in Node 20 (2026-11-20). */
const PEER_WASM = 2.0;

/** Rows of the table. Each program prints a line for each finding, so that neither is held up by what it writes. */
export function review({ count, folder, program, peer, rounds, row }) {
  const text = daemonSets(count);
  const file = join(folder, "daemon-sets.yaml");
  writeFileSync(file, text);
  const programs = [
    [program, "lint", file, "-o", "compact"],
    [program, "lint", file, "-o", "json"],
    ...(peer === "" ? [] : [[peer, "score", file, "-o", "ci"]]),
  ];
  const taken = programs.map(() => []);
  const input = { files: [{ name: "daemon-sets.yaml", text: readFileSync(file) }] };
  const inModule = [];
  // In turn, so that whatever else the machine does hits all.
  for (let round = 0; round < rounds; round++) {
    for (const [at, [name, ...args]] of programs.entries()) taken[at].push(run(name, args, { least: 100_000 }));
    const start = performance.now();
    const answer = everynode.lint(input, { fixes: false });
    inModule.push(performance.now() - start);
    assert.equal(answer.roles.length, count);
  }
  const what = `review of ${count.toLocaleString("en")} DaemonSets, ${(text.length / 1e6).toFixed(1)} MB`;
  const [rules, fixes, theirs] = taken.map(best);
  const ms = (number) => `${number.toFixed(0)} ms`;
  if (theirs === undefined) {
    row(`${what}, natively`, ms(rules), "no Go, no kube-score", "", "3 ×", undefined);
  } else {
    row(`${what}, natively`, ms(rules), `kube-score ${ms(theirs)}`, theirs / rules, "3 ×", theirs / rules >= 3);
    row("the same, with every fix worked out", ms(fixes), `kube-score ${ms(theirs)}`, theirs / fixes, "", theirs > fixes);
  }
  const ratio = (PEER_WASM * 1000) / best(inModule);
  row("the same in WebAssembly, from bytes to the answer", ms(best(inModule)), `kube-score's ${PEER_WASM.toFixed(1)} s`, ratio, "10 ×", ratio >= 10);
  return file;
}
