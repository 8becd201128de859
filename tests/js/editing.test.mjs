/** What editors ask: which field stands at a place, what may stand there, and Kubernetes' words on it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Workspace, complete, fieldAt } from "../../pkg/dist/node.js";

/** The texts without the mark, and the place that it marks. */
function marked(text) {
  const before = text.slice(0, text.indexOf("‸")).split("\n");
  const file = { name: "ds.yaml", text: text.replace("‸", "") };
  return [file, { file: file.name, line: before.length, column: before.at(-1).length + 1 }];
}

test("a field says its type, its values and what the server fills in", () => {
  const [file, at] = marked('kind: Pod\nspec: {hostname: "😀", dnsPol‸icy: ');
  const { field } = fieldAt({ files: [file] }, at);
  assert.equal(field.path, "spec.dnsPolicy");
  assert.deepEqual([field.type, field.words, field.required, field.default], ["v1.DNSPolicy", "text", false, "ClusterFirst"]);
  assert.deepEqual(field.values, ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]);
  assert.equal(file.text.slice(field.range.start.offset, field.range.end.offset), "dnsPolicy");
  const { descriptions, license } = JSON.parse(readFileSync(new URL(import.meta.resolve("../../pkg/dist/descriptions.json")), "utf8"));
  assert.match(descriptions[field.of][field.name], /^Set DNS policy for the pod\./);
  assert.equal(license, "Apache-2.0");
});

test("a workspace follows the text that is being written", () => {
  const workspace = new Workspace();
  workspace.setFile("nodes.yaml", "apiVersion: v1\nkind: Node\nmetadata: {name: a, labels: {pool: gpu}}\n");
  for (const [text, wanted] of [
    ["nodeSelector:\n  ‸", ["pool: "]],
    ["nodeSelector:\n  pool: ‸", ["gpu"]],
    ["nodeSelector:\n  pool: gpu\nhostN‸", ["hostNetwork: "]],
    ["nodeSelector:\n  pool: gpu\nhostNetwork: t‸", ["true", "false"]],
  ]) {
    const [file, at] = marked(text);
    workspace.setFile(file.name, file.text);
    const { candidates, range } = workspace.complete(at);
    const inserts = candidates.map(({ insert }) => insert);
    assert.deepEqual(text.includes("hostN‸") ? inserts.filter((insert) => insert === wanted[0]) : inserts, wanted);
    assert.equal(range.end.offset, text.indexOf("‸"));
  }
});

test("where nothing is known, nothing may stand", () => {
  const [file, at] = marked("kind: ConfigMap\ndata:\n  ‸");
  assert.equal(fieldAt({ files: [file] }, at).field, undefined);
  const answer = complete({ files: [file] }, at);
  assert.deepEqual([answer.candidates, answer.range, answer.cut], [[], undefined, false]);
  assert.deepEqual(complete({ files: [file] }, { ...at, line: 99 }).candidates, []);
});
