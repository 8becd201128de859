/**
 * Figures of the playground in Chromium: `cargo xtask bench page`.
 *
 * Arguments: the page's address, the browser. What is timed is timed inside the page; ratios are to js-yaml's parse of the same text in
 * the same page, because times of a shared machine say little.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { daemonSet, toleratesGpu } from "../tests/js/support/manifests.mjs";
import { leanNodes } from "./nodes.mjs";

const require = createRequire(new URL("../tests/package.json", import.meta.url));
const { chromium } = require("@playwright/test");
const jsYaml = readFileSync(require.resolve("js-yaml").replace(/[^/]*$/, "browser/js-yaml.umd.min.js"), "utf8");

const [address, executablePath] = process.argv.slice(2);
const NODES = 2000;
/** As many as a cluster may have, and more. */
const MANY = 65_000;
const ROUNDS = 5;
const KEYS = 60;

const agent = daemonSet(`      nodeSelector:
        kubernetes.io/os: linux
${toleratesGpu}`);
const nodes = leanNodes(NODES);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const milliseconds = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
const row = (name, value, note = "") => console.log(`${name.padEnd(46)} ${value.padStart(12)}  ${note}`.trimEnd());

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await bytes();
  await answers();
  await many();
} finally {
  await browser.close();
}

/** What is asked for before the first answer of a first visit is on screen. */
async function bytes() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchVerdict);
  const requests = [];
  page.on("request", (request) => requests.push(request));
  await page.goto(address, { waitUntil: "commit" });
  const answered = await page.evaluate(async () => performance.timeOrigin + (await window.whenVerdict((text) => text.includes("nodes"))));
  await page.waitForLoadState("networkidle");
  console.log("transferred before the first answer, gzip:");
  const parts = [];
  for (const request of requests.filter((request) => request.timing().startTime < answered)) {
    const body = await (await page.request.get(request.url())).body();
    parts.push({ name: request.url().replace(/.*\//, "") || "index.html", bytes: gzipSync(body, { level: 9 }).length });
  }
  for (const part of parts.sort((a, b) => b.bytes - a.bytes)) row(`  ${part.name}`, part.bytes.toLocaleString("en"));
  row("  all", parts.reduce((sum, part) => sum + part.bytes, 0).toLocaleString("en"), "asked: at most 500,000");
  await context.close();
}

/** Gives a page a clock that tells when its verdict is as wanted. */
function watchVerdict() {
  // On how many nodes it runs: the rest of the verdict comes by and by.
  window.runs = (text) => text.match(/runs on [^·]*/)?.[0];
  window.whenVerdict = (wanted) =>
    new Promise((resolve) => {
      const look = () => wanted(document.querySelector(".verdict")?.textContent ?? "") && (observer.disconnect(), resolve(performance.now()));
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      look();
    });
}

/** A page that was left with these files, and a clock in it that tells when the verdict is another one. */
async function visit(files) {
  const context = await browser.newContext({ bypassCSP: true });
  const stored = {
    files: Object.entries(files).map(([name, text]) => ({ name, text })),
    withheld: [],
    file: "agent.yaml",
    daemonSet: null,
    node: null,
    view: "nodes",
    groupBy: "reason",
    example: null,
    untouched: false,
    now: null,
  };
  const page = await context.newPage();
  await page.addInitScript(watchVerdict);
  await page.addInitScript((state) => {
    localStorage.setItem("everynode.state.v1", state);
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
    }).observe({ type: "longtask" });
  }, JSON.stringify(stored));
  return { context, page };
}

async function answers() {
  const first = [];
  const edited = [];
  const parsed = [];
  const longest = [];
  const offered = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { context, page } = await visit({ "agent.yaml": agent, "nodes.yaml": nodes });
    await page.goto(address, { waitUntil: "commit" });
    first.push(await page.evaluate(() => window.whenVerdict((text) => text.includes("2,000 nodes"))));
    const editor = page.getByRole("textbox", { name: /^Text of / });
    // Until the editor is there its text stands there plain, and takes no keys.
    await page.locator(".cm-editor").waitFor();
    await page.waitForLoadState("networkidle");
    const before = await page.evaluate(() => window.runs(document.querySelector(".verdict").textContent));
    await editor.getByText("kubernetes.io/os").click();
    await page.keyboard.press("Home");
    // Both are in place before the key is pressed: keys may overtake what is asked of a page.
    await page.evaluate((old) => {
      window.began = new Promise((resolve) => addEventListener("keydown", () => resolve(performance.now()), { once: true, capture: true }));
      window.changed = window.whenVerdict((text) => window.runs(text) !== old);
    }, before);
    await page.keyboard.press("#");
    edited.push(await page.evaluate(async () => (await window.changed) - (await window.began)));
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(500);
    await page.keyboard.press("End");
    longest.push(await typed(page, ["x", "Backspace"]));
    // What may stand there comes of everynode.wasm, which is there once the list is.
    await editor.getByText("registry.example").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete li").nth(9).waitFor();
    offered.push(await typed(page, ["r", "e", "s", "Backspace", "Backspace", "Backspace"]));
    await page.evaluate(jsYaml);
    parsed.push(
      await page.evaluate((text) => {
        const start = performance.now();
        window.jsyaml.load(text);
        return performance.now() - start;
      }, nodes),
    );
    await context.close();
  }
  const [peer, one, two] = [median(parsed), median(first), median(edited)];
  console.log(`\n${NODES.toLocaleString("en")} nodes, ${(nodes.length / 1e6).toFixed(1)} MB, median of ${ROUNDS}:`);
  row("  js-yaml parses the text", milliseconds(peer));
  row("  from the visit to the first answer", milliseconds(one), `${(one / peer).toFixed(2)} × js-yaml's parse`);
  row("  from a key to the answer after it", milliseconds(two), `${(two / peer).toFixed(2)} × js-yaml's parse`);
  const worst = (tasks) => (Math.max(...tasks) === 0 ? "< 50 ms" : milliseconds(Math.max(...tasks)));
  row(`  longest task of ${KEYS} keys`, worst(longest), "asked: at most 50 ms; shorter ones are not told apart");
  row(`  longest task of ${KEYS} keys, completions open`, worst(offered), "the same");
}

/** The longest task, in ms, while these keys are typed again and again; 0 where none took 50. */
async function typed(page, keys) {
  await page.evaluate(() => (window.longest = 0));
  for (let key = 0; key < KEYS; key++) await page.keyboard.press(keys[key % keys.length], { delay: 20 });
  await page.waitForTimeout(500);
  return page.evaluate(() => window.longest);
}

/** A cluster of very many nodes in a file that is attached: its first picture, and what keeps the page's thread busy afterwards. */
async function many() {
  const { context, page } = await visit({ "agent.yaml": agent });
  await page.goto(address);
  await page.evaluate(() => window.whenVerdict((text) => text.includes("no nodes")));
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).click();
  const text = manyNodes();
  const folder = mkdtempSync(join(tmpdir(), "everynode-bench-"));
  writeFileSync(join(folder, "nodes.json"), text);
  const chosen = await chooser;
  const drawn = page.evaluate(async (all) => {
    const began = performance.now();
    const told = await window.whenVerdict((text) => text.includes(all));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return { told: told - began, drawn: performance.now() - began };
  }, MANY.toLocaleString("en"));
  await chosen.setFiles(join(folder, "nodes.json"));
  const first = await drawn;
  rmSync(folder, { recursive: true });
  console.log(`\n${MANY.toLocaleString("en")} nodes, ${(text.length / 1e6).toFixed(1)} MB, once:`);
  row("  from the file to the first answer", milliseconds(first.told));
  row("  from the file to the first picture", milliseconds(first.drawn));
  const find = page.getByRole("searchbox");
  const busy = async (name, act) => {
    await page.evaluate(() => (window.longest = 0));
    await act();
    await page.waitForTimeout(500);
    const longest = await page.evaluate(() => window.longest);
    row(`  longest task while ${name}`, longest === 0 ? "< 50 ms" : milliseconds(longest));
  };
  const scroll = (selector) => async () => {
    const { x, y, width, height } = await page.locator(selector).boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 1000);
  };
  await page.waitForTimeout(1000);
  await busy("dots are scrolled", scroll(".groups"));
  await busy("a name is searched for", () => find.pressSequentially("worker-64", { delay: 40 }));
  await find.fill("");
  await busy("a label selector is typed", () => find.pressSequentially("topology.kubernetes.io/zone in (b,c),pool!=gpu", { delay: 20 }));
  await find.fill("");
  await busy("another node is selected", () => page.getByRole("slider").first().press("End"));
  await busy("nodes are grouped by zone", () => page.getByRole("button", { name: "Zone", exact: true }).click());
  await busy("the table is opened", () => page.getByRole("button", { name: "Table" }).click());
  await busy("the table is scrolled", scroll(".nodetable"));
  await context.close();
}

/** Nodes of three zones and four pools; one in forty is of another kind, and one in a hundred tainted. */
function manyNodes() {
  const items = Array.from({ length: MANY }, (_, at) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name: `worker-${String(at).padStart(5, "0")}`,
      labels: { "kubernetes.io/os": at % 40 === 0 ? "windows" : "linux", "topology.kubernetes.io/zone": "abc"[at % 3], pool: ["general", "memory", "gpu", "edge"][at % 4] },
    },
    ...(at % 100 === 7 ? { spec: { taints: [{ key: "maintenance", effect: "NoSchedule" }] } } : {}),
  }));
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}
