/** Holds what callers pass against the types, for those who have no compiler to do so. */

import { InputError } from "./errors.js";
import type { ExplainQuestion, FeatureGates, Input, InputFile, LintQuestion, Options, PlaceQuestion, Preset, Role, RolloutOptions, RuleId } from "./types.js";

/** What was passed, in a word or two. */
function kind(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return `an object of type ${value.constructor?.name ?? "Object"}`;
  return typeof value === "string" ? `the string ${JSON.stringify(value.slice(0, 40))}` : String(value);
}

function wanted(what: string, is: string, got: unknown): InputError {
  return new InputError(`${what} is to be ${is}; got ${kind(got)}`);
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wanted(what, "an object", value);
  return value as Record<string, unknown>;
}

function string(value: unknown, what: string): string {
  if (typeof value !== "string") throw wanted(what, "a string", value);
  return value;
}

function boolean(value: unknown, what: string): boolean {
  if (typeof value !== "boolean") throw wanted(what, "a boolean", value);
  return value;
}

/** A bound. The core counts in 32 bits, and nothing that it can hold is beyond them. */
function bound(value: unknown, what: string): number {
  if (typeof value !== "number" || Number.isNaN(value) || value < 0) throw wanted(what, "a number from 0", value);
  return Math.min(Math.floor(value), 0xffff_ffff);
}

/** Every field that is set, by its own check; `undefined` counts as left out. */
function fields<T>(value: unknown, what: string, check: (value: unknown, what: string) => T): Record<string, T> {
  const checked: Record<string, T> = {};
  for (const [name, field] of Object.entries(record(value, what))) {
    if (field !== undefined) checked[name] = check(field, `${what}.${name}`);
  }
  return checked;
}

/** A text: a string, or bytes of UTF-8. */
export function text(value: unknown, what: string): string | Uint8Array {
  if (typeof value === "string" || value instanceof Uint8Array) return value;
  throw wanted(what, "a string or a Uint8Array", value);
}

/** The name of a file. */
export function name(value: unknown): string {
  return string(value, "the name of a file");
}

/** The files of an input, in their order. */
export function files(value: unknown): InputFile[] {
  if (!Array.isArray(value)) throw wanted("files", "an array", value);
  const names = new Set<string>();
  return value.map((file: unknown, index) => {
    const what = `files[${index}]`;
    const fields = record(file, what);
    const name = string(fields["name"], `${what}.name`);
    if (names.has(name)) throw new InputError(`${what}.name is ${JSON.stringify(name)} again: names tell files apart`);
    names.add(name);
    return { name, text: text(fields["text"], `${what}.text`) };
  });
}

/** What is an object or a file, as the core reads it: a text, and what findings call it. */
function document(value: unknown, what: string, called: string): { name: string; text: string } {
  const given = record(value, what);
  if (given["text"] === undefined) return { name: called, text: JSON.stringify(given, undefined, 2) };
  const written = text(given["text"], `${what}.text`);
  return {
    name: string(given["name"], `${what}.name`),
    text: typeof written === "string" ? written : new TextDecoder().decode(written),
  };
}

/** The feature gates that can be set. */
const GATES: readonly string[] = ["TaintTolerationComparisonOperators" satisfies keyof FeatureGates];

/** All others are as the release has them by default, which nobody should believe to have changed. */
function gates(value: unknown): FeatureGates {
  const given = fields(value, "featureGates", boolean);
  const other = Object.keys(given).find((name) => !GATES.includes(name));
  if (other !== undefined) throw new InputError(`featureGates.${other} cannot be set: only ${GATES.join(", ")} can`);
  return given;
}

/** What a question depends on besides the texts. */
export function options(value: unknown): Options {
  const { now, featureGates, limits, complete, config } = record(value, "the input");
  return {
    ...(now === undefined ? {} : { now: string(now, "now") }),
    ...(featureGates === undefined ? {} : { featureGates: gates(featureGates) }),
    ...(limits === undefined ? {} : { limits: fields(limits, "limits", bound) }),
    ...(complete === undefined ? {} : { complete: boolean(complete, "complete") }),
    ...(config === undefined ? {} : { config: document(config, "config", "everynode.yaml") }),
  };
}

/** Files and options. */
export function input(value: unknown): Input {
  return { files: files(record(value, "the input")["files"]), ...options(value) };
}

/** Which DaemonSet on which Node. */
export function question(value: unknown): ExplainQuestion {
  const { daemonSet, node } = record(value, "the question");
  return { daemonSet: string(daemonSet, "daemonSet"), node: string(node, "node") };
}

function strings(value: unknown, what: string): string[] {
  if (!Array.isArray(value)) throw wanted(what, "an array", value);
  return value.map((item: unknown, index) => string(item, `${what}[${index}]`));
}

/** Which rules. The core knows the names. */
export function review(value: unknown): LintQuestion {
  const { presets, role, rules, fixes, old } = record(value, "the question");
  return {
    ...(presets === undefined ? {} : { presets: strings(presets, "presets") as Preset[] }),
    ...(role === undefined ? {} : { role: string(role, "role") as Role }),
    ...(rules === undefined ? {} : { rules: strings(rules, "rules") as RuleId[] }),
    ...(fixes === undefined ? {} : { fixes: boolean(fixes, "fixes") }),
    ...(old === undefined ? {} : { old: strings(old, "old") }),
  };
}

/** Which place of which text. */
export function spot(value: unknown): PlaceQuestion {
  const { file, line, column } = record(value, "the question");
  return { file: string(file, "file"), line: bound(line, "line"), column: bound(column, "column") };
}

/** Which files hold what is stored. */
export function stored(value: unknown): { old: string[] } {
  const { old } = record(value, "the question");
  return { old: old === undefined ? [] : strings(old, "old") };
}

/** Which fixes, as the core takes them. */
export function mending(value: unknown): object {
  const { unsafe, only } = record(value, "the question");
  return {
    lint: review(value),
    ...(unsafe === undefined ? {} : { unsafe: boolean(unsafe, "unsafe") }),
    ...(only === undefined ? {} : { only: finding(only) }),
  };
}

/** A finding, by what tells it of the others. */
function finding(value: unknown): object {
  const { rule, file, range, message } = record(value, "only");
  const start = record(record(range, "only.range")["start"], "only.range.start");
  return {
    rule: string(rule, "only.rule"),
    file: string(file, "only.file"),
    offset: bound(start["offset"], "only.range.start.offset"),
    message: string(message, "only.message"),
  };
}

const PATCH_TYPES = ["strategic", "merge", "json"];
const PROPAGATIONS = ["background", "foreground", "orphan"];

function oneOf(value: unknown, words: readonly string[], what: string): string {
  if (typeof value !== "string" || !words.includes(value)) throw wanted(what, `one of ${words.join(", ")}`, value);
  return value;
}

/** A patch as the core reads it. */
function patch(value: unknown): object {
  if (typeof value === "string") return { name: "patch", text: value, type: "strategic" };
  const { name = "patch", text, type = "strategic" } = record(value, "patch");
  return { name: string(name, "patch.name"), text: string(text, "patch.text"), type: oneOf(type, PATCH_TYPES, "patch.type") };
}

/** What is done to the DaemonSet besides applying a manifest. */
function change(question: Record<string, unknown>): object {
  const { patch: patched, setImage, undo, delete: propagation } = question;
  const asked = ["restart", "patch", "setImage", "undo", "delete"].filter((name) => ![undefined, false].includes(question[name] as undefined));
  if (asked.length > 1) throw new InputError(`an update is one of restart, patch, setImage, undo and delete, not ${asked.join(" and ")}`);
  return {
    ...(patched === undefined ? {} : { patch: patch(patched) }),
    ...(setImage === undefined ? {} : { setImage: Object.entries(fields(setImage, "setImage", string)).flat() }),
    ...(undo === undefined ? {} : { undo: undo === true ? 0 : bound(undo, "undo") }),
    ...(propagation === undefined ? {} : { delete: oneOf(propagation, PROPAGATIONS, "delete") }),
  };
}

/** What shuffles the Nodes; `undefined`: they are taken by name. */
function seed(value: unknown): number | undefined {
  if (value === "name") return undefined;
  if (typeof value !== "object") throw wanted("order", '"name" or an object with a seed', value);
  return bound(record(value, "order")["seed"], "order.seed");
}

/** Which update, as the core takes it. */
export function update(value: unknown): object {
  const question = record(value, "the question");
  const { daemonSet, restart, startupSeconds, terminationSeconds, maxSeconds, order } = question;
  const lists: Record<string, string[]> = {};
  for (const name of ["from", "down", "neverReady", "unschedulable"]) {
    if (question[name] !== undefined) lists[name] = strings(question[name], name);
  }
  return {
    ...lists,
    ...(daemonSet === undefined ? {} : { daemonSet: string(daemonSet, "daemonSet") }),
    ...(restart === undefined ? {} : { restart: boolean(restart, "restart") }),
    ...change(question),
    ...(question["scenario"] === undefined ? {} : { scenario: document(question["scenario"], "scenario", "scenario") }),
    ...(order === undefined ? {} : { seed: seed(order) }),
    ...(startupSeconds === undefined ? {} : { startupSeconds: bound(startupSeconds, "startupSeconds") }),
    ...(terminationSeconds === undefined ? {} : { terminationSeconds: bound(terminationSeconds, "terminationSeconds") }),
    ...(maxSeconds === undefined ? {} : { maxSeconds: bound(maxSeconds, "maxSeconds") }),
  };
}

/** Who is told of progress. */
export function observing(value: unknown): RolloutOptions {
  const { onProgress } = record(value, "the options");
  if (onProgress === undefined) return {};
  if (typeof onProgress !== "function") throw wanted("onProgress", "a function", onProgress);
  return { onProgress: onProgress as NonNullable<RolloutOptions["onProgress"]> };
}
