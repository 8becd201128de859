/** Who plays a long update is told how far it is, and can stop it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { InputError, Workspace, place, rollout } from "../../pkg/dist/node.js";
import { daemonSet } from "./support/manifests.mjs";

const COUNT = 3000;
const nodes = Array.from({ length: COUNT }, (_, number) => `---\napiVersion: v1\nkind: Node\nmetadata: {name: node-${number}}\n`);
const files = [
  { name: "nodes.yaml", text: nodes.join("") },
  { name: "old.yaml", text: daemonSet() },
  { name: "new.yaml", text: daemonSet().replace(":1.2.3", ":1.2.4") },
];
const question = { from: ["old.yaml"], startupSeconds: 5, terminationSeconds: 5 };

test("progress goes on until all Nodes have the new Pod, and changes nothing", () => {
  const heard = [];
  const answer = rollout({ files }, question, { onProgress: (progress) => void heard.push(progress) });
  assert.deepEqual(answer, rollout({ files }, question));
  assert.equal(answer.outcome, "complete");
  assert.ok(heard.length > 5, `${heard.length} calls`);
  for (const [at, progress] of heard.entries()) {
    assert.deepEqual(Object.keys(progress).sort(), ["desired", "steps", "time", "trial", "updated"]);
    assert.equal(progress.desired, COUNT);
    assert.equal(progress.trial, 0);
    if (at > 0) assert.ok(progress.time > heard[at - 1].time && progress.steps > heard[at - 1].steps);
  }
  assert.ok(heard.at(-1).updated > COUNT / 2);
});

test("what answers false ends it: the answer is what happened until then", () => {
  const full = rollout({ files }, question);
  let calls = 0;
  const answer = rollout({ files }, question, { onProgress: () => ++calls < 3 });
  assert.equal(calls, 3);
  assert.equal(answer.outcome, "stopped");
  assert.match(answer.verdict, /^not played to its end; after .*of 3,000 nodes have the new Pod$/);
  assert.ok(answer.steps.time.length < full.steps.time.length);
  assert.deepEqual([...answer.steps.updated], [...full.steps.updated].slice(0, answer.steps.time.length));
});

test("a search for remedies that is stopped leaves the course as it is", () => {
  const stuck = { ...question, neverReady: ["node-0"] };
  const full = rollout({ files }, stuck);
  assert.equal(full.outcome, "stuck");
  assert.equal(full.remediesUntried, undefined);
  assert.ok(full.remedies.length > 0);
  const trials = new Set();
  const answer = rollout({ files }, stuck, { onProgress: ({ trial }) => (trials.add(trial), trial === 0) });
  assert.deepEqual([...trials].at(-1), 1);
  assert.equal(answer.remediesUntried, true);
  assert.deepEqual(answer.remedies, []);
  assert.deepEqual(answer.steps, full.steps);
  assert.ok(answer.notes.includes("Not every change that may free the update was tried to its end."));
});

test("what the observer throws reaches whoever asked, and the core goes on", () => {
  const workspace = new Workspace();
  for (const { name, text } of files) workspace.setFile(name, text);
  const broken = new Error("the page is gone");
  const onProgress = () => {
    throw broken;
  };
  assert.throws(() => workspace.rollout(question, { onProgress }), (thrown) => thrown === broken);
  assert.deepEqual(workspace.rollout(question), rollout({ files }, question));
});

test("the core is not asked while it answers", () => {
  const workspace = new Workspace();
  for (const { name, text } of files) workspace.setFile(name, text);
  const expected = rollout({ files }, question);
  for (const within of [
    () => place({ files }),
    () => workspace.rollout(question),
    () => workspace.setFile("nodes.yaml", ""),
    () => workspace.removeFile("nodes.yaml"),
    () => workspace.setOptions({ complete: true }),
    () => workspace.dispose(),
  ]) {
    assert.throws(() => workspace.rollout(question, { onProgress: within }), (thrown) => {
      assert.ok(thrown instanceof InputError);
      assert.match(thrown.message, /from within `onProgress`/);
      return true;
    });
    assert.deepEqual(workspace.rollout(question), expected);
  }
});
