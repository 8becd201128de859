/** `<everynode-playground>` in pages of others: bare ones, and one with a strict policy. */

import { expect, test, type Page } from "@playwright/test";
import { dedented } from "../../www/src/element/inputs";
import { AGENT, grave } from "./page";
import type { Serving } from "./serving";
import { site } from "./site";

const NODES = ["n-1", "n-2", "n-3"]
  .map((name, at) => `kind: Node\napiVersion: v1\nmetadata: {name: ${name}}\n${at === 2 ? "spec: {taints: [{key: gpu, effect: NoSchedule}]}\n" : ""}`)
  .join("---\n");

const page = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Docs</title>
<script type="module" src="/pkg/element.js"></script></head><body><h1>Docs</h1>${body}</body></html>`;

const indented = (text: string) => text.replace(/^(?=.)/gm, "      ");

const PAGES = {
  "/scripts.html": page(`<everynode-playground>
    <script type="text/yaml" data-name="agent.yaml">
${indented(AGENT)}    </script>
    <script type="text/yaml" data-name="nodes.yaml">
${indented(NODES)}    </script>
  </everynode-playground>`),
  "/code.html": page(`<everynode-playground view="taints" theme="dark"><pre><code>${AGENT}---\n${NODES}</code></pre></everynode-playground>`),
  "/what-if.html": page(`<everynode-playground view="what-if"><pre><code>${AGENT}---\n${NODES}</code></pre></everynode-playground>`),
  "/src.html": page(`<everynode-playground src="agent.yaml nodes.yaml gone.yaml"></everynode-playground>`),
  "/far.html": page(`<div style="height: 4000px"></div><everynode-playground><pre>${AGENT}---\n${NODES}</pre></everynode-playground>`),
  "/two.html": page(
    `<everynode-playground id="one"><pre>${AGENT}---\n${NODES}</pre></everynode-playground>
     <everynode-playground id="two"><pre>${AGENT.replaceAll("agent", "other")}---\n${NODES}</pre></everynode-playground>`,
  ),
  "/agent.yaml": AGENT,
  "/nodes.yaml": NODES,
};

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the browser reports. */
function reports(page: Page): string[] {
  const reported: string[] = [];
  page.on("console", (message) => message.type() === "error" && reported.push(message.text()));
  page.on("pageerror", (error) => reported.push(String(error)));
  return reported;
}

const element = (page: Page) => page.locator("everynode-playground");
const tab = (page: Page, view: string) => element(page).getByRole("navigation", { name: "Views" }).getByRole("link", { name: view });

const ground = (page: Page) => element(page).evaluate((host) => getComputedStyle(host).backgroundColor);

/** Goes to each view and back to the first. */
async function tour(page: Page): Promise<void> {
  for (const view of ["Taints", "Affinity", "Rollout", "Review", "What-if", "Stored", "Nodes"]) {
    await tab(page, view).click();
    await expect(tab(page, view)).toHaveAttribute("aria-current", "page");
  }
}

let host: Serving;

test.describe("in a bare page", () => {
  test.beforeAll(async () => {
    host = await site(PAGES, null);
  });
  test.afterAll(() => host.close());

  test("answers for the manifests that its scripts hold", async ({ page }) => {
    const reported = reports(page);
    await page.goto(`${host.origin}/scripts.html`);
    await expect(element(page)).toContainText("runs on 2 of 3 nodes");
    await element(page).getByRole("button", { name: /^n-3/ }).click();
    await expect(element(page).getByRole("complementary")).toContainText("gpu:NoSchedule");
    await element(page).getByRole("button", { name: "Apply" }).click();
    await expect(element(page)).toContainText("runs on all 3 nodes");
    await element(page).getByRole("button", { name: "YAML", exact: true }).click();
    await expect(element(page).getByRole("region", { name: "Text of agent.yaml" })).toContainText("tolerations");
    await tour(page);
    expect(new URL(page.url()).hash).toBe("");
    expect(reported).toEqual([]);
  });

  test("takes the view and the theme that its attributes name", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`${host.origin}/code.html`);
    await expect(tab(page, "Taints")).toHaveAttribute("aria-current", "page");
    await expect(element(page)).toContainText("Has nothing to do with it");
    const dark = await ground(page);
    await element(page).evaluate((host) => host.setAttribute("theme", "light"));
    expect(await ground(page)).not.toBe(dark);
    await page.emulateMedia({ colorScheme: "dark" });
    await element(page).evaluate((host) => host.removeAttribute("theme"));
    await expect.poll(() => ground(page)).toBe(dark);
    await page.addStyleTag({ content: "everynode-playground { --pane: rgb(1, 2, 3); }" });
    await expect.poll(() => ground(page)).toBe("rgb(1, 2, 3)");
    await element(page).evaluate((host) => host.setAttribute("view", "nodes"));
    await expect(tab(page, "Nodes")).toHaveAttribute("aria-current", "page");
  });

  test("reads what `src` names, and says what it does not get", async ({ page }) => {
    await page.goto(`${host.origin}/src.html`);
    await expect(element(page)).toContainText("runs on 2 of 3 nodes");
    await expect(element(page)).toContainText("gone.yaml could not be read");
  });

  test("supposes what the page supposes, before and after side by side", async ({ page }) => {
    await page.goto(`${host.origin}/what-if.html`);
    await element(page).getByRole("button", { name: "n-3 goes down" }).click();
    await expect(element(page).getByRole("region", { name: "What if" })).toContainText("2 nodes, before and after.");
    await element(page).getByRole("button", { name: "Undo" }).click();
    await element(page).getByLabel("Change to suppose").selectOption({ label: "taint nodes" });
    await element(page).getByLabel("nodes, or a selector").fill("n-1");
    await element(page).getByLabel("key=value:Effect, or key-").fill("a=b:NoSchedule");
    await page.keyboard.press("Enter");
    await expect(element(page).getByRole("region", { name: "What if" })).toContainText("2 nodes become 1.");
    await expect(element(page)).toContainText("kubectl taint nodes n-1 a=b:NoSchedule --overwrite");
    await element(page).evaluate((host) => host.setAttribute("view", "stored"));
    await expect(element(page)).toContainText("revisionHistoryLimit: 10");
  });

  test("loads nothing until it comes near, and is readable until then", async ({ page }) => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${host.origin}/far.html`);
    await expect(element(page).locator("pre")).toContainText("kind: DaemonSet");
    expect(loaded.filter((path) => /mount|wasm|worker/.test(path))).toEqual([]);
    await element(page).scrollIntoViewIfNeeded();
    await expect(element(page)).toContainText("runs on 2 of 3 nodes");
  });

  test("several share one worker, each with its own texts", async ({ page }) => {
    const modules = new Set<string>();
    page.on("request", (request) => request.url().endsWith(".wasm") && modules.add(new URL(request.url()).pathname));
    await page.goto(`${host.origin}/two.html`);
    await expect(page.locator("#one")).toContainText("ops/agent");
    await page.locator("#two").scrollIntoViewIfNeeded();
    await expect(page.locator("#two")).toContainText("ops/other");
    await expect.poll(() => [...modules]).toEqual(["/pkg/start.wasm", "/pkg/everynode.wasm"]);
    await expect.poll(() => page.workers().length).toBe(1);
    await page.locator("#one pre").evaluate((pre) => (pre.textContent = pre.textContent?.replace("spec: {taints", "spec: {other") ?? ""));
    await expect(page.locator("#one")).toContainText("runs on all 3 nodes");
    await expect(page.locator("#two")).toContainText("runs on 2 of 3 nodes");
  });

  test("axe finds nothing serious in it", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(`${host.origin}/scripts.html`);
    await expect(element(page)).toContainText("runs on 2 of 3 nodes");
    expect(await grave(page, "everynode-playground")).toEqual([]);
    const light = await ground(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => ground(page)).not.toBe(light);
    expect(await grave(page, "everynode-playground")).toEqual([]);
  });
});

test.describe("in a page with a strict policy", () => {
  test.beforeAll(async () => {
    host = await site(PAGES, STRICT);
  });
  test.afterAll(() => host.close());

  test("answers, and the policy has nothing to report", async ({ page }) => {
    const reported = reports(page);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${host.origin}/scripts.html`);
    await expect(element(page)).toContainText("runs on 2 of 3 nodes");
    await element(page).getByRole("button", { name: /^n-3/ }).click();
    await tour(page);
    await expect(element(page)).toHaveCSS("display", "block");
    expect(await element(page).evaluate((host) => getComputedStyle(host).borderTopWidth)).toBe("1px");
    expect(reported).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(host.origin))).toEqual([]);
  });
});

test("indentation that all lines share is the page's", () => {
  expect(dedented("\n      a:\n        b: 1\n\n      c: 2\n    ")).toBe("a:\n  b: 1\n\nc: 2\n");
  expect(dedented("a: 1\n  b: 2\n")).toBe("a: 1\n  b: 2\n");
  expect(dedented("  \n")).toBe("");
});
