/**
 * Makes docs/screenshots again: `cargo xtask screenshots`. With a folder, all pictures of all scenes go there instead, for looking at:
 * `cargo xtask screenshots FOLDER [SCENE, or KIND such as wide-light …]`.
 *
 * Arguments: the page's address, the browser, and those of the command. EVERYNODE_SIGHT=deuteranopia (or protanopia, tritanopia,
 * achromatopsia) shows what people with such eyes see.
 */

import { chromium } from "@playwright/test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { SCENES, enact } from "./scenes.mjs";
import { small } from "./small-png.mjs";

const [baseURL, executablePath, folder, ...wanted] = process.argv.slice(2);
const docs = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const sight = process.env.EVERYNODE_SIGHT;

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const THEMES = ["light", "dark"];

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
if (folder !== undefined) mkdirSync(folder, { recursive: true });
for (const size of Object.keys(SIZES)) await Promise.all(THEMES.map((theme) => series(size, theme)));
await browser.close();
if (folder === undefined) {
  process.env.CHROMIUM = executablePath;
  await import("./terminal.mjs");
}

/** Whether a picture is to be made: those of the documentation, or those that are named. */
function isWanted({ name, kept, sizes }, size, kind) {
  if (folder === undefined) return kept.includes(kind);
  const kinds = wanted.filter((each) => /^(wide|narrow)-/.test(each));
  const names = wanted.filter((each) => !kinds.includes(each));
  return sizes.includes(size) && (kinds.length === 0 || kinds.includes(kind)) && (names.length === 0 || names.includes(name));
}

async function series(size, theme) {
  const kind = `${size}-${theme}`;
  for (const scene of SCENES.filter((each) => isWanted(each, size, kind))) {
    const context = await browser.newContext({ baseURL, viewport: SIZES[size], colorScheme: theme, locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce", serviceWorkers: "block" });
    const page = await context.newPage();
    if (sight !== undefined) await (await context.newCDPSession(page)).send("Emulation.setEmulatedVisionDeficiency", { type: sight });
    try {
      await enact(page, scene);
      writeFileSync(join(folder ?? docs, `${scene.name}-${kind}.png`), small(await picture(page)));
    } catch (error) {
      throw new Error(`${scene.name}, ${kind}`, { cause: error });
    } finally {
      await context.close();
    }
  }
}

async function picture(page) {
  // How long the answer took is another figure each time.
  await page.getByText(/^answered in/).evaluateAll((spans) => spans.forEach((span) => (span.style.display = "none")));
  await page.mouse.move(0, 0);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.screenshot();
}
