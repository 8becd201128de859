import init, { place } from "everynode/worker";
import { show } from "./show.js";

const many = Array.from({ length: 20_000 }, (_, at) => `{apiVersion: v1, kind: Node, metadata: {name: n${at}}}\n---\n`).join("");

// One answer is not waited for: its worker is ended, and the next one answers.
const stop = new AbortController();
const ended = place({ files: [{ name: "many.yaml", text: many }] }, { signal: stop.signal });
ended.catch((error) => (document.title = error.name));
setTimeout(() => {
  stop.abort();
  show(init, place);
}, 10);
