/**
 * What the pictures of the page show: each view, each dialog, and what the page says where something is missing.
 *
 * A scene is a name, where it begins (an example, or files as if they had been left there), what is done there, and which of its four
 * pictures are kept in docs/screenshots.
 */

import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const { examples } = JSON.parse(readFileSync(new URL("../../www/examples/index.json", import.meta.url), "utf8"));
const PKG = fileURLToPath(new URL("../../pkg/dist/", import.meta.url));

/** Both themes wide, and one narrow: what a reader of the documentation needs. */
const KEPT = ["wide-light", "wide-dark", "narrow-light"];
const FIRST = "gpu-nodes-left-out";

const AGENT = readFileSync(new URL("./agent.yaml", import.meta.url), "utf8");
const DAEMON_SET = AGENT.replace("      containers:", "      nodeSelector: {kubernetes.io/arch: amd64}\n      containers:");

const view = (page, name) => page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: new RegExp(`^${name}`, "i") }).click();
const answer = (page) => page.getByRole("region", { name: "Answer" });

/** Waits until the page has its first answer and its editor. */
export async function answered(page) {
  await page.getByText(/^Rules of/).waitFor();
  // On a narrow screen it is there and out of sight.
  await page.locator(".cm-editor").first().waitFor({ state: "attached" });
}

async function example(page, id) {
  const { title } = examples.find((each) => each.id === id);
  await page.locator(".btn.ex").click();
  await page.getByRole("menuitemradio").filter({ has: page.getByText(title, { exact: true }) }).click();
  await page.locator(".btn.ex", { hasText: title }).waitFor();
}

/** On a narrow screen the manifests are a tab of their own, and the dialogs' buttons stand in both. */
async function manifests(page) {
  const tab = page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "YAML" });
  if (await tab.isVisible()) await tab.click();
}

async function suppose(page, kind, nodes, value) {
  await page.getByLabel("Change to suppose").selectOption(kind);
  await page.getByLabel("nodes, or a selector").fill(nodes);
  if (value !== undefined) await page.getByLabel(/^key=value/).fill(value);
  await page.keyboard.press("Enter");
}

async function rollout(page, seconds) {
  await view(page, "rollout");
  await page.locator(".gantt").waitFor();
  if (seconds !== undefined) await page.getByRole("slider", { name: "Time in the update" }).fill(`${seconds}`);
}

/** Nodes of so many lines that their file is attached. */
function largeNodes() {
  const filler = `        ${"x".repeat(90)}\n`.repeat(2200);
  return Array.from({ length: 12 }, (_, at) => {
    const arch = at === 7 ? "arm64" : "amd64";
    return `- apiVersion: v1\n  kind: Node\n  metadata:\n    name: n-${at}\n    annotations:\n      note: |\n${filler}    labels:\n      kubernetes.io/arch: ${arch}\n`;
  }).join("");
}

async function open(page, name, text) {
  await manifests(page);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).click();
  await (await chooser).setFiles([{ name, mimeType: "application/yaml", buffer: Buffer.from(text) }]);
}

/** A line of the manifest, on a narrow screen too. */
async function line(page, text) {
  await manifests(page);
  await page.locator(".cm-line", { hasText: text }).first().click();
}

/** What the API server refuses: a policy that there is not, and a toleration that wants another effect. */
const REFUSED = {
  // Short lines: what is clicked stays where it is.
  "agent.yaml": DAEMON_SET.replace("registry.example.com/ops/", "").replace(
    "      containers:",
    "      dnsPolicy: Nowhere\n      tolerations:\n      - operator: Exists\n        tolerationSeconds: 30\n      containers:",
  ),
  "nodes.yaml": ["a", "b", "c"]
    .map((name) => `kind: Node\napiVersion: v1\nmetadata: {name: worker-${name}, labels: {kubernetes.io/arch: amd64, topology.kubernetes.io/zone: ${name}}}\n${name === "c" ? "spec: {taints: [{key: nvidia.com/gpu, effect: NoSchedule}]}\n" : ""}`)
    .join("---\n"),
};
const refused = (page) => page.getByText("the API server refuses it").waitFor();

/** The element, in a page that is not ours. */
async function elementPage(page) {
  const nodes = ["n-1", "n-2", "n-3"].map((name) => `---\nkind: Node\napiVersion: v1\nmetadata: {name: ${name}}\n${name === "n-3" ? "spec: {taints: [{key: gpu, effect: NoSchedule}]}\n" : ""}`);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Docs</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="docs.css"><script type="module" src="pkg/element.js"></script>
<main><h1>Where the agent runs</h1><p>The agent runs on every node whose taints it tolerates. Try it: the node n-3 has a taint.</p>
<everynode-playground><pre><code>${AGENT}${nodes.join("")}</code></pre></everynode-playground>
<p>The text goes on below the element, as ever.</p></main></html>`;
  const css = `:root { color-scheme: light dark } body { font: 16px/1.6 Georgia, serif; margin: 0 } main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }`;
  const kinds = { ".js": "text/javascript", ".wasm": "application/wasm" };
  await page.context().route("**/docs/**", (route) => {
    const name = new URL(route.request().url()).pathname.replace("/docs/", "");
    if (name === "") return route.fulfill({ contentType: "text/html", body: html });
    if (name === "docs.css") return route.fulfill({ contentType: "text/css", body: css });
    return route.fulfill({ contentType: kinds[extname(name)], body: readFileSync(PKG + name.replace("pkg/", "")) });
  });
  await page.goto("docs/");
  await page.getByText("runs on 2 of 3 nodes").waitFor();
}

/** In the order in which a reader meets them. */
export const SCENES = [
  { name: "nodes", kept: KEPT },
  { name: "dots", kept: KEPT, start: "two-thousand-nodes", act: (page) => view(page, "nodes") },
  { name: "table", act: (page) => page.getByRole("button", { name: "Table" }).click() },
  { name: "card", act: (page) => page.getByRole("button", { name: /^worker-a1/ }).click() },
  { name: "search", act: (page) => page.getByRole("searchbox").fill("topology.kubernetes.io/zone in (a,b),pool!=gpu") },
  { name: "search-nothing", act: (page) => page.getByRole("searchbox").fill("pool=nothing") },
  { name: "zones", act: (page) => page.getByRole("button", { name: "Zone", exact: true }).click() },
  { name: "taints", kept: KEPT, act: (page) => view(page, "taints") },
  { name: "affinity", kept: KEPT, start: "two-terms", act: (page) => view(page, "affinity") },
  { name: "rollout", kept: KEPT, act: (page) => rollout(page, 172) },
  { name: "rollout-stuck", kept: ["wide-light"], start: "stuck-all-green", act: (page) => rollout(page) },
  { name: "rollout-2000", start: "two-thousand-nodes", act: (page) => rollout(page) },
  {
    name: "review",
    kept: KEPT,
    act: async (page) => {
      await view(page, "review");
      await page.getByRole("button", { name: "Remove tolerationSeconds" }).click();
    },
  },
  {
    name: "rule",
    act: async (page) => {
      await view(page, "review");
      await answer(page).getByRole("button", { name: "priority-class-missing" }).click();
    },
  },
  {
    name: "review-nothing",
    act: async (page) => {
      await view(page, "review");
      await answer(page).getByLabel("Rules").selectOption("off");
    },
  },
  {
    name: "whatif",
    kept: KEPT,
    act: async (page) => {
      await view(page, "what-if");
      await suppose(page, "taint", "worker-a1, worker-a2", "maint=yes:NoExecute");
      await page.locator(".sides").waitFor();
    },
  },
  { name: "whatif-nothing", act: (page) => view(page, "what-if") },
  {
    name: "kubectl",
    act: async (page) => {
      await rollout(page, 172);
      const all = page.getByText("All that kubectl rollout status prints");
      await all.click();
      await all.evaluate((summary) => summary.parentElement.scrollIntoView({ block: "center" }));
    },
  },
  // Narrow screens have no room for it.
  { name: "kubectl-wide", sizes: ["wide"], act: (page) => page.getByRole("button", { name: "-o wide" }).click() },
  {
    name: "squiggles",
    kept: ["wide-light"],
    act: async (page) => {
      await view(page, "review");
      await answer(page).getByRole("button", { name: "fluent-bit.yaml L43" }).click();
      await page.keyboard.press("ControlOrMeta+.");
      await page.getByRole("menu", { name: "Fixes" }).waitFor();
    },
  },
  {
    name: "share",
    kept: ["wide-light"],
    act: async (page) => {
      await page.getByRole("button", { name: "Share", exact: true }).click();
      await page.getByRole("dialog").getByLabel("Link", { exact: true }).waitFor();
      await page.waitForFunction(() => [...document.querySelectorAll("dialog input")].some(({ value }) => value.includes("#v1=")));
      // Not the place where the pictures are made.
      await page.locator("dialog input").first().evaluate((field) => (field.value = field.value.replace(/^[^#]*/, "https://everynode.example/")));
    },
  },
  {
    name: "palette",
    kept: ["wide-light"],
    act: async (page) => {
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("dialog").getByRole("combobox").fill("gpu");
    },
  },
  { name: "keys", act: (page) => page.keyboard.press("?") },
  { name: "examples", kept: ["wide-light"], act: (page) => page.locator(".btn.ex").click() },
  {
    name: "compare",
    kept: ["wide-light"],
    files: { "new.yaml": DAEMON_SET.replace("agent:1", "agent:2"), "old.yaml": DAEMON_SET },
    act: async (page) => {
      await manifests(page);
      await page.getByRole("button", { name: "Compare two files side by side" }).click();
      await page.getByRole("dialog").getByText("1 difference").waitFor();
    },
  },
  { name: "no-daemonset", files: { "empty.yaml": "" } },
  { name: "no-nodes", files: { "agent.yaml": DAEMON_SET } },
  { name: "broken", files: { "agent.yaml": `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n\tname: half\n---\n${DAEMON_SET}` }, act: (page) => view(page, "review") },
  { name: "secrets", files: { "agent.yaml": DAEMON_SET }, act: async (page) => {
    await manifests(page);
    await page.getByRole("button", { name: "Add an empty file" }).click();
    await page.getByRole("textbox", { name: /^Text of / }).click();
    await page.keyboard.insertText("apiVersion: v1\nkind: Secret\nmetadata: {name: token}\nstringData: {token: hunter2}\n");
    await page.getByText(/holds Secrets or tokens/).waitFor();
  } },
  { name: "attached", files: { "agent.yaml": DAEMON_SET }, act: (page) => open(page, "nodes.yaml", `apiVersion: v1\nkind: List\nitems:\n${largeNodes()}`) },
  {
    name: "core-stopped",
    before: (page) => page.route("**/*.wasm", (route) => route.abort()),
    ready: (page) => page.getByText("The core does not start").waitFor(),
  },
  {
    name: "progress",
    files: { "agent.yaml": DAEMON_SET.replace("  selector", "  updateStrategy: {rollingUpdate: {maxUnavailable: 1%}}\n  selector") },
    act: async (page) => {
      const items = Array.from({ length: 30_000 }, (_, at) => ({ apiVersion: "v1", kind: "Node", metadata: { name: `n-${at}`, labels: { "kubernetes.io/arch": "amd64" } } }));
      await open(page, "nodes.json", JSON.stringify({ apiVersion: "v1", kind: "List", items }));
      await view(page, "rollout");
      await page.getByRole("button", { name: "Restart" }).click();
      await page.getByRole("progressbar", { name: "How far the update is played" }).waitFor();
    },
    moves: true,
  },
  {
    name: "problems",
    kept: ["wide-light"],
    files: REFUSED,
    act: async (page) => {
      await refused(page);
      await manifests(page);
      await page.getByRole("button", { name: "Problems" }).click();
      await page.getByRole("listbox", { name: "Findings" }).focus();
      await page.keyboard.press("ArrowDown");
    },
  },
  {
    name: "hover",
    kept: ["wide-light"],
    files: REFUSED,
    act: async (page) => {
      await refused(page);
      await line(page, "tolerationSeconds");
      await page.keyboard.press("ControlOrMeta+i");
      await page.locator(".cm-field-words").waitFor();
    },
  },
  {
    name: "completion",
    kept: ["wide-light"],
    files: REFUSED,
    act: async (page) => {
      await refused(page);
      await line(page, "operator: Exists");
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+Space");
      await page.locator(".cm-tooltip-autocomplete [aria-selected]").waitFor();
    },
  },
  {
    name: "stored",
    kept: KEPT,
    files: REFUSED,
    act: async (page) => {
      await page.getByRole("link", { name: "the API server refuses it" }).click();
      await page.locator(".stored").waitFor();
    },
  },
  { name: "element", kept: ["wide-light", "wide-dark"], alone: elementPage },
].map((scene) => ({ kept: [], sizes: ["wide", "narrow"], start: FIRST, act: () => {}, before: () => {}, ready: answered, ...scene }));

/** Brings a page to a scene. */
export async function enact(page, { start, files, act, before, ready, alone, moves }) {
  if (alone !== undefined) return alone(page);
  await before(page);
  // Another document of the same place: what the last scene left is not kept when it goes, nor carried over.
  await page.goto("icon.svg");
  await page.evaluate((stored) => {
    localStorage.clear();
    if (stored !== null) localStorage.setItem("everynode.state.v1", stored);
  }, files === undefined ? null : left(files));
  await page.goto("./");
  await ready(page);
  if (files === undefined && start !== FIRST) await example(page, start);
  await act(page);
  if (moves === true) return;
  await page.locator(".foot .busy").waitFor({ state: "detached" });
  // How the update goes is said once it has been played.
  const runs = page.locator(".verdict a", { hasText: /^runs (on|nowhere)/ });
  if ((await runs.count()) > 0) await page.locator(".verdict a", { hasText: /update|rollout|nothing happens/ }).first().waitFor();
}

/** A state of an earlier visit, as the page stores it. */
function left(files) {
  const all = Object.entries(files).map(([name, text]) => ({ name, text }));
  return JSON.stringify({ files: all, withheld: [], file: all[0].name, daemonSet: null, node: null, view: "nodes", groupBy: "reason", example: null, untouched: false, now: null });
}
