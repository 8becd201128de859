/** The entry for pages that fetch nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";

import * as forBundlersWithoutExports from "../../pkg/inline.js";
import init, * as inline from "../../pkg/dist/inline.js";
import * as node from "../../pkg/dist/node.js";
import * as page from "../../pkg/dist/index.js";
import { files } from "./support/manifests.mjs";

test("a question starts the core", () => {
  assert.equal(inline.place({ files }).daemonSets.length, 1);
});

test("init may follow", async () => {
  assert.equal(await init(), undefined);
  assert.equal(inline.place({ files }).daemonSets.length, 1);
});

test("every entry has the same names", () => {
  const names = Object.keys(page).sort();
  assert.ok(names.includes("default") && names.includes("place"));
  for (const entry of [inline, node, forBundlersWithoutExports]) assert.deepEqual(Object.keys(entry).sort(), names);
});
