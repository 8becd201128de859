/**
 * Figures of the page, as ratios where machines differ: bytes before the first answer, the first answer and an edited line of 2,000
 * nodes beside js-yaml's parse of the same text in the same page, and the longest task of the main thread while somebody types.
 *
 * Leave `cargo xtask play --no-open` running, then `node tests/browser/figures.mjs`.
 */

import { chromium } from "@playwright/test";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const address = process.env.EVERYNODE_PAGE ?? "http://127.0.0.1:4136/";
const yaml = createRequire(import.meta.url).resolve("js-yaml").replace(/js-yaml\.cjs\.js$/, "browser/js-yaml.umd.min.js");
const LARGE = "2,000 nodes, one at a time";
const KEYS = 40;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/** Notes when the verdict is first on screen, and every task of the main thread that is long. */
function watch() {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask", buffered: false });
  new MutationObserver((_, observer) => {
    if (!/runs on/.test(document.querySelector(".verdict")?.textContent ?? "")) return;
    window.first = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Milliseconds that js-yaml takes for texts, the quickest of several. */
const parse = (page, texts) =>
  page.evaluate((all) => {
    let best = Infinity;
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      for (const text of all) window.jsyaml.loadAll(text);
      best = Math.min(best, performance.now() - began);
    }
    return best;
  }, texts);

// js-yaml is put into the page, which the page's own policy forbids.
const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
await page.addInitScript(watch);
const requests = [];
page.on("request", (request) => requests.push({ url: request.url(), at: Date.now() }));
await page.goto(address);
await page.waitForFunction(() => window.first !== undefined);
const answeredAt = Date.now();
const first = await page.evaluate(() => window.first);
let bytes = 0;
const LATER = /\/assets\/(desk|editor|RolloutPane|ReviewPane|WhatIfPane|Overlays|exampleTexts|rulePages)-/;
for (const { url, at } of requests) {
  if (at <= answeredAt && !LATER.test(url)) bytes += gzipSync(await (await page.request.get(url)).body(), { level: 9 }).length;
}
console.log(`bytes before the first answer, gzip: ${bytes}`);

await page.addScriptTag({ path: yaml });
const stored = () => page.evaluate(() => JSON.parse(localStorage.getItem("everynode.state.v1") ?? "{}").files?.map(({ text }) => text) ?? []);
await page.waitForFunction(() => localStorage.getItem("everynode.state.v1") !== null, undefined, { timeout: 5000 }).catch(() => {});
await page.getByRole("button", { name: /^Example/ }).click();
await page.getByRole("menuitemradio").filter({ has: page.getByText(LARGE, { exact: true }) }).click();
await page.getByText(/of 2,000 nodes/).first().waitFor();
await page.locator(".foot .busy").waitFor({ state: "detached" });
await page.waitForTimeout(1000);
const texts = await stored();
const parsed = await parse(page, texts);
console.log(`first answer: ${first.toFixed(0)} ms after navigation`);
console.log(`js-yaml reads the texts of the 2,000 nodes (${texts.reduce((sum, text) => sum + text.length, 0)} characters) in ${parsed.toFixed(1)} ms`);

/** From a key to the answer about it, without the pause that waits for more keys. */
await page.getByRole("textbox", { name: /^Text of/ }).click();
await page.keyboard.press("ControlOrMeta+Home");
const PAUSE = 100;
const waits = [];
for (let round = 0; round < 5; round += 1) {
  const wait = page.evaluate(
    () =>
      new Promise((done) => {
        const began = performance.now();
        let busy = false;
        const look = () => {
          const now = document.querySelector(".foot .busy") !== null;
          if (busy && !now) return done(performance.now() - began);
          busy ||= now;
          requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.keyboard.type("#");
  waits.push((await wait) - PAUSE);
}
const edited = Math.min(...waits);
console.log(`answer after an edited line, 2,000 nodes: ${edited.toFixed(0)} ms, ${(edited / parsed).toFixed(2)} of js-yaml's parse`);

await page.evaluate(() => (window.longest = 0));
for (let key = 0; key < KEYS; key += 1) await page.keyboard.type("x", { delay: 45 });
await page.locator(".foot .busy").waitFor({ state: "detached" });
await page.waitForTimeout(500);
const longest = await page.evaluate(() => window.longest);
console.log(`longest task of the main thread while typing: ${longest === 0 ? "under 50 ms" : `${longest.toFixed(0)} ms`}`);
await browser.close();
