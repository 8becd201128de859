/** What is not of its type is named in an `InputError`; the core is not bothered with it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { InputError, Workspace, complete, explain, fieldAt, lint, place, rollout, validate } from "../../pkg/dist/node.js";
import { files } from "./support/manifests.mjs";

const file = { name: "a.yaml", text: "" };

const CASES = [
  ["no input", () => place(), /the input is to be an object; got undefined/],
  ["null", () => place(null), /the input is to be an object; got null/],
  ["a list of files as input", () => lint([file]), /the input is to be an object; got an array/],
  ["no files", () => lint({}), /files is to be an array; got undefined/],
  ["a file without a name", () => lint({ files: [{ text: "" }] }), /files\[0\]\.name is to be a string; got undefined/],
  ["a number as text", () => lint({ files: [file, { name: "b", text: 1 }] }), /files\[1\]\.text is to be a string or a Uint8Array; got 1/],
  ["a text in UTF-16", () => lint({ files: [{ name: "b", text: new Uint16Array(1) }] }), /got an object of type Uint16Array/],
  ["one name twice", () => lint({ files: [file, file] }), /files\[1\]\.name is "a\.yaml" again/],
  ["a Date as now", () => place({ files, now: new Date() }), /now is to be a string; got an object of type Date/],
  ["a now that is no moment", () => place({ files, now: "yesterday" }), /now.*yesterday/],
  ["complete as text", () => place({ files, complete: "yes" }), /complete is to be a boolean; got the string "yes"/],
  ["limits as a number", () => place({ files, limits: 3 }), /limits is to be an object; got 3/],
  ["a negative limit", () => place({ files, limits: { nesting: -1 } }), /limits\.nesting is to be a number from 0; got -1/],
  ["a feature gate as text", () => place({ files, featureGates: { X: "on" } }), /featureGates\.X is to be a boolean/],
  ["a feature gate that cannot be set", () => lint({ files, featureGates: { UserNamespacesSupport: true } }), /featureGates\.UserNamespacesSupport cannot be set: only TaintTolerationComparisonOperators can/],
  ["an old file that is no name", () => lint({ files }, { old: "ds.yaml" }), /old is to be an array; got the string "ds\.yaml"/],
  ["no question", () => explain({ files }), /the question is to be an object; got undefined/],
  ["a question without a Node", () => explain({ files }, { daemonSet: "agent" }), /node is to be a string; got undefined/],
  ["a place without a file", () => fieldAt({ files }, { line: 1, column: 1 }), /file is to be a string; got undefined/],
  ["a column before the first", () => complete({ files }, { file: "a.yaml", line: 1, column: -1 }), /column is to be a number from 0; got -1/],
  ["a patch that is neither text nor an object", () => rollout({ files }, { patch: 7 }), /patch is to be an object; got 7/],
  ["a patch without text", () => rollout({ files }, { patch: { type: "merge" } }), /patch\.text is to be a string; got undefined/],
  ["a patch of a type that there is not", () => rollout({ files }, { patch: { text: "{}", type: "apply" } }), /patch\.type is to be one of strategic, merge, json; got the string "apply"/],
  ["an image that is no text", () => rollout({ files }, { setImage: { agent: 2 } }), /setImage\.agent is to be a string; got 2/],
  ["a revision that is no number", () => rollout({ files }, { undo: "last" }), /undo is to be a number from 0; got the string "last"/],
  ["a deletion that there is not", () => rollout({ files }, { delete: "cascade" }), /delete is to be one of background, foreground, orphan; got the string "cascade"/],
  ["two updates in one", () => rollout({ files }, { restart: true, undo: true }), /one of restart, patch, setImage, undo and delete, not restart and undo/],
  ["a stored file that is no name", () => validate({ files }, { old: "ds.yaml" }), /old is to be an array; got the string "ds\.yaml"/],
  ["an observer that is no function", () => rollout({ files }, {}, { onProgress: true }), /onProgress is to be a function; got true/],
  ["a workspace file without a text", () => new Workspace().setFile("a"), /text is to be a string or a Uint8Array; got undefined/],
  ["a workspace with null", () => new Workspace(null), /the input is to be an object; got null/],
];

for (const [what, call, message] of CASES) {
  test(`${what} is an InputError`, () => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof InputError);
      assert.ok(error instanceof Error);
      assert.equal(error.name, "InputError");
      assert.equal(error.code, "INPUT");
      assert.match(error.message, message);
      return true;
    });
  });
}

test("undefined counts as left out", () => {
  const options = { now: undefined, limits: { bytes: undefined }, featureGates: undefined, complete: undefined };
  assert.deepEqual(place({ files, ...options }), place({ files }));
});

test("a limit without end is the highest there is", () => {
  assert.deepEqual(place({ files, limits: { nesting: Infinity } }), place({ files }));
});
