/** The update over time, in a real browser. */

import { expect, test, type Page } from "@playwright/test";
import { card, opened, openedWith } from "./page";

const rollout = (page: Page) => page.getByRole("region", { name: "Rollout" });
const time = (page: Page) => page.getByRole("slider", { name: "Time in the update" });

async function openedRollout(page: Page): Promise<void> {
  await opened(page);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Rollout" }).click();
  await expect(rollout(page).getByRole("img")).toBeVisible();
}

test("the update is drawn node by node, with what kubectl says at the cursor", async ({ page }) => {
  await openedRollout(page);
  await expect(rollout(page)).toContainText(/[Tt]he update/);
  await expect(rollout(page).getByRole("img").getByText("worker-a1")).toBeVisible();
  await expect(page.getByLabel("What kubectl prints")).toContainText("kubectl rollout status daemonset -n logging fluent-bit");
  await time(page).fill("0");
  await expect(rollout(page)).toContainText(/step 1 of \d+/);
});

test("steps are walked with the keys and the buttons, and the texts follow", async ({ page }) => {
  await openedRollout(page);
  await time(page).fill("0");
  const before = await page.getByLabel("What kubectl prints").innerText();
  await rollout(page).getByRole("button", { name: "On one step" }).click();
  await expect(rollout(page)).toContainText(/step 2 of \d+/);
  await rollout(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(rollout(page)).toContainText(/step 3 of \d+/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(rollout(page)).toContainText(/step 1 of \d+/);
  expect(await page.getByLabel("What kubectl prints").innerText()).toBe(before);
});

test("a node that is supposed to get no ready Pod holds the budget for good", async ({ page }) => {
  await openedRollout(page);
  await page.getByLabel("Suppose that a node never gets ready").selectOption("worker-a1");
  await expect(rollout(page)).toContainText("Its new Pod never becomes Ready");
  await rollout(page).getByRole("link", { name: "worker-a1" }).click();
  await expect(card(page)).toHaveAccessibleName("Why worker-a1");
});

/** An example that opens at its update. */
async function example(page: Page, title: RegExp): Promise<void> {
  await opened(page);
  await page.getByRole("button", { name: /^Example/ }).click();
  await page.getByRole("menuitemradio", { name: title }).click();
  await expect(rollout(page).getByRole("img")).toBeVisible();
}

test("an update that stands still names the node that holds its only place", async ({ page }) => {
  await example(page, /^The update stands still/);
  await expect(rollout(page)).toContainText("0 of 5 nodes have the new Pod");
  await expect(rollout(page).getByRole("link", { name: "worker-b2" })).toBeVisible();
  await expect(page.getByLabel("What kubectl prints")).toContainText(/net-probe +5 +5 +5 +0 +5 /);
});

test("a node that an update drops has no Pod at the end, and kubectl calls it a success", async ({ page }) => {
  await example(page, /^The update drops a node/);
  await time(page).press("End");
  await expect(page.getByLabel("What kubectl prints")).toContainText("successfully rolled out");
  await expect(page.getByLabel("What kubectl prints")).toContainText(/audit-tail +5 +5 +5 +5 +5 /);
  await expect(rollout(page)).toContainText("Afterwards worker-c1 has no Pod.");
});

test("thousands of nodes are counted by zone", async ({ page }) => {
  const items = Array.from({ length: 2000 }, (_, at) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: `n-${at}`, labels: { "topology.kubernetes.io/zone": `eu-west-1${"abc"[at % 3] ?? ""}` } },
  }));
  await openedWith(page, {
    "agent.yaml":
      "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec:\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}}\n    spec: {containers: [{name: a, image: a}]}\n",
    "nodes.json": JSON.stringify({ apiVersion: "v1", kind: "List", items }),
  });
  await page.goto("./#rollout");
  await page.getByRole("button", { name: "Restart" }).click();
  const picture = rollout(page).getByRole("img");
  await expect(picture).toHaveAccessibleName("The update of 2,000 nodes over time");
  await expect(picture.getByText(/^zone eu-west-1[abc]$/)).toHaveCount(3);
  expect(await picture.locator("*").count()).toBeLessThan(200);
});
