const { readFileSync } = require("node:fs");
const { place } = require("everynode");

const files = ["nodes.yaml", "ds.yaml"].map((name) => ({ name, text: readFileSync(name) }));
const answer = place({ files });
console.log(answer.daemonSets[0].eligible, answer.nodes.names.join());
