/** A production build of Vite, without configuration, opened in Chromium. */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { chromium } from "@playwright/test";
import { build, preview } from "vite";

import { project } from "./support.mjs";

const PAGES = ["index.html", "inline.html", "worker.html"];

/** With the element: built by Vite, and as it lies in the package. */
const ELEMENTS = ["playground.html", "bare.html"];

/** What pages of people who take care are served with. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

let folder;
let server;
let browser;

before(async () => {
  folder = await project();
  const { root } = folder;
  const open = join(root, "public");
  await cp(join(root, "node_modules/everynode/dist"), join(open, "everynode"), { recursive: true });
  for (const name of ["ds.yaml", "nodes.yaml"]) await cp(join(root, name), join(open, name));
  const pages = [...PAGES, "playground.html"].map((name) => join(root, name));
  // `rolldownOptions` only names the other pages; everything else is as Vite has it.
  await build({ root, logLevel: "error", build: { rolldownOptions: { input: pages } } });
  server = await preview({ root, logLevel: "error", preview: { port: 0, host: "127.0.0.1", headers: { "Content-Security-Policy": POLICY } } });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
  await folder?.remove();
});

/** Opens a page, and gathers what the browser reports. */
async function opened(page) {
  const tab = await browser.newPage();
  const faults = [];
  tab.on("console", (message) => faults.push(message.text()));
  tab.on("pageerror", (error) => faults.push(error.message));
  await tab.goto(new URL(page, server.resolvedUrls.local[0]).href);
  return { tab, faults };
}

for (const page of PAGES) {
  test(`${page} answers, under a strict policy`, async () => {
    const { tab, faults } = await opened(page);
    const status = tab.getByRole("status").filter({ hasText: /./ });
    assert.equal(await status.textContent(), "eligible: 1");
    assert.deepEqual(faults, []);
    if (page === "worker.html") assert.equal(await tab.title(), "AbortError");
  });
}

for (const page of ELEMENTS) {
  test(`${page} shows the element, under a strict policy`, async () => {
    const { tab, faults } = await opened(page);
    const element = tab.locator("everynode-playground");
    await element.getByText("runs on 1 of 2 nodes").waitFor();
    for (const [view, shows] of [["Taints", "1 taint"], ["Rollout", "At the cursor"], ["Review", "logging/agent"]]) {
      await element.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();
      await element.getByText(shows).first().waitFor();
    }
    assert.deepEqual(faults, []);
  });
}
