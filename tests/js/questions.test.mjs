/** `lint`, `place` and `explain` of the Node entry, asked without any `init()`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import init, { explain, initSync, lint, nodes as nodesOf, place } from "../../pkg/dist/node.js";
import { daemonSet, files, nodes, toleratesGpu } from "./support/manifests.mjs";
import { namesOf, runningOn } from "./support/names.mjs";

const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));

test("place answers before init", () => {
  const answer = place({ files });
  assert.deepEqual(answer.nodes.names, ["gpu-1", "worker-a", "worker-b"]);
  assert.deepEqual(runningOn(answer), ["worker-a", "worker-b"]);
  const [placed] = answer.daemonSets;
  assert.equal(placed.kind, "DaemonSet");
  assert.equal(placed.namespace, "logging");
  assert.equal(placed.eligible, 2);
  assert.equal(placed.status.desiredNumberScheduled, 2);
});

test("a group says which taint keeps its Nodes out", () => {
  const answer = place({ files });
  const group = answer.daemonSets[0].groups.find(({ shouldRun }) => !shouldRun);
  assert.deepEqual(namesOf(answer, group), ["gpu-1"]);
  assert.deepEqual(group.reasons, [
    { reason: "taint", taint: { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" } },
  ]);
});

test("a toleration lets its Nodes in", () => {
  const text = daemonSet(toleratesGpu);
  const answer = place({ files: [{ name: "nodes.yaml", text: nodes }, { name: "ds.yaml", text }] });
  assert.deepEqual(runningOn(answer), ["gpu-1", "worker-a", "worker-b"]);
});

test("columns are Uint32Arrays", () => {
  const answer = place({ files });
  for (const group of answer.daemonSets[0].groups) assert.ok(group.nodes instanceof Uint32Array, group.title);
  const zone = answer.nodes.facets.find(({ key }) => key === "zone");
  assert.ok(zone.valueIndex instanceof Uint32Array);
  const zones = Array.from(zone.valueIndex, (index) => zone.values[index]);
  assert.deepEqual(zones, ["a", "a", "b"]);
});

test("an answer can be cloned, as a worker does with it", () => {
  const answer = place({ files });
  assert.deepEqual(structuredClone(answer), answer);
});

test("bytes and strings give the same answer", () => {
  const bytes = files.map(({ name, text }) => ({ name, text: new TextEncoder().encode(text) }));
  assert.deepEqual(place({ files: bytes }), place({ files }));
  const view = Buffer.concat([Buffer.from("---"), ...bytes.slice(0, 1).map(({ text }) => text)]).subarray(3);
  assert.deepEqual(place({ files: [{ name: "nodes.yaml", text: view }, files[1]] }), place({ files }));
});

test("every answer says what it was made with", () => {
  const question = { daemonSet: "logging/agent", node: "gpu-1" };
  for (const answer of [lint({ files }), place({ files }), explain({ files }, question)]) {
    assert.equal(answer.version, version);
    assert.equal(answer.kubernetes, "1.36");
  }
});

test("lint counts the objects and finds nothing in sound manifests", () => {
  const answer = lint({ files }, { presets: ["off"] });
  assert.deepEqual(answer.diagnostics, []);
  assert.deepEqual(answer.counts, [{ kind: "DaemonSet", count: 1 }, { kind: "Node", count: 3 }]);
  assert.deepEqual(answer.objects.map(({ name }) => name), ["worker-a", "worker-b", "gpu-1", "agent"]);
});

test("lint says what a reviewer says, and what the agent was taken for", () => {
  const text = nodes + "---\n" + daemonSet(toleratesGpu).replace(":1.2.3", "");
  const answer = lint({ files: [{ name: "a.yaml", text }] }, { presets: ["off"], rules: ["image-tag-latest"] });
  const [found] = answer.diagnostics;
  assert.equal(found.rule, "image-tag-latest");
  assert.equal(found.path, "spec.template.spec.containers[0].image");
  assert.equal(found.message, "image `registry.example/agent` has no tag, which means `latest`");
  assert.deepEqual(answer.roles.map(({ name, role }) => [name, role]), [["agent", "generic"]]);
  assert.throws(() => lint({ files }, { presets: ["all"] }), { name: "InputError", message: /there is no preset `all`/ });
});

test("a broken document is a finding with its place, and hides nothing beside it", () => {
  const broken = { name: "broken.yaml", text: "kind: Node\nmetadata:\n\tname: x\n" };
  const answer = place({ files: [...files, broken] });
  const [found] = answer.diagnostics;
  assert.equal(found.file, "broken.yaml");
  assert.equal(found.severity, "error");
  assert.equal(found.range.start.line, 3);
  assert.deepEqual(runningOn(answer), ["worker-a", "worker-b"]);
});

test("offsets count as JavaScript strings do", () => {
  const text = "# 🚀 ünïcode\nkind: Node\nmetadata:\n\tname: x\n";
  const [found] = lint({ files: [{ name: "a.yaml", text }] }).diagnostics;
  assert.equal(text.at(found.range.start.offset), "\t");
  assert.equal(found.range.start.line, 4);
  assert.equal(found.range.start.column, 1);
});

test("explain shows the check that fails", () => {
  const answer = explain({ files }, { daemonSet: "logging/agent", node: "gpu-1" });
  assert.equal(answer.found, true);
  assert.equal(answer.shouldRun, false);
  const [controller] = answer.deciders;
  assert.equal(controller.by, "controller");
  assert.equal(controller.says, "no");
  const failed = controller.checks.filter(({ outcome }) => outcome === "fails");
  assert.deepEqual(failed.map(({ check }) => check), ["taint"]);
});

test("explain of what is not there names the nearest", () => {
  const answer = explain({ files }, { daemonSet: "logging/agent", node: "worker-c" });
  assert.equal(answer.found, false);
  assert.equal(answer.missing, "node");
  assert.match(answer.nearest, /^worker-[ab]$/);
  assert.equal(explain({ files }, { daemonSet: "agnet", node: "gpu-1" }).missing, "daemonSet");
});

test("now gives ages", () => {
  const created = daemonSet().replace("metadata:", "metadata:\n  creationTimestamp: 2026-11-20T00:00:00Z");
  const input = { files: [files[0], { name: "ds.yaml", text: created }] };
  const [placed] = place({ ...input, now: "2026-11-22T00:00:00Z" }).daemonSets;
  assert.match(placed.kubectl.row, /\b2d$/);
  assert.match(place(input).daemonSets[0].kubectl.row, /<unknown>$/);
});

test("init and initSync are there, and have nothing left to do", async () => {
  assert.equal(await init(), undefined);
  assert.equal(initSync(), undefined);
  assert.deepEqual(runningOn(place({ files })), ["worker-a", "worker-b"]);
});

test("no text makes the core fail", () => {
  const texts = [
    "",
    "\0",
    "\uFEFF",
    "\uD800",
    "- ".repeat(10_000),
    "[".repeat(100_000),
    "{a: ".repeat(100_000),
    "a: &a [*a]",
    `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a, *a]`).join("\n")}`,
    "kind: DaemonSet\napiVersion: apps/v1\nspec: 7\n",
    "kind: DaemonSet\napiVersion: apps/v1\nmetadata: {name: x}\nspec: {template: {spec: {tolerations: [{tolerationSeconds: 9223372036854775807}]}}}\n",
    "kind: List\nitems: [null, 1, {kind: Node}]\n",
    "--- !!binary x\n...\n%TAG ! x\n",
  ];
  for (const text of texts) {
    const input = { files: [...files, { name: "hostile", text }] };
    assert.deepEqual(runningOn(place(input)), ["worker-a", "worker-b"], JSON.stringify(text.slice(0, 40)));
    lint(input);
  }
  const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256);
  assert.deepEqual(runningOn(place({ files: [...files, { name: "hostile", text: bytes }] })), ["worker-a", "worker-b"]);
});

test("nodes say their labels and taints in columns", () => {
  const node = (name, labels, spec = {}) => JSON.stringify({ apiVersion: "v1", kind: "Node", metadata: { name, labels }, spec });
  const taint = { key: "gpu", value: "yes", effect: "NoSchedule" };
  const text = [node("b", { pool: "gpu" }, { taints: [taint] }), node("a", { pool: "general", zone: "1" }, { unschedulable: true })].join("\n---\n");
  const answer = nodesOf({ files: [{ name: "nodes.json", text }] });
  assert.deepEqual(answer.names, ["a", "b"]);
  const pool = answer.labels.find(({ label }) => label === "pool");
  assert.deepEqual([...pool.nodes].map((at, nth) => [answer.names[at], pool.values[pool.valueIndex[nth]]]), [["a", "general"], ["b", "gpu"]]);
  const zone = answer.labels.find(({ label }) => label === "zone");
  assert.ok(zone.nodes instanceof Uint32Array);
  assert.deepEqual([...zone.nodes], [0]);
  assert.deepEqual([...answer.taintLists[answer.taintList[1]]].map((at) => answer.taints[at]), [taint]);
  assert.deepEqual([...answer.unschedulable], [0]);
});
