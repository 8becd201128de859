/** `Workspace` answers as the free functions do, whatever was done to its files before. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Workspace, explain, lint, place } from "../../pkg/dist/node.js";
import { daemonSet, files, toleratesGpu } from "./support/manifests.mjs";
import { runningOn } from "./support/names.mjs";

function open(options) {
  const workspace = new Workspace(options);
  for (const { name, text } of files) workspace.setFile(name, text);
  return workspace;
}

test("it answers as the functions do", () => {
  const workspace = open();
  const question = { daemonSet: "agent", node: "gpu-1" };
  assert.deepEqual(workspace.lint(), lint({ files }));
  assert.deepEqual(workspace.place(), place({ files }));
  assert.deepEqual(workspace.explain(question), explain({ files }, question));
});

test("an edit changes the next answer", () => {
  const workspace = open();
  assert.deepEqual(runningOn(workspace.place()), ["worker-a", "worker-b"]);
  workspace.setFile("ds.yaml", daemonSet(toleratesGpu));
  assert.deepEqual(runningOn(workspace.place()), ["gpu-1", "worker-a", "worker-b"]);
  workspace.setFile("ds.yaml", daemonSet());
  assert.deepEqual(workspace.place(), place({ files }));
});

test("files stay in the order in which they were first set", () => {
  const workspace = open();
  workspace.place();
  workspace.setFile("more.yaml", files[0].text);
  workspace.setFile("nodes.yaml", "");
  assert.deepEqual(workspace.fileNames, ["nodes.yaml", "ds.yaml", "more.yaml"]);
  const edited = [{ name: "nodes.yaml", text: "" }, files[1], { name: "more.yaml", text: files[0].text }];
  assert.deepEqual(workspace.lint(), lint({ files: edited }));
});

test("a removed file is gone", () => {
  const workspace = open();
  workspace.place();
  assert.equal(workspace.removeFile("ds.yaml"), true);
  assert.equal(workspace.removeFile("ds.yaml"), false);
  assert.deepEqual(workspace.place().daemonSets, []);
  assert.deepEqual(workspace.fileNames, ["nodes.yaml"]);
});

test("options replace each other whole", () => {
  const created = daemonSet().replace("metadata:", "metadata:\n  creationTimestamp: 2026-11-20T00:00:00Z");
  const workspace = open({ now: "2026-11-22T00:00:00Z" });
  workspace.setFile("ds.yaml", created);
  const age = () => workspace.place().daemonSets[0].kubectl.row.trim().split(/\s+/).at(-1);
  assert.equal(age(), "2d");
  workspace.setOptions({ now: "2026-11-23T00:00:00Z" });
  assert.equal(age(), "3d");
  workspace.setOptions({});
  assert.equal(age(), "<unknown>");
});

test("two workspaces know nothing of each other", () => {
  const [one, other] = [open(), new Workspace()];
  assert.equal(other.place().daemonSets.length, 0);
  assert.equal(one.place().daemonSets.length, 1);
});

test("after dispose the texts are read again", () => {
  const workspace = open();
  const before = workspace.place();
  workspace.dispose();
  workspace.dispose();
  assert.deepEqual(workspace.place(), before);
});

test("using disposes", { skip: Symbol.dispose === undefined }, () => {
  const workspace = open();
  workspace.place();
  workspace[Symbol.dispose]();
  assert.deepEqual(workspace.place(), place({ files }));
});

test("misuse of one question leaves the workspace as it is", () => {
  const workspace = open();
  assert.throws(() => workspace.explain({ node: "gpu-1" }), { code: "INPUT" });
  assert.throws(() => workspace.setOptions({ complete: 1 }), { code: "INPUT" });
  assert.deepEqual(workspace.place(), place({ files }));
});
