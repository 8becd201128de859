/** Parts of the page, and ways to open it. */

import { expect, type Page } from "@playwright/test";

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
