/** `everynode/worker`: the same answers from a thread, and what happens when nobody wants them any more. */

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import * as here from "../../pkg/dist/node.js";
import * as there from "../../pkg/dist/worker/node.js";
import { daemonSet, files, many, toleratesGpu } from "./support/manifests.mjs";
import { runningOn } from "./support/names.mjs";

const question = { daemonSet: "agent", node: "gpu-1" };

/** A question that takes long enough to be taken back while it is worked at. */
const large = { files: [files[1], many(20_000)] };

afterEach(() => there.terminate());

test("it has the names of the other entry", () => {
  const names = (entry) => Object.keys(entry).filter((name) => !["initSync", "terminate", "whole"].includes(name)).sort();
  assert.deepEqual(names(there), names(here));
});

test("it answers as the other entry does", async () => {
  await there.default();
  assert.deepEqual(await there.lint({ files }), here.lint({ files }));
  assert.deepEqual(await there.fix({ files }, { unsafe: true }), here.fix({ files }, { unsafe: true }));
  assert.deepEqual(await there.validate({ files }, { old: ["nodes.yaml"] }), here.validate({ files }, { old: ["nodes.yaml"] }));
  assert.deepEqual(await there.defaults({ files }), here.defaults({ files }));
  assert.deepEqual(await there.place({ files }), here.place({ files }));
  assert.deepEqual(await there.nodes({ files }), here.nodes({ files }));
  assert.deepEqual(await there.explain({ files }, question), here.explain({ files }, question));
  assert.deepEqual(await there.rollout({ files }), here.rollout({ files }));
});

test("a question reaches the thread as it was asked", async () => {
  const asked = { restart: true, order: { seed: 7 }, scenario: { events: [{ time: 1, cordon: "worker-a" }] } };
  assert.deepEqual(await there.rollout({ files }, asked), here.rollout({ files }, asked));
  assert.deepEqual((await there.rollout({ files }, asked)).order, { by: "seed", seed: 7 });
});

test("questions at once are answered each with its own", async () => {
  const [one, other] = await Promise.all([there.place({ files }), there.place({ files: files.slice(0, 1) })]);
  assert.equal(one.daemonSets.length, 1);
  assert.equal(other.daemonSets.length, 0);
});

test("misuse is the same error", async () => {
  await assert.rejects(there.place({ files: 1 }), there.InputError);
  await assert.rejects(there.place({ files, now: "yesterday" }), (error) => {
    assert.ok(error instanceof here.InputError);
    return true;
  });
  assert.equal((await there.place({ files })).daemonSets.length, 1);
});

test("a question taken back before it is asked is never asked", async () => {
  await assert.rejects(there.place({ files }, { signal: AbortSignal.abort("no more") }), (reason) => reason === "no more");
});

test("a question taken back while others wait leaves them alone", async () => {
  const waiting = new AbortController();
  const first = there.place({ files });
  const second = there.place({ files }, { signal: waiting.signal });
  const third = there.place({ files });
  waiting.abort();
  await assert.rejects(second, { name: "AbortError" });
  assert.equal((await first).daemonSets.length, 1);
  assert.equal((await third).daemonSets.length, 1);
});

test("a question taken back while it is worked at is ended, and a workspace tells its texts again", async () => {
  const workspace = new there.Workspace({ now: "2026-11-22T00:00:00Z" });
  for (const { name, text } of files) workspace.setFile(name, text);
  const before = await workspace.place();
  const running = new AbortController();
  const ended = there.place(large, { signal: running.signal });
  // The thread is at it once it has taken the message.
  setImmediate(() => running.abort(new Error("nobody waits")));
  await assert.rejects(ended, { message: "nobody waits" });
  assert.deepEqual(await workspace.place(), before);
});

test("an update tells how far it is", async () => {
  const told = [];
  const course = await there.rollout({ files: [files[1], many(20_000)] }, {}, { onProgress: (progress) => told.push(progress) });
  assert.equal(course.outcome, "complete");
  assert.ok(told.length > 0);
  assert.ok(told.every(({ updated, desired }) => updated <= desired));
});

test("a workspace hears of every change before its next question", async () => {
  const workspace = new there.Workspace();
  for (const { name, text } of files) workspace.setFile(name, text);
  assert.deepEqual(runningOn(await workspace.place()), ["worker-a", "worker-b"]);
  workspace.setFile("ds.yaml", "");
  workspace.setFile("ds.yaml", daemonSet(toleratesGpu));
  assert.deepEqual(runningOn(await workspace.place()), ["gpu-1", "worker-a", "worker-b"]);
  assert.equal(workspace.removeFile("ds.yaml"), true);
  assert.equal(workspace.removeFile("ds.yaml"), false);
  workspace.setFile("more.yaml", daemonSet());
  assert.deepEqual(workspace.fileNames, ["nodes.yaml", "more.yaml"]);
  assert.deepEqual(await workspace.lint(), here.lint({ files: [files[0], { name: "more.yaml", text: daemonSet() }] }));
});

test("two workspaces know nothing of each other, and one that is disposed of comes back", async () => {
  const [one, other] = [new there.Workspace(), new there.Workspace()];
  for (const { name, text } of files) one.setFile(name, text);
  assert.equal((await other.place()).daemonSets.length, 0);
  const before = await one.place();
  one.dispose();
  one.dispose();
  assert.deepEqual(await one.place(), before);
});

test("a workspace apart keeps no other question waiting", async () => {
  const apart = new there.Workspace({ apart: true });
  for (const { name, text } of large.files) apart.setFile(name, text);
  const order = [];
  const long = apart.place().then(() => order.push("apart"));
  await there.whole();
  await there.place({ files }).then(() => order.push("shared"));
  await long;
  assert.deepEqual(order, ["shared", "apart"]);
  const ended = apart.place();
  apart.dispose();
  await assert.rejects(ended, { name: "AbortError" });
});

test("terminate rejects what waits", async () => {
  const waiting = [there.place({ files }), there.place({ files })];
  there.terminate();
  for (const answer of waiting) await assert.rejects(answer, { name: "AbortError" });
});

test("a program ends although its thread waits for questions", async () => {
  const { execFileSync } = await import("node:child_process");
  const entry = new URL("../../pkg/dist/worker/node.js", import.meta.url);
  const program = `const { place } = await import(${JSON.stringify(entry.href)}); console.log((await place({ files: [] })).daemonSets.length)`;
  assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }), "0\n");
});
