/** Nodes found by label, in a table, and as they would be. */

import { expect, test, type Page } from "@playwright/test";
import { card, editor, opened, openedWith, verdict } from "./page";

const answer = (page: Page) => page.getByRole("region", { name: "Answer" });
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });

async function supposing(page: Page): Promise<void> {
  await opened(page);
  await views(page).getByRole("link", { name: "What-if" }).click();
  await expect(answer(page)).toContainText("Nothing is supposed yet");
}

async function suppose(page: Page, kind: string, nodes: string, value?: string): Promise<void> {
  await page.getByLabel("Change to suppose").selectOption(kind);
  await page.getByLabel(kind === "addNode" ? "like this node" : "nodes, or a selector").fill(nodes);
  if (value !== undefined) await page.getByLabel(/key=value|its name/).fill(value);
  await page.keyboard.press("Enter");
}

test("a taint that is supposed takes nodes away, and undo brings them back", async ({ page }) => {
  await supposing(page);
  await suppose(page, "taint", "worker-a1,worker-a2", "maint=yes:NoExecute");
  const region = page.getByRole("region", { name: "What if" });
  await expect(region).toContainText("8 nodes become 6. 2 nodes lose the Pod.");
  await expect(region.getByRole("row", { name: /^worker-a1, worker-a2/ })).toContainText("maint=yes:NoExecute is not tolerated");
  await expect(region.getByRole("group", { name: "Do it for real" })).toHaveText("kubectl taint nodes worker-a1 worker-a2 maint=yes:NoExecute --overwrite");
  await expect(verdict(page)).toContainText("runs on 8 of 12 nodes");
  await answer(page).getByRole("button", { name: "Undo" }).click();
  await expect(answer(page)).toContainText("Nothing is supposed yet");
});

test("a whole zone is cordoned with two clicks, and nothing happens to daemon Pods", async ({ page }) => {
  await supposing(page);
  await answer(page).getByRole("button", { name: "Cordon zone b" }).click();
  await expect(answer(page)).toContainText("8 nodes, before and after. No node gains the Pod, none loses it.");
  await expect(page.getByRole("group", { name: "Do it for real" })).toContainText("kubectl cordon worker-b1");
});

test("the way out of a taint is tried without a change of the text", async ({ page }) => {
  await supposing(page);
  await answer(page).getByRole("button", { name: "Tolerate the taint whatever its value" }).click();
  await expect(answer(page)).toContainText("8 nodes become 10. 2 nodes gain the Pod.");
  await expect(page.getByRole("group", { name: "Do it for real" })).toHaveText("kubectl apply -f fluent-bit.yaml");
  await expect(editor(page)).toContainText('value: "true"');
});

test("nodes come, go down, and get labels", async ({ page }) => {
  await supposing(page);
  await suppose(page, "addNode", "worker-c1", "worker-c9");
  await expect(answer(page)).toContainText("8 nodes become 9. 1 node gains the Pod.");
  await suppose(page, "label", "kubernetes.io/arch=arm64", "kubernetes.io/arch=amd64");
  await expect(answer(page)).toContainText("8 nodes become 10. 2 nodes gain the Pod.");
  await suppose(page, "down", "cp-1");
  await expect(answer(page)).toContainText("8 nodes become 9. 2 nodes gain the Pod, 1 node loses it.");
  await answer(page).getByRole("button", { name: "Do not suppose: worker-c9 joins, like worker-c1" }).click();
  await expect(answer(page)).toContainText("1 node gains the Pod, 1 node loses it.");
  await suppose(page, "deleteNode", "worker-a1,worker-a2");
  await expect(answer(page)).toContainText("8 nodes become 6. 1 node gains the Pod, 3 nodes lose it.");
  await expect(page.getByRole("region", { name: "What if" }).getByRole("row", { name: /^worker-a1, worker-a2/ })).toContainText("no such node");
  await expect(page.getByRole("group", { name: "Do it for real" })).toContainText("kubectl delete node worker-a1 worker-a2");
  await answer(page).getByRole("button", { name: "Clear" }).click();
  await expect(answer(page)).toContainText("Nothing is supposed yet");
});

test("an edit of the manifest is held against what was held before it", async ({ page }) => {
  await supposing(page);
  await answer(page).getByRole("button", { name: "Hold this as" }).click();
  await page.locator(".cm-line", { hasText: 'value: "true"' }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText('value: "present"');
  await expect(answer(page)).toContainText("8 nodes become 10. 2 nodes gain the Pod.");
  await expect(page.getByRole("group", { name: "Do it for real" })).toHaveText("kubectl apply -f fluent-bit.yaml");
  await answer(page).getByRole("button", { name: "Let it go" }).click();
  await expect(answer(page)).toContainText("Nothing is supposed yet");
});

test("nodes are found by a label selector", async ({ page }) => {
  await opened(page);
  const search = page.getByRole("searchbox", { name: "Find a node by name or label selector" });
  const tiles = page.locator(".tile");
  for (const [selector, nodes] of [
    ["topology.kubernetes.io/zone=b", 4],
    ["topology.kubernetes.io/zone in (b,c),kubernetes.io/arch!=arm64", 6],
    ["worker-a", 3],
  ] as const) {
    await search.fill(selector);
    await expect(tiles).toHaveCount(nodes);
  }
  await search.fill("pool=(");
  await expect(answer(page)).toContainText("No label selector.");
});

test("nodes are grouped by any label", async ({ page }) => {
  await openedWith(page, {
    "agent.yaml":
      "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: c, image: i}]\n",
    "nodes.yaml": ["x", "y", ""]
      .map((team, at) => `apiVersion: v1\nkind: Node\nmetadata:\n  name: n-${at}\n  labels: {${team === "" ? "" : `example.com/team: ${team}`}}\n`)
      .join("---\n"),
  });
  await page.getByLabel("Group by a label").selectOption("example.com/team");
  await expect(page.locator(".grp").getByRole("heading")).toHaveText(["x", "y", "Without a label for example.com/team"]);
});

test("nodes stand in a table that the keyboard walks", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: "Table" }).click();
  const table = page.getByRole("grid", { name: "Nodes, one a row" });
  await expect(table.getByRole("row")).toHaveCount(13);
  await table.focus();
  await page.keyboard.press("Home");
  await expect(card(page)).toHaveAccessibleName("Why arm-1");
  await page.keyboard.press("ArrowDown");
  await expect(card(page)).toHaveAccessibleName("Why cp-1");
  await page.getByRole("searchbox").fill("gpu");
  await expect(table.getByRole("row")).toHaveCount(3);
});
