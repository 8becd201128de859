/** Configurations of the reviewer, as objects and as files, and their schema. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import Ajv from "ajv";
import { load } from "js-yaml";

import { InputError, Workspace, lint } from "../../pkg/dist/node.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const agent = { name: "deploy/agent.yaml", text: read("tests/cli/config/agent.yaml") };
const files = [agent];
const config = { presets: "off", rules: { "image-tag-latest": "error" } };

const found = (answer) => answer.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`);

test("a configuration is an object, a file that is named, or a file of its name", () => {
  const object = lint({ files, config });
  assert.deepEqual(found(object), ["error image-tag-latest"]);
  assert.deepEqual(object.config, { file: "everynode.yaml" });
  const text = "presets: off\nrules: {image-tag-latest: error}\nfailOn: never\n";
  const file = lint({ files, config: { name: "ci.yaml", text: new TextEncoder().encode(text) } });
  assert.deepEqual(found(file), found(object));
  assert.deepEqual(file.config, { file: "ci.yaml", failOn: "never" });
  const among = lint({ files: [{ name: "everynode.yaml", text }, agent] });
  assert.deepEqual(found(among), found(object));
  assert.equal(among.objects.length, 1);
  assert.equal(lint({ files }).config, undefined);
});

test("what an option says wins over a file, and what a question says over both", () => {
  const both = { files: [{ name: "everynode.yaml", text: "presets: strict\n" }, agent], config };
  assert.deepEqual(found(lint(both)), ["error image-tag-latest"]);
  assert.deepEqual(found(lint({ files, config: { presets: "strict" } }, { presets: ["off"] })), []);
  const sure = lint({ files, config: { rules: { "image-tag-latest": false } } }, { presets: ["off"], rules: ["image-tag-latest"] });
  assert.deepEqual(found(sure), ["warning image-tag-latest"]);
});

test("a workspace follows a file that is edited, and an option that is set", () => {
  const workspace = new Workspace();
  workspace.setFile(agent.name, agent.text);
  workspace.setFile("everynode.yaml", "presets: off\n");
  assert.deepEqual(found(workspace.lint()), []);
  workspace.setFile("everynode.yaml", "presets: off\nrules: {image-tag-latest: info}\n");
  assert.deepEqual(found(workspace.lint()), ["info image-tag-latest"]);
  workspace.setOptions({ config });
  assert.deepEqual(found(workspace.lint()), ["error image-tag-latest"]);
  workspace.setOptions({});
  assert.deepEqual(found(workspace.lint()), ["info image-tag-latest"]);
  workspace.removeFile("everynode.yaml");
  assert.ok(workspace.lint().diagnostics.length > 1);
});

test("a mistake is a finding with its place", () => {
  const [finding] = lint({ files, config: { name: "ci.yaml", text: "presets: off\nrules:\n  image-tag-lates: off\n" } }).diagnostics;
  const { rule, severity, file, message, help, range } = finding;
  assert.deepEqual(
    { rule, severity, file, message, help, at: [range.start.line, range.start.column, range.end.column] },
    {
      rule: "config-value",
      severity: "error",
      file: "ci.yaml",
      message: "there is no rule `image-tag-lates`",
      help: "The nearest one is `image-tag-latest`.",
      at: [3, 3, 18],
    },
  );
  const inObject = lint({ files, config: { ...config, role: "cnii" } }).diagnostics;
  assert.equal(inObject.at(-1).rule, "config-value");
});

for (const [what, given, message] of [
  ["a text", "presets: off", /config is to be an object; got the string "presets: off"/],
  ["a file without a name", { text: "presets: off" }, /config.name is to be a string/],
  ["a list", [], /config is to be an object; got an array/],
]) {
  test(`${what} is no configuration`, () => {
    assert.throws(() => lint({ files, config: given }), (thrown) => thrown instanceof InputError && message.test(thrown.message));
  });
}

const schema = JSON.parse(read("pkg/config.schema.json"));
const validate = new Ajv({ allErrors: true }).compile(schema);

/** The mistakes that the core finds in a configuration. */
function mistakes(text) {
  const { diagnostics } = lint({ files: [], config: { name: "everynode.yaml", text } });
  return diagnostics.filter(({ severity }) => severity === "error");
}

test("the schema is shipped with the package", () => {
  const manifest = JSON.parse(read("pkg/package.json"));
  const path = manifest.exports["./config.schema.json"];
  assert.ok(manifest.files.includes(path.slice(2)));
  assert.equal(JSON.parse(read(`pkg/${path}`)).title, schema.title);
});

test("the schema admits every example of the page, and what the command line's tests follow", () => {
  const examples = read("docs/lint-config.md").split("```yaml\n").slice(1).map((block) => block.split("```")[0]);
  assert.ok(examples.length >= 5);
  for (const text of [...examples, read("tests/cli/config/everynode.yaml")]) {
    assert.ok(validate(load(text)), `${JSON.stringify(validate.errors)}\n${text}`);
    assert.deepEqual(mistakes(text), [], text);
  }
});

test("the schema and the core refuse the same", () => {
  for (const text of [
    "preset: strict",
    "presets: [strikt]",
    "presets: on",
    "rules: {host-pit: off}",
    "rules: {host-pid: of}",
    "rules: {yaml-syntax: off}",
    "rules: [host-pid]",
    "role: cnii",
    "podSecurity: strict",
    "registries: 7",
    "complete: 1",
    "overheadPercent: 1.5",
    "overheadPercent: -1",
    "overheadPercent: 101",
    "failOn: eror",
    "overrides: {}",
    "overrides: [{object: a, role: cni}]",
    "overrides: [{objects: kube-system/agent, role: cni}]",
    "overrides: [{files: a}]",
    "overrides: [{paths: spec, role: cni}]",
    "ignores: [{objects: '*'}]",
    "ignores: [{rules: host-pit}]",
    "ignores: [{rules: [host-pid], reason: [a]}]",
    "- rules",
    "7",
  ]) {
    assert.equal(validate(load(text)), false, `the schema admits ${text}`);
    assert.notDeepEqual(mistakes(text), [], `the core admits ${text}`);
  }
});
