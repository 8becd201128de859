/** As many nodes as a cluster may have, and more: still one picture, one table and one search. */

import { expect, test } from "@playwright/test";
import { AGENT, card, openedWith, verdict } from "./page";

const MANY = 65_000;

/** Nodes of three zones; one in a hundred is tainted. */
function nodes(): Buffer {
  const items = Array.from({ length: MANY }, (_, at) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: `worker-${String(at).padStart(5, "0")}`, labels: { "topology.kubernetes.io/zone": "abc"[at % 3] } },
    ...(at % 100 === 7 ? { spec: { taints: [{ key: "maintenance", effect: "NoSchedule" }] } } : {}),
  }));
  return Buffer.from(JSON.stringify({ apiVersion: "v1", kind: "List", items }));
}

test("65,000 nodes are drawn, found, grouped and listed with few elements", async ({ page }) => {
  test.slow();
  await openedWith(page, { "agent.yaml": AGENT });
  await expect(verdict(page)).toContainText("nothing happens");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).click();
  await (await chooser).setFiles([{ name: "nodes.json", mimeType: "application/json", buffer: nodes() }]);
  await expect(verdict(page)).toContainText("runs on 64,350 of 65,000 nodes");
  await expect(verdict(page)).toContainText("650 left out by one taint");
  // How so many fare in an update is worked out for who asks; of the texts before, that without nodes, it says nothing.
  await expect(verdict(page)).not.toContainText("nothing happens");
  await expect(page.getByRole("button", { name: "nodes.json 65,000" })).toBeVisible();
  const elements = () => page.locator("*").count();
  expect(await elements()).toBeLessThan(1500);

  const find = page.getByRole("searchbox");
  await find.fill("worker-64999");
  await expect(page.locator(".grp")).toHaveCount(1);
  await find.fill("topology.kubernetes.io/zone in (b,c)");
  await expect(page.locator(".grp").getByRole("heading")).toHaveText("43,333 nodes");
  await find.fill("");
  await page.getByRole("button", { name: "Zone", exact: true }).click();
  await expect(page.locator(".grp").getByRole("heading")).toHaveText([/a/, /b/, /c/]);
  await page.getByRole("slider").last().press("End");
  await expect(card(page)).toHaveAccessibleName("Why worker-64907");

  await page.getByRole("button", { name: "Table" }).click();
  const table = page.getByRole("grid", { name: "Nodes, one a row" });
  await expect(table).toHaveAttribute("aria-rowcount", String(MANY + 1));
  await table.focus();
  await page.keyboard.press("End");
  await expect(card(page)).toHaveAccessibleName("Why worker-64999");
  await expect(table.getByText("worker-64999")).toBeVisible();
  expect(await elements()).toBeLessThan(1500);
});
