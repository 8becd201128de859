/** A production build of Vite, without configuration, opened in Chromium. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { chromium } from "@playwright/test";
import { build, preview } from "vite";

import { project } from "./support.mjs";

const PAGES = ["index.html", "inline.html", "worker.html"];

let folder;
let server;
let browser;

before(async () => {
  folder = await project();
  const { root } = folder;
  const pages = PAGES.map((name) => join(root, name));
  // `rolldownOptions` only names the other pages; everything else is as Vite has it.
  await build({ root, logLevel: "error", build: { rolldownOptions: { input: pages } } });
  server = await preview({ root, logLevel: "error", preview: { port: 0, host: "127.0.0.1" } });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
  await folder?.remove();
});

for (const page of PAGES) {
  test(`${page} answers`, async () => {
    const tab = await browser.newPage();
    const faults = [];
    tab.on("console", (message) => faults.push(message.text()));
    tab.on("pageerror", (error) => faults.push(error.message));
    await tab.goto(new URL(page, server.resolvedUrls.local[0]).href);
    const status = tab.getByRole("status").filter({ hasText: /./ });
    assert.equal(await status.textContent(), "eligible: 1");
    assert.deepEqual(faults, []);
    if (page === "worker.html") assert.equal(await tab.title(), "AbortError");
  });
}
