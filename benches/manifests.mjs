/** Texts of manifests to measure with. The same arguments give the same text in every run. */

import { readFileSync } from "node:fs";

/** A log collector, a metrics exporter, a network plugin and a storage driver, as whole as somebody would write them. */
const AGENTS = ["log-collector", "node-exporter", "cni-plugin", "csi-node"];

/** The DaemonSet of one of our manifests that show the guides' points, without what stands beside it. */
function daemonSet(name) {
  const text = readFileSync(new URL(`../tests/fixtures/guides/${name}.yaml`, import.meta.url), "utf8");
  return text.split(/^---\n/m).find((document) => /^kind: DaemonSet$/m.test(document));
}

/** So many of them in one text, each with a name and labels of its own. */
export function daemonSets(count) {
  const agents = AGENTS.map((name) => {
    const text = daemonSet(name);
    return { text, own: /^ {2}name: (\S+)$/m.exec(text)[1] };
  });
  const texts = Array.from({ length: count }, (_, number) => {
    const { text, own } = agents[number % agents.length];
    return text.replaceAll(own, `${own}-${String(number).padStart(4, "0")}`);
  });
  return texts.join("---\n");
}
