/** `fix`: mended texts, what was mended, and what was left and why. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as worker from "../../pkg/dist/worker/node.js";
import { Workspace, fix, lint } from "../../pkg/dist/node.js";

const text = readFileSync(new URL("../types/inputs/fix.yaml", import.meta.url), "utf8");
const files = [{ name: "ds.yaml", text }, { name: "other.yaml", text: "kind: Node\napiVersion: v1\nmetadata: {name: a}\n" }];
const safely = text.replace("    rollingUpdate: {maxUnavailable: 1} # left behind\n", "");

/** The finding of a rule. */
function finding(rule) {
  const found = lint({ files }).diagnostics.find((diagnostic) => diagnostic.rule === rule);
  assert.ok(found, rule);
  return found;
}

/** A text with the edits of a fix, as an editor applies them. */
function applied(fix) {
  const edits = fix.edits.toSorted((a, b) => b.range.start.offset - a.range.start.offset);
  return edits.reduce((text, { range, newText }) => text.slice(0, range.start.offset) + newText + text.slice(range.end.offset), text);
}

test("what is safe is mended, and the other files are not mentioned", () => {
  const { files: mended, fixed, refused } = fix({ files });
  assert.deepEqual(mended, [{ name: "ds.yaml", text: safely }]);
  assert.deepEqual(fixed.map(({ rule, path }) => [rule, path]), [["rolling-update-ignored", "spec.updateStrategy.rollingUpdate"]]);
  assert.deepEqual(fixed[0].object, { kind: "DaemonSet", namespace: "logging", name: "agent" });
  assert.deepEqual(refused, []);
});

test("what is mended is what lint reads next", () => {
  const mended = fix({ files }, { unsafe: true });
  const next = files.map((file) => mended.files.find(({ name }) => name === file.name) ?? file);
  const rules = lint({ files: next }).diagnostics.map(({ rule }) => rule);
  for (const { rule } of mended.fixed) assert.ok(!rules.includes(rule), rule);
  assert.deepEqual(fix({ files: next }, { unsafe: true }).files, []);
});

test("a fix that would bring a fault about is left, and says which", () => {
  const { refused } = fix({ files }, { unsafe: true });
  const left = refused.find(({ rule }) => rule === "capability-cap-prefix");
  assert.equal(left.title, "Remove `CAP_`");
  assert.equal(left.brings.rule, "capability-dangerous");
  assert.match(left.brings.message, /SYS_ADMIN/);
});

test("one finding is mended by itself, safe or not, as its own edits say", () => {
  for (const rule of ["rolling-update-ignored", "capability-cap-prefix"]) {
    const only = finding(rule);
    const answer = fix({ files }, { only });
    assert.deepEqual(answer.files, [{ name: "ds.yaml", text: applied(only.fixes[0]) }]);
    assert.deepEqual(answer.fixed.map((fixed) => fixed.rule), [rule]);
  }
});

test("a finding that is not there any more is not mended", () => {
  const only = finding("rolling-update-ignored");
  assert.deepEqual(fix({ files: [{ name: "ds.yaml", text: safely }] }, { only }).fixed, []);
  assert.deepEqual(fix({ files: files.slice(1) }, { only }).fixed, []);
});

test("rules that are off mend nothing", () => {
  assert.deepEqual(fix({ files }, { presets: ["off"], unsafe: true }).files, []);
  assert.throws(() => fix({ files }, { rules: ["no-such-rule"] }), { code: "INPUT" });
});

test("a workspace and a worker answer the same, and keep their texts", async () => {
  const workspace = new Workspace();
  const remote = new worker.Workspace();
  for (const { name, text } of files) for (const held of [workspace, remote]) held.setFile(name, text);
  const before = workspace.lint();
  for (const question of [{}, { unsafe: true }, { only: finding("capability-cap-prefix") }]) {
    const answer = fix({ files }, question);
    assert.deepEqual(workspace.fix(question), answer);
    assert.deepEqual(await remote.fix(question), answer);
    assert.deepEqual(await worker.fix({ files }, question), answer);
  }
  assert.deepEqual(workspace.lint(), before);
  worker.terminate();
});

test("what is no question is misuse", () => {
  for (const question of [{ unsafe: 1 }, { only: "capability-cap-prefix" }, { only: { rule: "a", file: "b", range: {}, message: "" } }, null]) {
    assert.throws(() => fix({ files }, question), { code: "INPUT" }, JSON.stringify(question));
  }
});

test("a question that wants no fixes gets findings without any", () => {
  const files = [{ name: "a.yaml", text: "updateStrategy: {type: OnDelete, rollingUpdate: {maxUnavailable: 1}}\n" }];
  const withFixes = lint({ files }).diagnostics;
  assert.ok(withFixes.some(({ fixes }) => fixes.length > 0));
  const without = withFixes.map((finding) => ({ ...finding, fixes: [] }));
  assert.deepEqual(lint({ files }, { fixes: false }).diagnostics, without);
  assert.throws(() => lint({ files }, { fixes: 0 }), { name: "InputError", message: /fixes is to be a boolean; got 0/ });
});
