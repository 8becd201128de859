/** What `lint -o json` and `-o sarif` print is what their schemas say. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";

import { lint } from "../../pkg/dist/node.js";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const program = fileURLToPath(new URL("pkg/dist/cli.js", root));

/**
 * What holds a value against a schema. Formats are words about a text: no check of them is loaded. A pattern of the standard's schema is
 * none in Unicode mode.
 */
function validator(path) {
  const validate = new Ajv({ allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(JSON.parse(read(path)));
  return (value, name) => assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors?.slice(0, 5), undefined, 1)}`);
}

/** Manifests with mistakes, texts that cannot be read, pages. */
const texts = ["tests/lint-traps/", "tests/fixtures/guides/", "tests/types/inputs/", "tests/cli/review/", "tests/cli/broken/"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json|md)$/.test(entry.name))
    .map(({ name }) => ({ name: folder + name, text: read(folder + name) })),
);

test("every answer of lint is as its schema says", () => {
  const holds = validator("pkg/lint-answer.schema.json");
  assert.ok(texts.length > 100, `${texts.length} texts`);
  const seen = new Set();
  for (const file of texts) {
    const answer = lint({ files: [file] }, { presets: ["recommended", "strict", "security"] });
    holds(answer, file.name);
    for (const finding of answer.diagnostics) for (const name of Object.keys(finding)) seen.add(name);
  }
  // Nothing in the schema of a finding is there for nothing.
  const { properties } = JSON.parse(read("pkg/lint-answer.schema.json")).definitions.diagnostic;
  assert.deepEqual([...seen].sort(), Object.keys(properties).sort());
  holds(lint({ files: texts }), "all together");
  holds(lint({ files: [] }), "nothing");
});

/** What the command line prints about files. */
function printed(format, paths, ...more) {
  const child = spawnSync(process.execPath, [program, "lint", "-o", format, ...more, ...paths], { cwd: fileURLToPath(root), encoding: "utf8", maxBuffer: 1 << 28 });
  assert.ok(child.status < 2, child.stderr);
  return JSON.parse(child.stdout);
}

test("the command line prints that answer", () => {
  const holds = validator("pkg/lint-answer.schema.json");
  const paths = ["tests/lint-traps/98-cap-CAP-prefix.yaml", "tests/types/inputs/faults.yaml"];
  holds(printed("json", paths), "json");
});

test("a SARIF log is as the schema of the standard says, with regions that are there", () => {
  const holds = validator("tests/sarif/sarif-schema-2.1.0.json");
  const names = texts.map(({ name }) => name);
  const log = printed("sarif", names, "--preset", "strict", "--preset", "recommended", "--preset", "security");
  holds(log, "sarif");
  const [{ results, tool }] = log.runs;
  assert.ok(results.length > 1000, `${results.length} results`);
  assert.ok(results.some(({ fixes }) => fixes?.length > 0));
  const lines = new Map(texts.map(({ name, text }) => [encodeURI(name), text.replace(/^\uFEFF/, "").split("\n")]));
  const isThere = ({ artifactLocation, region }) => {
    const text = lines.get(artifactLocation.uri);
    assert.ok(text, artifactLocation.uri);
    const { startLine, startColumn, endLine, endColumn } = region;
    assert.ok(startLine <= endLine && endLine <= text.length, JSON.stringify(region));
    assert.ok(startColumn <= text[startLine - 1].length + 1 && endColumn <= text[endLine - 1].length + 1, JSON.stringify(region));
    assert.ok(startLine < endLine || startColumn <= endColumn, JSON.stringify(region));
  };
  for (const { ruleId, ruleIndex, locations, relatedLocations = [], fixes = [] } of results) {
    const rule = tool.driver.rules[ruleIndex];
    assert.equal(rule.id, ruleId);
    for (const { physicalLocation } of [...locations, ...relatedLocations]) isThere(physicalLocation);
    for (const { artifactChanges } of fixes) {
      for (const { artifactLocation, replacements } of artifactChanges) {
        for (const { deletedRegion } of replacements) isThere({ artifactLocation, region: deletedRegion });
      }
    }
  }
  // A rule says what is wrong with it and where its page is.
  for (const { id, fullDescription, helpUri } of tool.driver.rules) assert.ok(fullDescription || helpUri, id);
  holds(printed("sarif", ["tests/types/inputs/fleet.yaml"], "--preset", "off"), "nothing is found");
});
