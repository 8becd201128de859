/** Parts of the page, and ways to open it. */

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";

/** A DaemonSet of one container, without a rule about nodes. */
export const AGENT = readFileSync(new URL("./agent.yaml", import.meta.url), "utf8");

export const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });
export const editor = (page: Page) => page.getByRole("textbox", { name: /^Text of / });
export const card = (page: Page) => page.getByRole("complementary");

/** The first example, answered. */
export async function opened(page: Page): Promise<void> {
  await page.goto("./");
  await expect(verdict(page)).toContainText(/runs on \d+ of 12 nodes/);
}

/** The page with these files, as if they had been left there at the last visit. */
export async function openedWith(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const stored = {
    files: Object.entries(files).map(([name, text]) => ({ name, text })),
    withheld: [],
    file: Object.keys(files)[0] ?? "",
    daemonSet: null,
    node: null,
    view: "nodes",
    groupBy: "reason",
    example: null,
    untouched: false,
    now: null,
  };
  await page.addInitScript((state) => localStorage.setItem("everynode.state.v1", state), JSON.stringify(stored));
  await page.goto("./");
}

/** What axe calls serious or critical in a part of the page, or in all of it. */
export async function grave(page: Page, part = "html"): Promise<string[]> {
  // The page has no frames: no second page is needed to gather what they say.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
