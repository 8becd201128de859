/**
 * Makes docs/screenshots again, and with `--all FOLDER` a picture of every view and every rollout example besides.
 *
 * Leave `cargo xtask play --no-open` running, then `node tests/browser/screenshots.mjs`.
 */

import { chromium } from "@playwright/test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { small } from "./small-png.mjs";

const address = process.env.EVERYNODE_PAGE ?? "http://127.0.0.1:4136/";
const docs = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const index = JSON.parse(readFileSync(new URL("../../www/examples/index.json", import.meta.url), "utf8"));
const at = process.argv.indexOf("--all");
const all = at < 0 ? null : process.argv[at + 1];

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
const VIEWS = ["nodes", "taints", "affinity", "rollout", "review", "whatif"];

/** The example that shows what a rollout is, and the second of it. */
const PLAYED = { example: index.examples.find(({ id }) => id === "gpu-nodes-left-out"), view: "rollout", seconds: 172 };

/** What a reviewer says of the first example, with a fix about to be made. */
const REVIEWED = { example: index.examples[0], view: "review", fix: "Remove tolerationSeconds" };

/** A taint on three nodes of the first example, before and after. */
const SUPPOSED = { example: index.examples[0], view: "whatif", suppose: { kind: "taint", nodes: "worker-a1, worker-a2", value: "maint=yes:NoExecute" } };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});

/** One view of one example, as a picture. */
async function picture(path, { example, view, seconds, fix, fixMenu, suppose }, viewport, colorScheme) {
  const page = await browser.newPage({ viewport, colorScheme, locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" });
  await page.goto(`${address}#${view}`);
  await page.locator(".btn.ex").click();
  await page.getByRole("menuitemradio").filter({ has: page.getByText(example.title, { exact: true }) }).click();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: new RegExp(`^${view === "whatif" ? "What-if" : view}`, "i") }).click();
  await page.getByText(/^Rules of/).waitFor();
  if (view === "rollout") await page.locator(".gantt").waitFor();
  if (view === "review") await page.locator(".prob").first().waitFor();
  if (fixMenu !== undefined) {
    await page.locator(".cm-line", { hasText: fixMenu }).click();
    await page.keyboard.press("ControlOrMeta+.");
  } else if (fix !== undefined) {
    await page.getByRole("button", { name: fix }).click();
  }
  if (suppose !== undefined) {
    await page.getByLabel("Change to suppose").selectOption(suppose.kind);
    await page.getByLabel("nodes, or a selector").fill(suppose.nodes);
    await page.getByLabel(/^key=value/).fill(suppose.value);
    await page.keyboard.press("Enter");
    await page.locator(".sides").waitFor();
  }
  if (seconds !== undefined) await page.getByRole("slider", { name: "Time in the update" }).fill(`${seconds}`);
  await page.locator(".foot .busy").waitFor({ state: "detached" });
  // How long the answer took is another figure each time.
  await page.getByText(/^answered in/).evaluateAll((spans) => spans.forEach((span) => (span.style.display = "none")));
  await page.mouse.move(0, 0);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  writeFileSync(path, small(await page.screenshot()));
  await page.close();
}

const first = { example: index.examples[0], view: "nodes" };
await picture(`${docs}wide-light.png`, first, WIDE, "light");
await picture(`${docs}wide-dark.png`, first, WIDE, "dark");
await picture(`${docs}narrow.png`, first, NARROW, "light");
for (const colorScheme of ["light", "dark"]) {
  await picture(`${docs}rollout-wide-${colorScheme}.png`, PLAYED, WIDE, colorScheme);
  await picture(`${docs}rollout-narrow-${colorScheme}.png`, PLAYED, NARROW, colorScheme);
}

for (const colorScheme of ["light", "dark"]) {
  await picture(`${docs}review-wide-${colorScheme}.png`, REVIEWED, WIDE, colorScheme);
  await picture(`${docs}review-narrow-${colorScheme}.png`, REVIEWED, NARROW, colorScheme);
}
for (const colorScheme of ["light", "dark"]) {
  await picture(`${docs}whatif-wide-${colorScheme}.png`, SUPPOSED, WIDE, colorScheme);
  await picture(`${docs}whatif-narrow-${colorScheme}.png`, SUPPOSED, NARROW, colorScheme);
}
await picture(`${docs}squiggles.png`, { ...REVIEWED, fixMenu: "tolerationSeconds" }, WIDE, "light");

if (all !== null) {
  mkdirSync(all, { recursive: true });
  const told = [
    ...VIEWS.map((view) => ({ example: index.examples[0], view })),
    ...index.examples.filter(({ view }) => view === "rollout").map((example) => ({ example, view: "rollout" })),
  ];
  for (const one of told) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [size, viewport] of [["wide", WIDE], ["narrow", NARROW]]) {
        await picture(`${all}/${one.example.id}-${one.view}-${size}-${colorScheme}.png`, one, viewport, colorScheme);
      }
    }
  }
}
await browser.close();
