/** start.wasm, which a page may begin with: the glue of everynode.wasm serves it, and it does without the API server. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { InputError, defaults, fix, initSync, lint, place, validate } from "../../pkg/dist/index.js";
import { files } from "./support/manifests.mjs";
import { runningOn } from "./support/names.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url));
const trap = { name: "trap.yaml", text: read("../lint-traps/14-tolerationSeconds-on-noschedule.yaml") };

initSync(read("../../pkg/dist/start.wasm"));

test("it answers where Pods run, and what a reviewer says", () => {
  assert.deepEqual(runningOn(place({ files })), ["worker-a", "worker-b"]);
  const { diagnostics } = lint({ files: [trap, files[1]] });
  assert.ok(diagnostics.some(({ source }) => source === "lint"));
  assert.ok(diagnostics.every(({ source }) => source !== "apiserver"));
});

test("it says that it does without the API server, and goes on", () => {
  for (const question of [fix, validate, defaults]) {
    assert.throws(() => question({ files: [trap] }), (error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, /start\.wasm does without the API server/);
      return true;
    });
  }
  assert.deepEqual(runningOn(place({ files })), ["worker-a", "worker-b"]);
});
