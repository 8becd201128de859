/** What axe finds in each view and each dialog: nothing serious, in either theme. */

import { expect, test, type Page } from "@playwright/test";
import { editor, grave, opened } from "./page";

const answer = (page: Page) => page.getByRole("region", { name: "Answer" });
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });
const show = (page: Page, view: string) => views(page).getByRole("link", { name: view }).click();

/** The views, and what brings out all that each can show. */
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  taints: async (page) => {
    await show(page, "Taints");
    await expect(answer(page)).toContainText("Comes close");
  },
  affinity: async (page) => {
    await show(page, "Affinity");
    await expect(page.getByRole("region", { name: "Affinity" })).toBeVisible();
  },
  rollout: async (page) => {
    await show(page, "Rollout");
    await expect(page.getByRole("region", { name: "Rollout" }).getByRole("img")).toBeVisible();
    await page.getByText("All that kubectl rollout status prints").click();
  },
  review: async (page) => {
    await show(page, "Review");
    const findings = answer(page).getByRole("article");
    await findings.getByRole("button", { name: "Remove tolerationSeconds" }).click();
    await findings.getByRole("button", { name: "priority-class-missing" }).click();
    await expect(page.getByRole("region", { name: "About this rule" }).getByRole("heading").first()).toBeVisible();
    await findings.last().getByRole("button", { name: "Ignore" }).click();
  },
  "what-if, of nothing": async (page) => {
    await show(page, "What-if");
    await expect(answer(page)).toContainText("Nothing is supposed yet");
  },
  "what-if": async (page) => {
    await answer(page).getByRole("button", { name: "Tolerate the taint whatever its value" }).click();
    await expect(answer(page)).toContainText("8 nodes become 10");
  },
  table: async (page) => {
    await show(page, "Nodes");
    await page.getByRole("button", { name: "Table" }).click();
    await expect(page.getByRole("grid")).toBeVisible();
  },
};

const DIALOGS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  palette: (page) => page.keyboard.press("ControlOrMeta+k"),
  keys: (page) => page.keyboard.press("?"),
  compare: (page) => page.getByRole("button", { name: "Compare two files side by side" }).click(),
  share: (page) => page.getByRole("button", { name: "Share", exact: true }).click(),
};

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious in any view, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await opened(page);
    await expect(editor(page)).toBeVisible();
    expect(await grave(page), "the page").toEqual([]);
    for (const [view, open] of Object.entries(VIEWS)) {
      await open(page);
      // What stands around the view stays as it was.
      expect(await grave(page, ".right"), view).toEqual([]);
    }
  });

  test(`axe finds nothing serious in any dialog, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await opened(page);
    await expect(editor(page)).toBeVisible();
    for (const [dialog, open] of Object.entries(DIALOGS)) {
      await open(page);
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await grave(page, "dialog"), dialog).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
  });
}
