/** What the page loads before it says anything, and what it shows until the rest is there. */

import { expect, test, type Page } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { editor, opened, openedWith, verdict } from "./page";

/** Bytes of all parts, gzip, that may come before the first answer. */
const MOST = 500_000;
/** What comes after it. */
const LATER = /\/assets\/(desk|editor|later|panes|exampleTexts|rulePages|everynode)-/;

/** Holds parts of the page back, until what comes back is called. */
async function heldBack(page: Page, parts: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(parts, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("the first answer comes with at most 500 kB, and the editor after it", async ({ page }) => {
  const before: string[] = [];
  const after: string[] = [];
  let answered = false;
  page.on("request", (request) => (answered ? after : before).push(request.url()));
  // Later parts wait until the first answer is on screen, however fast the machine is.
  await page.route(LATER, async (route) => {
    await expect(verdict(page)).toContainText(/runs on \d+ of 12 nodes/);
    await route.continue();
  });
  await opened(page);
  answered = true;
  const needed = before.filter((url) => !LATER.test(url));
  let bytes = 0;
  for (const url of needed) bytes += gzipSync(await (await page.request.get(url)).body(), { level: 9 }).length;
  console.log(`bytes before the first answer, gzip: ${bytes.toLocaleString("en")} of ${MOST.toLocaleString("en")}`);
  expect(needed.filter((url) => url.endsWith(".wasm"))).toEqual([expect.stringMatching(/\/start-/)]);
  expect(bytes).toBeLessThanOrEqual(MOST);
  await expect(editor(page)).toContainText("name: fluent-bit");
  const all = () => [...new Set([...before, ...after])];
  for (const part of [/\/editor-/, /\/panes-/, /\/everynode-.*wasm$/]) await expect.poll(all).toContainEqual(expect.stringMatching(part));
  await page.waitForLoadState("networkidle");
  expect(all().length).toBeLessThan(15);
});

/** Where the first letter of some text stands. */
async function placeOf(page: Page, selector: string, text: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.locator(selector).first().evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { x, y } = range.getBoundingClientRect();
      return { x: Math.round(x), y: Math.round(y) };
    }
    return { x: -1, y: -1 };
  }, text);
}

test("until the editor is there its text stands at the same place, and can be read and selected", async ({ page }) => {
  const release = await heldBack(page, /\/assets\/(desk|editor)-/);
  await opened(page);
  const plain = page.getByRole("region", { name: "Text of fluent-bit.yaml" });
  await expect(plain).toContainText("name: fluent-bit");
  // The verdict is complete, and as high as it stays.
  await expect(verdict(page)).toContainText("update ends");
  await plain.getByText("name: fluent-bit").selectText();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain("tolerations:");
  const places = (text: string, number: string) =>
    Promise.all([placeOf(page, text, '"true"'), placeOf(page, number, "38")]);
  const before = await places(".plaintext", ".plaintext pre[aria-hidden]");
  expect(before[0].y).toBe(before[1].y);
  release();
  await expect(editor(page)).toContainText("name: fluent-bit");
  await expect(plain).toHaveCount(0);
  await expect(page.locator(".cm-lit").filter({ hasText: 'value: "true"' })).toBeVisible();
  expect(await places(".cm-content", ".cm-lineNumbers")).toEqual(before);
});

test("a file that is added before the editor is there stays in it", async ({ page }) => {
  const release = await heldBack(page, /\/assets\/(desk|editor)-/);
  await opened(page);
  await page.getByRole("button", { name: "Add an empty file" }).click();
  release();
  await editor(page).click();
  await page.keyboard.insertText("apiVersion: v1\nkind: Node\nmetadata: {name: one-more}\n");
  await expect(verdict(page)).toContainText("of 13 nodes");
  await expect(editor(page)).toHaveAccessibleName("Text of new.yaml");
});

test("an editor that does not come is named, and the answers stay", async ({ page }) => {
  await page.route(/\/assets\/(desk|editor)-/, (route) => route.abort());
  await opened(page);
  await expect(page.getByRole("status").filter({ hasText: "The editor could not be loaded" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Text of fluent-bit.yaml" })).toContainText("name: fluent-bit");
  await page.getByRole("button", { name: /^gpu-1/ }).click();
  await page.getByRole("complementary").getByRole("button", { name: "Apply" }).click();
  await expect(verdict(page)).toContainText("runs on 10 of 12 nodes");
});

/** A DaemonSet that the API server refuses for its name. */
const REFUSED = {
  "agent.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: Agent_1, namespace: ops}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec: {containers: [{name: agent, image: "registry.example.com/agent:1"}]}
---
apiVersion: v1
kind: Node
metadata: {name: n-1}
`,
};
const answer = (page: Page) => page.getByRole("region", { name: "Answer", exact: true });
const refusal = (page: Page) => answer(page).getByRole("article").filter({ hasText: "refused by the API server" });

test("what the API server says comes after the first answer, and moves nothing", async ({ page }) => {
  const release = await heldBack(page, /\/everynode-[^/]*\.wasm/);
  await openedWith(page, REFUSED);
  await page.goto("./#review");
  await expect(answer(page).getByRole("article").first()).toBeVisible();
  await expect(refusal(page)).toHaveCount(0);
  const wasm = page.getByRole("contentinfo").locator("span").filter({ hasText: "of wasm" });
  const size = await wasm.innerText();
  await editor(page).getByText("selector").click();
  await page.keyboard.press("Home");
  const [first] = await answer(page).getByRole("article").all();
  const top = await first?.evaluate((article) => {
    article.dataset["seen"] = "";
    article.closest(".scroll")?.scrollTo(0, 40);
    return article.getBoundingClientRect().top;
  });
  release();
  await expect(refusal(page)).toContainText("Agent_1");
  await expect(editor(page).locator(".cm-lintRange-error").filter({ hasText: "Agent_1" })).toBeVisible();
  const seen = answer(page).locator("[data-seen]");
  expect(await seen.evaluate((article) => article.getBoundingClientRect().top)).toBeCloseTo(top ?? -1, 0);
  await expect(wasm).not.toHaveText(size);
  await expect.poll(() => page.workers().length).toBe(1);
  await page.keyboard.type("#");
  await expect(editor(page)).toContainText("#selector");
});

test("without what loads later the page goes on, says so once, and can try again", async ({ page }) => {
  await page.route(/\/everynode-[^/]*\.wasm/, (route) => route.abort());
  await openedWith(page, REFUSED);
  await page.goto("./#review");
  const said = page.getByRole("contentinfo").getByRole("status").filter({ hasText: "The API server's checks did not load." });
  await expect(said).toBeVisible();
  await editor(page).getByText("app: agent").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await expect(verdict(page)).toContainText("runs on the only node");
  await expect(page.locator(".notice")).toHaveCount(0);
  await page.unroute(/\/everynode-[^/]*\.wasm/);
  await said.getByRole("button", { name: "Load them" }).click();
  await expect(refusal(page)).toContainText("Agent_1");
  await expect(said).toHaveCount(0);
});
