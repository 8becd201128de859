/** What the API server says of many DaemonSets: ours as a program and as WebAssembly, and kubeconform as a program. */

import { strict as assert } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as everynode from "../pkg/dist/node.js";
import { daemonSets } from "./manifests.mjs";
import { daemonSetSchema } from "./schemas.mjs";
import { best, run } from "./timed.mjs";

/** DaemonSets a second that kubeconform 0.8.0 did, with schemas on disk, on a machine at rest (2026-11-20). */
const PEER_RECORDED = 3_400;

/** Rows of the table. `openApi` is Kubernetes' OpenAPI file; without Go there is neither that nor the peer. */
export function validate({ count, folder, program, peer, openApi, rounds, row }) {
  const text = daemonSets(count);
  const file = join(folder, "validated.yaml");
  writeFileSync(file, text);
  const programs = [[program, "validate", file]];
  if (peer !== "") programs.push([peer, "-strict", "-summary", "-schema-location", daemonSetSchema(openApi, folder), file]);
  const taken = programs.map(() => []);
  const input = { files: [{ name: "validated.yaml", text: readFileSync(file) }] };
  const inModule = [];
  // In turn, so that whatever else the machine does hits all.
  for (let round = 0; round < rounds; round++) {
    for (const [at, [name, ...args]] of programs.entries()) taken[at].push(run(name, args, { least: 50 }));
    const start = performance.now();
    const answer = everynode.validate(input);
    inModule.push(performance.now() - start);
    assert.equal(answer.objects.filter((object) => object.allowed).length, count);
  }
  const what = `validation of ${count.toLocaleString("en")} DaemonSets, ${(text.length / 1e6).toFixed(1)} MB`;
  const [ours, theirs] = taken.map(best);
  const rate = (milliseconds) => `${Math.round((count * 1000) / milliseconds).toLocaleString("en")} a second`;
  const measured = theirs ?? (count * 1000) / PEER_RECORDED;
  const named = theirs === undefined ? "kubeconform, recorded," : "kubeconform";
  row(`${what}, natively`, rate(ours), `${named} ${rate(measured)}`, measured / ours, "3 ×", measured / ours >= 3);
  const inNode = best(inModule);
  row("the same in WebAssembly, from bytes to the answer", rate(inNode), `natively ${rate(ours)}`, ours / inNode, "1/2.5 ×", inNode / ours <= 2.5);
  return file;
}
