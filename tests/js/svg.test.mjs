/** The picture of an update from npm is the one that the command line prints. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { InputError } from "../../pkg/dist/node.js";
import { rolloutSvg } from "../../pkg/dist/svg.js";

const folder = new URL("../cli/rollout/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");
const files = ["old.yaml", "new.yaml", "nodes.yaml"].map((name) => ({ name, text: read(name) }));

test("the picture is the command line's, byte for byte", () => {
  const svg = rolloutSvg({ files }, { from: ["old.yaml"], down: ["worker-3", "worker-5"] });
  const [, printed] = /^--- stdout\n([\s\S]*)$/m.exec(read("svg.console"));
  assert.equal(svg, printed);
});

test("a text as bytes is the same", () => {
  const question = { from: ["old.yaml"] };
  const bytes = files.map(({ name, text }) => ({ name, text: new TextEncoder().encode(text) }));
  assert.equal(rolloutSvg({ files: bytes }, question), rolloutSvg({ files }, question));
});

test("what is not there has no picture", () => {
  assert.equal(rolloutSvg({ files }, { daemonSet: "logging/other" }), undefined);
  assert.equal(rolloutSvg({ files: [] }), undefined);
});

test("misuse is an InputError", () => {
  assert.throws(() => rolloutSvg({ files, now: "yesterday" }), InputError);
  assert.throws(() => rolloutSvg({ files }, { down: "worker-3" }), InputError);
});
