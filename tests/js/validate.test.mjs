/** What the API server says: in a review, and by itself; and what it stores. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Workspace, defaults, lint, validate } from "../../pkg/dist/node.js";
import { daemonSet } from "./support/manifests.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const trap = { name: "ds.yaml", text: read("../lint-traps/14-tolerationSeconds-on-noschedule.yaml") };
const effect = "spec.template.spec.tolerations[0].effect";
const said = `${effect}: Invalid value: "NoSchedule": effect must be 'NoExecute' when \`tolerationSeconds\` is set`;

/** What a range holds. */
const within = ({ text }, { start, end }) => text.slice(start.offset, end.offset);

test("a review carries what the API server says", () => {
  const [finding, ...more] = lint({ files: [trap] }).diagnostics.filter(({ source }) => source === "apiserver");
  assert.deepEqual(more, []);
  assert.equal(finding.rule, "toleration-seconds-needs-no-execute");
  assert.equal(finding.severity, "error");
  assert.equal(finding.message, said);
  assert.equal(within(trap, finding.range), "NoSchedule");
});

test("validate answers in the server's words, and says where", () => {
  const answer = validate({ files: [trap] });
  const [object] = answer.objects;
  assert.equal(object.operation, "create");
  assert.equal(object.allowed, false);
  assert.equal(object.kubectl, `The DaemonSet "agent" is invalid: ${said}\n`);
  const [cause] = object.causes;
  assert.deepEqual([cause.reason, cause.field, cause.path, cause.badValue], ["FieldValueInvalid", effect, effect, '"NoSchedule"']);
  assert.equal(within(trap, cause.range), "NoSchedule");
});

test("what is stored makes a change of it", () => {
  const old = { name: "old.yaml", text: daemonSet() };
  const next = { name: "new.yaml", text: daemonSet().replaceAll("app: agent", "app: other") };
  assert.equal(validate({ files: [next] }).objects[0].allowed, true);
  const [object, ...more] = validate({ files: [old, next] }, { old: ["old.yaml"] }).objects;
  assert.deepEqual(more, []);
  assert.deepEqual([object.file, object.operation, object.allowed], ["new.yaml", "update", false]);
  assert.match(object.kubectl, /spec\.selector: Invalid value: .*field is immutable\n$/);
});

test("a workspace is asked the same", () => {
  const workspace = new Workspace();
  workspace.setFile(trap.name, trap.text);
  assert.deepEqual(workspace.validate(), validate({ files: [trap] }));
  workspace.setFile(trap.name, daemonSet());
  assert.equal(workspace.validate().objects[0].allowed, true);
});

test("a review compares with files that are old", () => {
  const old = { name: "old.yaml", text: daemonSet() };
  const next = { name: "new.yaml", text: daemonSet().replaceAll("app: agent", "app: other") };
  const rules = (question) => {
    const { diagnostics } = lint({ files: [old, next] }, question);
    return new Set(diagnostics.map(({ rule }) => rule));
  };
  const compared = rules({ old: ["old.yaml"] });
  assert.ok(compared.has("selector-changed"));
  assert.ok(!compared.has("object-duplicate"));
  assert.ok(rules({}).has("object-duplicate"));
});

test("defaults are the object as it is stored, with the lines that the text does not have", () => {
  const files = [{ name: "ds.yaml", text: daemonSet() }, { name: "wrong.yaml", text: "apiVersion: v1\nkind: Node\nmetadata: {name: a}\nspec: {taints: 1}\n" }];
  const { objects } = defaults({ files });
  const [agent, wrong] = objects;
  const lines = agent.yaml.split("\n");
  const marked = agent.added.map(({ path, line, lastLine }) => [path, lines.slice(line - 1, lastLine).join("\n").trim()]);
  assert.deepEqual(marked.find(([path]) => path === "spec.template.spec.dnsPolicy"), ["spec.template.spec.dnsPolicy", "dnsPolicy: ClusterFirst"]);
  assert.match(Object.fromEntries(marked)["spec.updateStrategy"], /^updateStrategy:\n +rollingUpdate:\n +maxSurge: 0\n +maxUnavailable: 1\n +type: RollingUpdate$/);
  assert.equal(JSON.parse(agent.json).spec.revisionHistoryLimit, 10);
  assert.deepEqual([wrong.yaml, wrong.json, wrong.added], ["", "", []]);
  assert.equal(wrong.decodingErrors[0].path, "spec.taints");
  const workspace = new Workspace();
  workspace.setFile("stored.yaml", agent.yaml);
  assert.deepEqual(workspace.defaults().objects[0].added, []);
});
