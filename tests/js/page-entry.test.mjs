/** The entry for pages, given its WebAssembly by hand: Node fetches no files. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import init, { NotInitializedError, Workspace, initSync, place } from "../../pkg/dist/index.js";
import { files } from "./support/manifests.mjs";

const wasm = await readFile(new URL("../../pkg/dist/everynode.wasm", import.meta.url));

// One instance lives as long as the program: the tests are the steps of one life.
test("a question before init names the remedy", () => {
  assert.throws(() => place({ files }), (error) => {
    assert.ok(error instanceof NotInitializedError);
    assert.equal(error.name, "NotInitializedError");
    assert.equal(error.code, "NOT_INITIALIZED");
    assert.match(error.message, /await init\(\)/);
    return true;
  });
});

test("a workspace takes files before init", () => {
  const workspace = new Workspace();
  workspace.setFile("a.yaml", "");
  assert.throws(() => workspace.lint(), NotInitializedError);
});

test("what does not load is said, and can be tried again", async () => {
  const missing = async () => new Response("<!doctype html>", { status: 404, headers: { "content-type": "text/html" } });
  await assert.rejects(init(missing()), (error) => {
    assert.ok(error instanceof NotInitializedError);
    assert.match(error.message, /everynode\.wasm does not load: .*everynode\/inline/);
    assert.ok(error.cause instanceof Error);
    return true;
  });
  await assert.rejects(init(Uint8Array.of(1, 2, 3)), NotInitializedError);
});

test("init loads once", async () => {
  const response = new Response(wasm, { headers: { "content-type": "application/wasm" } });
  const loading = init(Promise.resolve(response));
  assert.equal(init(), loading);
  assert.equal(await loading, undefined);
  assert.equal(place({ files }).daemonSets.length, 1);
  assert.equal(init(), loading);
  initSync(wasm);
  assert.equal(place({ files }).daemonSets.length, 1);
});
