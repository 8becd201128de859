/** The page as plain files under any path, and without a network. */

import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { editor, verdict } from "./page";
import { served, type Folder } from "./folder";

test.use({ serviceWorkers: "allow" });

let folder: Folder;

test.beforeEach(async () => {
  folder = await served("/docs/some where/everynode/".replace(" ", "%20"));
});
test.afterEach(async ({ context }) => {
  await context.setOffline(false);
  await folder.close();
});

async function kept(page: Page): Promise<void> {
  await page.goto(folder.address);
  await expect(verdict(page)).toContainText("runs on 8 of 12 nodes");
  await expect(page.getByRole("contentinfo")).toContainText("Works offline");
}

async function cut(context: BrowserContext): Promise<void> {
  await folder.close();
  await context.setOffline(true);
}

test("under a path of its own, everything comes from below it, no policy is broken, and what else lies there stays what it is", async ({ page, context }) => {
  const left: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(folder.address)) left.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy/.test(message.text())) left.push(message.text());
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await kept(page);
  const views = page.getByRole("navigation", { name: "Views" });
  for (const view of ["Taints", "Affinity", "Rollout", "Review", "Nodes"]) {
    await views.getByRole("link", { name: view }).click();
    await expect(views.getByRole("link", { name: view })).toHaveAttribute("aria-current", "page");
  }
  await expect(editor(page)).toBeVisible();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog").getByLabel("Link", { exact: true })).toHaveValue(new RegExp(`^${folder.address}#v1=`));
  expect(left).toEqual([]);
  // What else lies there is not the page's: it answers, or not, as it ever did.
  expect(await page.evaluate(async () => (await fetch("./other/page.html")).status)).toBe(404);
});

test("after the first load the page needs no network", async ({ page, context }) => {
  await kept(page);
  await cut(context);
  await page.reload();
  await expect(verdict(page)).toContainText("runs on 8 of 12 nodes");
  await expect(editor(page)).toBeVisible();
  const views = page.getByRole("navigation", { name: "Views" });
  for (const [view, shows] of [
    ["Rollout", "Budget"],
    ["Review", "warning"],
  ] as const) {
    await views.getByRole("link", { name: view }).click();
    await expect(page.getByRole("region", { name: "Answer" })).toContainText(shows);
  }
  await page.getByRole("button", { name: /^Example/ }).click();
  await page.getByRole("menuitemradio", { name: /^One taint keeps/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("storage/csi-local");
});

test("a newer version waits until it is wanted", async ({ page }) => {
  await kept(page);
  folder.release("two");
  await page.reload();
  const newer = page.getByRole("contentinfo").getByRole("button", { name: "Load it" });
  await expect(newer).toBeVisible();
  expect(await page.content()).not.toContain("two</noscript>");
  await newer.click();
  await expect(newer).toBeHidden();
  await expect.poll(async () => (await page.content()).includes("two</noscript>")).toBe(true);
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches).toHaveLength(1);
});

test("a reset leaves nothing of what was kept", async ({ page }) => {
  await kept(page);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await page.waitForFunction(() => localStorage.getItem("everynode.theme") === "dark");
  await page.getByRole("button", { name: "Reset" }).click();
  await page.waitForFunction(() => localStorage.getItem("everynode.theme") === "system");
  await page.getByRole("button", { name: "System theme" }).and(page.locator("[aria-pressed=true]")).waitFor();
});
