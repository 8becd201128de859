/**
 * Makes the pictures of a terminal in docs/screenshots again, from a transcript of tests/cli: `node tests/browser/terminal.mjs`.
 *
 * The colours are the eight of the terminal; which ones it shows for them is the terminal's matter. Those here are common ones.
 */

import { chromium } from "@playwright/test";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { small } from "./small-png.mjs";

const docs = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const transcript = readFileSync(new URL("../cli/review/colour.console", import.meta.url), "utf8");

const SCHEMES = {
  light: { ground: "#ffffff", text: "#1f2328", 31: "#b3261e", 33: "#8a5a00", 34: "#0b57d0", 36: "#00676f" },
  dark: { ground: "#16181d", text: "#d7dae0", 31: "#ff7b72", 33: "#e3b341", 34: "#79b8ff", 36: "#56d4dd" },
};

/** The command as somebody types it, and what it prints. */
function session() {
  const command = /^\$ (.*)$/m.exec(transcript)[1].replace(" --color=always", "");
  const printed = transcript.slice(transcript.indexOf("--- stdout\n") + "--- stdout\n".length);
  return `\u241b[1m$ ${command}\u241b[0m\n${printed.trimEnd()}\n`;
}

/** Text with escape sequences as HTML. */
function html(text, colours) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return escaped.replace(/\u241b\[(\d+)m(.*?)\u241b\[0m/gs, (_, code, inside) => {
    const style = { 1: "font-weight: 700", 2: "opacity: 0.65" }[code] ?? `color: ${colours[code]}`;
    return `<span style="${style}">${inside}</span>`;
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
for (const [name, colours] of Object.entries(SCHEMES)) {
  const page = await browser.newPage({ viewport: { width: 980, height: 200 } });
  const style = `margin: 0; padding: 20px 24px; width: 110ch; box-sizing: content-box; white-space: pre-wrap; overflow-wrap: anywhere;
    font: 14px/1.45 "DejaVu Sans Mono", monospace; background: ${colours.ground}; color: ${colours.text}`;
  await page.setContent(`<body style="margin: 0"><pre style='${style}'>${html(session(), colours)}</pre></body>`);
  writeFileSync(`${docs}lint-terminal-${name}.png`, small(await page.locator("pre").screenshot()));
  await page.close();
}
await browser.close();
