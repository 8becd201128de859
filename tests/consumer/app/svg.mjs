import { readFileSync } from "node:fs";
import { rolloutSvg } from "everynode/svg";

const files = ["nodes.yaml", "ds.yaml"].map((name) => ({ name, text: readFileSync(name) }));
console.log(rolloutSvg({ files }, { restart: true }).match(/role="img"|<\/svg>/g).join(" "));
