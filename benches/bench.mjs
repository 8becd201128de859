/**
 * `cargo xtask bench`: ours and the peer's, in one run of one Node, as ratios. README.md beside this says what each row
 * means, and how it is timed.
 */

import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import * as everynode from "../pkg/dist/node.js";
import { EVALUATED, bareNodes, fullNodes, leanNodes, rolled } from "./nodes.mjs";
import { review } from "./review.mjs";
import { best, printed } from "./timed.mjs";
import { validate } from "./validate.mjs";

const yaml = createRequire(new URL("../tests/package.json", import.meta.url))("js-yaml");
const baseline = JSON.parse(readFileSync(new URL("go-baseline.json", import.meta.url), "utf8"));

const [folder, native, costs, steps, program, peer, conform, openApi, ...options] = process.argv.slice(2);
const oracle = value("--oracle");
const only = value("--only");
const rounds = Number(value("--rounds") ?? 5);
assert.ok(Number.isInteger(rounds) && rounds > 0 && options.length === 0, "benches/bench.mjs FOLDER GROWTH COSTS STEPS PROGRAM PEER CONFORM OPENAPI [--rounds N] [--oracle PROGRAM] [--only review|validate]");

function value(option) {
  const at = options.indexOf(option);
  return at < 0 ? undefined : options.splice(at, 2)[1];
}

/** The instance that times parts of an answer alone. Only `cargo xtask bench` builds it. */
const core = await import(pathToFileURL(join(folder, "bench-glue.js")).href);
core.initSync({ module: readFileSync(join(folder, "bench.wasm")) });

/** Milliseconds that something takes, and what it gives. */
function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const times = (ratio) => `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio)} ×`;

const rows = [];
function row(what, ours, peer, ratio, asked, met) {
  rows.push([what, ours, peer, ratio, asked, met === undefined ? "" : met ? "yes" : "no"]);
}

/** Opens texts in the instance. */
function open(...texts) {
  const session = new core.Session();
  for (const [at, text] of texts.entries()) session.setBytes(`${at}.yaml`, new TextEncoder().encode(text));
  return session;
}

function evaluation(count) {
  const session = open(EVALUATED, leanNodes(count));
  const [first, again] = [[], []];
  let eligible;
  for (let round = 0; round < rounds; round++) {
    const bench = new core.Bench(session);
    const [cold, found] = timed(() => bench.evaluate());
    eligible = found;
    first.push(cold);
    for (let more = 0; more < 20; more++) again.push(timed(() => bench.evaluate())[0]);
    bench.free();
  }
  session.free();
  assert.ok(eligible > count / 10 && eligible < count / 3, `${eligible} of ${count} Nodes are eligible`);
  const go = goEvaluation(count);
  for (const [what, taken] of [["first", first], ["again", again]]) {
    const ours = (best(taken) * 1e6) / count;
    const ratio = go / ours;
    row(`evaluation, ${count} Nodes, ${what}`, `${ours.toFixed(0)} ns a Node`, `Go ${go.toFixed(0)} ns`, times(ratio), "50 ×", ratio >= 50);
  }
}

/** Nanoseconds a Node that Kubernetes' own function takes: measured now where the oracle is given, else as recorded. */
function goEvaluation(count) {
  let results = baseline.results;
  if (oracle !== undefined) {
    const printed = spawnSync(oracle, ["bench"], { encoding: "utf8", maxBuffer: 1 << 24 });
    assert.equal(printed.status, 0, `${oracle} bench: ${printed.error?.message ?? printed.stderr}`);
    results = printed.stdout.trim().split("\n").map((line) => JSON.parse(line));
  }
  const of = results.find((result) => result.bench === "NodeShouldRunDaemonPod" && result.nodes === count);
  return (of.bestMicrosecondsPerNode ?? of.microsecondsPerNode) * 1000;
}

function textToVerdicts(count) {
  const text = fullNodes(count);
  const bytes = new TextEncoder().encode(text);
  const files = [{ name: "ds.yaml", text: EVALUATED }, { name: "nodes.yaml", text: bytes }];
  const [ours, theirs] = [[], []];
  // In turn, so that whatever else the machine does hits both.
  for (let round = 0; round < rounds; round++) {
    const [placing, answer] = timed(() => everynode.place({ files }));
    assert.equal(answer.nodes.names.length, count);
    assert.deepEqual(answer.diagnostics, []);
    ours.push(placing);
    const [parsing, parsed] = timed(() => yaml.load(text));
    assert.equal(parsed.items.length, count);
    theirs.push(parsing);
  }
  const ratio = median(theirs) / median(ours);
  const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
  row(`text to verdicts, ${count} Nodes, ${size}`, `${median(ours).toFixed(0)} ms`, `js-yaml parse ${median(theirs).toFixed(0)} ms`, times(ratio), "1 ×", ratio >= 1);
  const firsts = theirs[0] / ours[0];
  row("the same, first call of each", `${ours[0].toFixed(0)} ms`, `js-yaml parse ${theirs[0].toFixed(0)} ms`, times(firsts), "", firsts >= 1);
}

function size() {
  const kibi = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
  for (const [name, what, asked] of [["start.wasm", "that pages begin with", 260], ["everynode.wasm", "for programs", undefined]]) {
    const module = readFileSync(new URL(`../pkg/dist/${name}`, import.meta.url));
    const packed = gzipSync(module, { level: 9 }).length;
    const met = asked === undefined ? undefined : packed <= asked * 1024;
    row(`wasm ${what}, gzip (raw ${kibi(module.length)})`, kibi(packed), "", "", asked === undefined ? "" : `${asked} KiB`, met);
  }
}

function update(count) {
  const session = open(rolled(1), rolled(2), leanNodes(count).replaceAll("windows", "linux"));
  const bench = new core.Bench(session);
  const taken = [];
  let course;
  for (let round = 0; round < rounds; round++) {
    const [took, found] = timed(() => bench.rollout());
    course = Array.from(found);
    taken.push(took);
  }
  bench.free();
  session.free();
  const recorded = baseline.rollout;
  assert.deepEqual(course, [recorded.steps, recorded.seconds], "the real controller takes other steps");
  const ratio = (recorded.wallSeconds * 1000) / best(taken);
  row(`update of ${count} Nodes, ${course[0]} steps`, `${best(taken).toFixed(0)} ms`, `Go ${recorded.wallSeconds} s`, times(ratio), "1000 ×", ratio >= 1000);
}

/** How the time of an update grows, with the same scenario for every size. */
function growth(sizes) {
  const write = (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const pair = [write("old.yaml", rolled(1)), write("new.yaml", rolled(2))];
  const files = sizes.map((count) => write(`nodes-${count}.yaml`, bareNodes(count)));
  const natively = printed(native, String(rounds), ...files, ...pair);
  const script = fileURLToPath(new URL("growth.mjs", import.meta.url));
  const mebi = (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
  return sizes.map((count, at) => {
    const [ours] = printed(process.execPath, script, folder, String(rounds), files[at], ...pair);
    const { milliseconds, steps, seconds } = natively[at];
    assert.deepEqual([ours.steps, ours.seconds], [steps, seconds], "the same course natively and in WebAssembly");
    return [
      count.toLocaleString("en"),
      String(steps),
      `${ours.milliseconds.toFixed(1)} ms`,
      `${(ours.milliseconds / steps).toFixed(3)} ms`,
      `${((ours.milliseconds * 1000) / count).toFixed(2)} µs`,
      `${milliseconds.toFixed(1)} ms`,
      mebi(ours.played),
      mebi(ours.read),
    ];
  });
}

function table(heads, rows) {
  const all = [heads, ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((cells) => cells[column].length)));
  for (const cells of all) {
    console.log(cells.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());
  }
}

const ratioRow = (what, ours, theirs, ratio, asked, met) => row(what, ours, theirs, ratio === "" ? "" : times(ratio), asked, met);
let dearest = [];
let validated = [];
let grown = [];
if (only !== "validate") {
  const reviewed = review({ count: 1_000, folder, program, peer, rounds, row: ratioRow });
  dearest = printed(costs, String(rounds), reviewed);
}
if (only !== "review") {
  const file = validate({ count: 1_000, folder, program, peer: conform, openApi, rounds, row: ratioRow });
  validated = printed(steps, String(rounds), file);
}
if (only === undefined) {
  evaluation(65_000);
  textToVerdicts(5_000);
  update(5_000);
  size();
  grown = growth([500, 1_000, 5_000, 10_000, 20_000, 65_000]);
}

const machine = `${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}`;
console.log(`\n${machine}; ${rounds} rounds\n`);
table(["", "ours", "peer", "ratio", "asked", "met"], rows);
const sum = (parts) => parts.reduce((all, part) => all + part.milliseconds, 0);
const costly = (parts, name) => table([name, "milliseconds"], parts.map((part) => [part[name], part.milliseconds.toFixed(1)]));
if (dearest.length > 0) {
  console.log(`\nThe dearest of ${dearest.length} rules in the review of 1,000 DaemonSets, natively; all together ${sum(dearest).toFixed(0)} ms\n`);
  costly(dearest.slice(0, 10), "rule");
}
if (validated.length > 0) {
  console.log(`\nThe steps of validation of 1,000 DaemonSets, natively; all together ${sum(validated).toFixed(0)} ms\n`);
  costly(validated, "step");
}
if (grown.length > 0) console.log("\nThe course of an update: maxUnavailable 10 %, Pods take 30 s to end and 5 to 120 s to start by Node\n");
if (grown.length > 0) table(["Nodes", "steps", "wasm", "a step", "a Node", "native", "memory, at most", "of it by reading"], grown);
