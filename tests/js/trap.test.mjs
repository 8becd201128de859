/** A core that fails is replaced: the question gets an `InternalError`, and the next one its answer. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as glue from "../../pkg/dist/glue.js";
import { InternalError, Workspace, place } from "../../pkg/dist/node.js";
import { files } from "./support/manifests.mjs";

/** `(func (export "trap") unreachable)` */
const TRAP = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[7, 8, 1, 4, 0x74, 0x72, 0x61, 0x70, 0, 0],
  ...[10, 5, 1, 3, 0, 0, 0x0b],
);
const { trap } = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports;

/** The next question for a place runs into a real trap, with the session in use. */
function trapOnce(t) {
  t.mock.method(glue.Session.prototype, "place", trap, { times: 1 });
}

function assertInternal(call) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof InternalError);
    assert.equal(error.name, "InternalError");
    assert.equal(error.code, "INTERNAL");
    assert.ok(error.cause instanceof WebAssembly.RuntimeError);
    return true;
  });
}

test("the question after a trap is answered", (t) => {
  const before = place({ files });
  trapOnce(t);
  assertInternal(() => place({ files }));
  assert.deepEqual(place({ files }), before);
});

test("a workspace replays its texts and options", (t) => {
  const workspace = new Workspace({ now: "2026-11-22T00:00:00Z" });
  const other = new Workspace();
  for (const { name, text } of files) workspace.setFile(name, text);
  other.setFile(files[0].name, new TextEncoder().encode(files[0].text));
  const before = workspace.place();
  const otherBefore = other.place();

  trapOnce(t);
  assertInternal(() => workspace.place());
  assert.deepEqual(workspace.place(), before);
  assert.deepEqual(other.place(), otherBefore);
});

test("changes between a trap and the next question count", (t) => {
  const workspace = new Workspace();
  for (const { name, text } of files) workspace.setFile(name, text);
  trapOnce(t);
  assertInternal(() => workspace.place());
  workspace.removeFile("ds.yaml");
  workspace.setOptions({ complete: true });
  assert.deepEqual(workspace.place(), place({ files: files.slice(0, 1), complete: true }));
});

test("a session of before a trap is disposed of without harm", (t) => {
  const workspace = new Workspace();
  workspace.lint();
  trapOnce(t);
  assertInternal(() => place({ files }));
  workspace.dispose();
  assert.deepEqual(workspace.lint().objects, []);
});
