import { readFileSync } from "node:fs";
import { place } from "everynode/worker";

const files = ["nodes.yaml", "ds.yaml"].map((name) => ({ name, text: readFileSync(name) }));
const answer = await place({ files }, { signal: AbortSignal.timeout(60_000) });
console.log(answer.daemonSets[0].eligible, answer.nodes.names.join());
