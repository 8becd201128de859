/** Keys, the palette, two files side by side, and kubectl's own words. */

import { expect, test, type Page } from "@playwright/test";
import { card, editor, opened, openedWith, verdict } from "./page";

const palette = (page: Page) => page.getByRole("dialog", { name: "Go to a node, rule or view" });

test("the palette goes to a node, a view, a finding and an example with a few letters", async ({ page }) => {
  await opened(page);
  const go = async (text: string) => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette(page).getByRole("combobox")).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await expect(palette(page)).toHaveCount(0);
  };
  await go("arm-1");
  await expect(card(page)).toHaveAccessibleName("Why arm-1");
  await go("seconds-overridden");
  await expect(page.getByRole("article").and(page.locator("[aria-current]"))).toContainText("never acts");
  await go("affinity");
  await expect(page.getByRole("region", { name: "Affinity" })).toBeVisible();
  await go("running.yaml");
  await expect(editor(page)).toHaveAccessibleName("Text of running.yaml");
  await go("one letter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("web/cache-warmer");
});

test("the palette opens from the editor and from its button, and Escape closes it", async ({ page }) => {
  await opened(page);
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(palette(page).getByRole("option", { selected: true })).toContainText("Taints");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Go to a node, rule or view" }).click();
  await page.keyboard.type("no such thing");
  await expect(palette(page)).toContainText("Nothing is called so.");
});

test("digits go from view to view, and a question mark shows the keys", async ({ page }) => {
  await opened(page);
  const current = page.getByRole("navigation", { name: "Views" }).locator("[aria-current=page]");
  for (const [key, view] of [["2", "Taints"], ["5", "Review"], ["6", "What-if"], ["1", "Nodes"]] as const) {
    await page.keyboard.press(key);
    await expect(current).toContainText(view);
  }
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toContainText("fixes for this line");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("e");
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type("2?");
  await expect(editor(page)).toContainText("2?");
  await expect(current).toContainText("Nodes");
});

test("two files stand side by side, and a change is taken over", async ({ page }) => {
  await openedWith(page, { "new.yaml": "a: 1\nb: 2\nc: 3\n", "old.yaml": "a: 1\nb: 20\nc: 3\n" });
  await expect(verdict(page)).toContainText("No DaemonSet");
  await page.getByRole("button", { name: "Compare two files side by side" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await expect(dialog).toContainText("1 difference");
  await dialog.getByRole("button", { name: "Take what is left" }).click();
  await expect(dialog).toContainText("Both are the same.");
  await dialog.getByRole("button", { name: "Write to new.yaml" }).click();
  await expect(editor(page)).toContainText("b: 20");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(editor(page)).not.toContainText("b: 20");
});

test("kubectl's row has its wide form, and the update all that rollout status prints", async ({ page }) => {
  await opened(page);
  const term = page.getByRole("region", { name: "What kubectl prints" });
  await expect(term).not.toContainText("CONTAINERS");
  await term.getByRole("button", { name: "-o wide" }).click();
  await expect(term).toContainText(/CONTAINERS +IMAGES +SELECTOR/);
  await page.keyboard.press("4");
  await page.getByText("All that kubectl rollout status prints").click();
  await expect(page.getByRole("group", { name: "All that kubectl rollout status prints" })).toContainText("successfully rolled out");
});
