import { readFileSync } from "node:fs";
import init, { place } from "everynode";

await init();
const files = ["nodes.yaml", "ds.yaml"].map((name) => ({ name, text: readFileSync(name) }));
const answer = place({ files });
console.log(answer.daemonSets[0].eligible, answer.nodes.names.join());
