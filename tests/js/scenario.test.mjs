/** Scenarios and orders of `rollout`, as objects and as files. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { InputError, Workspace, rollout } from "../../pkg/dist/node.js";

const read = (name) => ({ name, text: readFileSync(new URL(`../cli/scenario/${name}`, import.meta.url), "utf8") });
const input = { files: [read("old.yaml"), read("new.yaml"), read("nodes.yaml")] };
const from = ["old.yaml"];

/** What happens, as `time node: cause`. */
function causesOf(answer, kind) {
  const said = [];
  answer.events.kind.forEach((own, at) => {
    if (own !== kind) return;
    const time = answer.steps.time[answer.events.step[at]];
    said.push(`${time} ${answer.nodes[answer.events.node[at]]}: ${answer.causes[answer.events.cause[at]]}`);
  });
  return said;
}

test("a scenario is an object or a file", () => {
  const file = rollout(input, { from, scenario: read("rollback.yaml") });
  const object = rollout(input, {
    from,
    scenario: {
      images: { "registry.example/meter:2": { neverReady: true } },
      events: [
        { time: "4m", deleteNode: "b2" },
        { time: "10m", rollback: true },
      ],
    },
  });
  assert.deepEqual(file, object);
  assert.equal(file.outcome, "complete");
  assert.deepEqual(file.diagnostics, []);
  const bytes = { name: "rollback.yaml", text: new TextEncoder().encode(read("rollback.yaml").text) };
  assert.deepEqual(rollout(input, { from, scenario: bytes }), file);
});

test("events say what comes from outside and why Pods come and go", () => {
  const answer = rollout(input, { from, scenario: read("joins.yaml") });
  assert.deepEqual(causesOf(answer, 4), ["20 gpu-2: the scenario: gpu-2 joins, like gpu-1", "30 c1: the scenario: c1 joins"]);
  assert.deepEqual(causesOf(answer, 2).slice(0, 2), ["0 a1: within maxUnavailable 2", "0 a2: within maxUnavailable 2"]);
  assert.ok(answer.events.cause instanceof Uint32Array);
  const pulls = answer.times.flatMap(({ parts }) => parts).map(({ source }) => source);
  assert.ok(pulls.includes("scenario, nodes pool=gpu"));
});

test("an update is an event without a Node", () => {
  const answer = rollout(input, { from, scenario: { events: [{ time: 5, setImage: { meter: "meter:3" } }, { time: 9, rollback: true }] } });
  const at = answer.events.kind.indexOf(9);
  assert.equal(answer.events.node[at], 0xffff_ffff);
  assert.equal(answer.causes[answer.events.cause[at]], "the scenario: meter gets meter:3");
  assert.ok(answer.events.kind.includes(10), "the second one rolls back");
});

test("a mistake is a finding with its place", () => {
  const asFile = rollout(input, { from, scenario: { name: "mine.yaml", text: "events:\n- {time: 5, deleteNod: a1}\n" } });
  const finding = asFile.diagnostics.find(({ rule }) => rule === "scenario-field");
  assert.equal(finding.file, "mine.yaml");
  assert.deepEqual([finding.range.start.line, finding.range.start.column], [2, 13]);
  assert.equal(finding.help, "The nearest name is `deleteNode`.");
  const asObject = rollout(input, { from, scenario: { startupSeconds: "soon" } });
  assert.equal(asObject.diagnostics[0].file, "scenario");
  assert.equal(asObject.diagnostics[0].range.start.line, 2);
});

test("the same seed gives the same answer, and another order than that of names", () => {
  const ask = (order) => rollout(input, { from, order });
  assert.deepEqual(ask({ seed: 3 }), ask({ seed: 3 }));
  assert.deepEqual(ask({ seed: 3 }).order, { by: "seed", seed: 3 });
  assert.deepEqual(ask("name").order, { by: "name" });
  assert.deepEqual(ask("name"), ask(undefined));
  const first = (answer) => causesOf(answer, 2).slice(0, 2).map((said) => said.split(" ")[1]);
  const orders = new Set([1, 2, 3, 4, 5].map((seed) => first(ask({ seed })).join()));
  assert.ok(orders.size > 1);
});

test("a workspace takes them, too", () => {
  const workspace = new Workspace();
  for (const { name, text } of input.files) workspace.setFile(name, text);
  const question = { from, scenario: read("zone.yaml"), order: { seed: 9 } };
  assert.deepEqual(workspace.rollout(question), rollout(input, question));
  workspace.dispose();
});

for (const [what, question, message] of [
  ["an order that is none", { order: "random" }, /order is to be "name" or an object with a seed; got the string "random"/],
  ["a seed that is no number", { order: { seed: "7" } }, /order.seed is to be a number from 0/],
  ["a scenario that is a text", { scenario: "events: []" }, /scenario is to be an object/],
  ["a file without a name", { scenario: { text: "events: []" } }, /scenario.name is to be a string/],
]) {
  test(`${what} is refused`, () => {
    assert.throws(() => rollout(input, question), (thrown) => thrown instanceof InputError && message.test(thrown.message));
  });
}

test("the schema is shipped with the package", async () => {
  const manifest = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  const path = manifest.exports["./scenario.schema.json"];
  assert.ok(manifest.files.includes(path.slice(2)));
  const schema = JSON.parse(readFileSync(new URL(`../../pkg/${path}`, import.meta.url), "utf8"));
  assert.equal(schema.title, "Scenario of an update");
});
