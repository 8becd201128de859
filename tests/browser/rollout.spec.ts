/** The update over time, in a real browser. */

import { expect, test, type Page } from "@playwright/test";
import { card, editor, opened, openedWith } from "./page";

const rollout = (page: Page) => page.getByRole("region", { name: "Rollout" });
const time = (page: Page) => page.getByRole("slider", { name: "Time in the update" });
const printed = (page: Page) => page.getByLabel("What kubectl prints");
const atCursor = (page: Page) => page.getByRole("region", { name: "Nodes at the cursor" });
const ways = (page: Page) => rollout(page).locator(".ways");

async function openedRollout(page: Page): Promise<void> {
  await opened(page);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Rollout" }).click();
  await expect(rollout(page).getByRole("img")).toBeVisible();
}

/** An example that opens at its update. */
async function example(page: Page, title: RegExp): Promise<void> {
  await opened(page);
  await page.getByRole("button", { name: /^Example/ }).click();
  await page.getByRole("menuitemradio", { name: title }).click();
  await expect(rollout(page).getByRole("img")).toBeVisible();
}

/** Supposes something, by what the fields are called. */
async function suppose(page: Page, kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByLabel("Suppose something").selectOption(kind);
  for (const [name, value] of Object.entries(fields)) await rollout(page).getByLabel(name, { exact: true }).fill(value);
  await rollout(page).getByRole("button", { name: "Add", exact: true }).click();
}

/** `count` Nodes in three zones, and a DaemonSet that runs on all of them. */
function fleet(count: number, more = ""): Readonly<Record<string, string>> {
  const items = Array.from({ length: count }, (_, at) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: `n-${at}`, labels: { "topology.kubernetes.io/zone": `eu-west-1${"abc"[at % 3] ?? ""}` } },
  }));
  return {
    "agent.yaml": `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec:\n  selector: {matchLabels: {app: a}}\n${more}  template:\n    metadata: {labels: {app: a}}\n    spec: {containers: [{name: a, image: a}]}\n`,
    "nodes.json": JSON.stringify({ apiVersion: "v1", kind: "List", items }),
  };
}

test("the update is drawn node by node, with what kubectl says at the cursor", async ({ page }) => {
  await openedRollout(page);
  await expect(rollout(page)).toContainText(/[Tt]he update/);
  await expect(rollout(page).getByRole("img").getByText("worker-a1")).toBeVisible();
  await expect(printed(page)).toContainText("kubectl rollout status daemonset -n logging fluent-bit");
  await time(page).fill("0");
  await expect(rollout(page)).toContainText(/step 1 of \d+/);
});

test("states are the answer's own: a Pod that was new before is new from the beginning", async ({ page }) => {
  await openedRollout(page);
  await time(page).fill("172");
  const legend = rollout(page).getByRole("list", { name: /^What bars and tiles mean/ });
  await expect(legend.getByRole("listitem").filter({ hasText: "Terminating for ever" })).toContainText("1");
  await expect(legend.getByRole("listitem").filter({ hasText: "new, available" })).toContainText("4");
  await time(page).press("Home");
  await expect(legend.getByRole("listitem").filter({ hasText: "new, available" })).toContainText("0");
});

test("tiles, counts, budget and texts follow the cursor", async ({ page }) => {
  await openedRollout(page);
  await time(page).fill("172");
  await expect(atCursor(page).getByRole("button", { name: /^worker-a3/ })).toContainText("terminating");
  await expect(rollout(page).locator(".slot").filter({ hasText: "worker-a3" })).toContainText("terminating");
  await time(page).press("End");
  await expect(atCursor(page).getByRole("button", { name: /^worker-a3/ })).toContainText("new, available");
  await expect(rollout(page).locator(".slot.free")).toHaveCount(1);
  await atCursor(page).getByRole("button", { name: /^worker-b3/ }).click();
  await expect(card(page)).toHaveAccessibleName("Why worker-b3");
});

test("keys and buttons walk the steps, ten with shift, and go to the edges", async ({ page }) => {
  await openedRollout(page);
  await time(page).fill("0");
  const before = await printed(page).innerText();
  await rollout(page).getByRole("button", { name: "On one step" }).click();
  await expect(rollout(page)).toContainText(/step 2 of \d+/);
  await rollout(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(rollout(page)).toContainText(/step 3 of \d+/);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(rollout(page)).toContainText(/step 13 of \d+/);
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(rollout(page)).toContainText(/step 1 of \d+/);
  expect(await printed(page).innerText()).toBe(before);
  await page.keyboard.press("End");
  await expect(rollout(page)).toContainText(/step (\d+) of \1/);
  await page.keyboard.press("Home");
  await expect(rollout(page)).toContainText(/step 1 of \d+/);
});

test("space plays and pauses, faster where that is asked for", async ({ page }) => {
  await openedRollout(page);
  await time(page).fill("0");
  await page.getByLabel("Speed").selectOption("4");
  await rollout(page).focus();
  await page.keyboard.press("Space");
  await expect(rollout(page).getByRole("button", { name: "Pause" })).toBeVisible();
  await expect.poll(async () => Number(await time(page).inputValue())).toBeGreaterThan(100);
  await page.keyboard.press("Space");
  await expect(rollout(page).getByRole("button", { name: "Play" })).toBeVisible();
  await expect(printed(page)).not.toContainText("0 out of 8");
});

test("for people who ask for less motion it plays from step to step", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openedRollout(page);
  await time(page).fill("0");
  const seen = new Set<string>();
  await page.getByLabel("Speed").selectOption("4");
  await rollout(page).getByRole("button", { name: "Play" }).click();
  await expect
    .poll(async () => {
      seen.add(await time(page).inputValue());
      return seen.size;
    })
    .toBeGreaterThan(2);
  await rollout(page).getByRole("button", { name: "Pause" }).click();
  const steps = await time(page).getAttribute("aria-valuetext");
  expect(steps).toMatch(/step \d+ of \d+/);
});

test("the picture is scrubbed with the mouse, and a name leads to its card", async ({ page }) => {
  await openedRollout(page);
  const box = await rollout(page).locator(".gantt").boundingBox();
  if (box === null) throw new Error("no picture");
  await page.mouse.move(box.x + box.width * 0.4, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 90, { steps: 4 });
  await page.mouse.up();
  const at = Number(await time(page).inputValue());
  expect(at).toBeGreaterThan(190);
  expect(at).toBeLessThan(290);
  await rollout(page).getByRole("img").getByText("worker-a2").click({ force: true });
  await expect(card(page)).toHaveAccessibleName("Why worker-a2");
});

test("a node that is supposed to get no ready Pod holds the update up, and is named", async ({ page }) => {
  await openedRollout(page);
  await suppose(page, "neverReady", { "node or selector": "worker-a1" });
  await expect(ways(page)).toContainText("the new Pod does not become Ready");
  await expect(page.getByRole("region", { name: "The same on the command line" })).toContainText("--never-ready worker-a1");
  await ways(page).getByRole("link", { name: "worker-a1" }).first().click();
  await expect(card(page)).toHaveAccessibleName("Why worker-a1");
  await page.goBack();
  await rollout(page).getByRole("button", { name: /^Do not suppose that/ }).click();
  await expect(ways(page)).not.toContainText("the new Pod does not become Ready");
});

test("an update that stands still names the node that holds its only place", async ({ page }) => {
  await example(page, /^The update stands still/);
  await expect(rollout(page)).toContainText("0 of 5 nodes have the new Pod");
  await expect(ways(page).getByRole("link", { name: "worker-b2" })).toBeVisible();
  await expect(printed(page)).toContainText(/net-probe +5 +5 +5 +0 +5 /);
});

test("what frees the update is applied to the manifest in one step that can be undone", async ({ page }) => {
  await example(page, /^The update stands still/);
  const way = ways(page).getByRole("listitem").filter({ hasText: "Raise maxUnavailable to 2" });
  await expect(way).toContainText(/completes \d+ min \d+ s later/);
  await way.getByRole("button", { name: "Apply" }).click();
  await expect(editor(page)).toContainText("maxUnavailable: 2");
  await expect(rollout(page)).toContainText("The update ends after");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(editor(page)).toContainText("maxUnavailable: 1");
  await expect(rollout(page)).toContainText("The update does not move");
});

for (const [style, strategy, wanted] of [
  ["that says nothing of it", "", /updateStrategy:\s*rollingUpdate:\s*maxUnavailable: 2\s*template:/],
  ["in flow style", "  updateStrategy: {rollingUpdate: {maxUnavailable: 1}, type: RollingUpdate}\n", /\{rollingUpdate: \{maxUnavailable: 2\}, type: RollingUpdate\}/],
  ["with a percentage", "  updateStrategy:\n    rollingUpdate:\n      maxUnavailable: 10% # few\n", /maxUnavailable: 2 # few/],
  ["with an empty one", "  updateStrategy:\n", /updateStrategy: \{rollingUpdate: \{maxUnavailable: 2\}\}/],
] as const) {
  test(`a limit is set in a manifest ${style}`, async ({ page }) => {
    await openedWith(page, fleet(4, strategy));
    await page.goto("./#rollout");
    await page.getByRole("button", { name: "Restart" }).click();
    await suppose(page, "neverReady", { "node or selector": "n-0" });
    await ways(page).getByRole("listitem").filter({ hasText: "Raise maxUnavailable to 2" }).getByRole("button", { name: "Apply" }).click();
    await expect.poll(async () => (await editor(page).innerText()).replaceAll("\u00a0", " ")).toMatch(wanted);
  });
}

test("what happens says why, and Pods bear the tags of their images", async ({ page }) => {
  await example(page, /^The update drops a node/);
  await time(page).press("Home");
  await expect(rollout(page).getByRole("list").filter({ hasText: "the Pods are deleted" })).toContainText("within maxUnavailable 3");
  await expect(rollout(page).getByRole("img").getByText("4.1.0").first()).toBeVisible();
});

test("Pods that an older update left behind are old, and no tag is put on them", async ({ page }) => {
  await example(page, /^A limit of 1/);
  await expect(rollout(page).getByRole("img").getByText("old", { exact: true }).first()).toBeVisible();
  await expect(rollout(page).getByRole("img").getByText("2.4.0")).toHaveCount(0);
  await expect(rollout(page)).toContainText("2 nodes beyond the limit");
});

test("an example says what to try, until something is changed", async ({ page }) => {
  await example(page, /^The new Pod waits for/);
  const trying = page.getByText(/^Try this:/);
  await expect(trying).toBeVisible();
  await ways(page).getByRole("button", { name: "Apply" }).click();
  await expect(editor(page)).toContainText("maxSurge: 0");
  await expect(editor(page)).toContainText("maxUnavailable: 1");
  await expect(rollout(page)).toContainText("The update ends after");
  await expect(trying).toBeHidden();
});

test("a node that an update drops has no Pod at the end, and kubectl calls it a success", async ({ page }) => {
  await example(page, /^The update drops a node/);
  await time(page).press("End");
  await expect(printed(page)).toContainText("successfully rolled out");
  await expect(printed(page)).toContainText(/audit-tail +5 +5 +5 +5 +5 /);
  await expect(rollout(page)).toContainText("worker-c1 loses its Pod for good");
  await expect(atCursor(page).getByRole("button", { name: /^worker-c1/ })).toContainText("no Pod wanted");
});

test("what is supposed is a scenario of the command line, quoted for a shell", async ({ page }) => {
  await openedRollout(page);
  await suppose(page, "taint", { "node or selector": "worker-a1", "key=value:Effect": "it's=x:NoExecute", at: "1:30" });
  await suppose(page, "slow", { "node or selector": "pool=gpu", seconds: "40" });
  const line = page.getByRole("region", { name: "The same on the command line" });
  await expect(line).toContainText(`"taints": "it's=x:NoExecute"`);
  await expect(line).toContainText('"time": 90');
  await expect(line).toContainText("everynode rollout fluent-bit.yaml nodes.yaml running.yaml -d logging/fluent-bit --scenario scenario.json");
  await expect(rollout(page).locator(".chip")).toHaveCount(2);
});

test("what the update is stands field by field, and other ways to make one are tried", async ({ page }) => {
  await example(page, /^A limit of 1/);
  const what = rollout(page).locator(".what");
  await what.locator("summary").click();
  const field = what.getByRole("row").filter({ hasText: "spec.template.spec.containers[name=cni-meter].image" });
  await expect(field).toContainText("cni-meter:2.4.0");
  await expect(field).toContainText("cni-meter:2.4.1");
  await expect(field).toContainText("makes new Pods");
  await rollout(page).getByRole("button", { name: "Undo", exact: true }).click();
  await expect(rollout(page).getByRole("img").getByText("2.3.1").first()).toBeVisible();
  const line = page.getByRole("region", { name: "The same on the command line" });
  await expect(line).toContainText("--undo");
  await rollout(page).getByRole("button", { name: "Image", exact: true }).click();
  await rollout(page).getByLabel("container=image").fill("cni-meter=registry.example.com/net/cni-meter:9.9.9");
  await page.keyboard.press("Enter");
  await expect(rollout(page).getByRole("img").getByText("9.9.9").first()).toBeVisible();
  await expect(line).toContainText("--set cni-meter=registry.example.com/net/cni-meter:9.9.9");
  await rollout(page).getByRole("button", { name: "Delete", exact: true }).click();
  await expect(line).toContainText("--delete");
});

test("why an update is refused stands in the API server's own words", async ({ page }) => {
  await example(page, /^The update drops a node/);
  await page.locator(".cm-line", { hasText: "app: audit-tail" }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.insertText("-x");
  await expect(rollout(page)).toContainText("Why it is refused");
  await expect(rollout(page)).toContainText(/field is immutable|`selector` does not match template `labels`/);
  await expect(rollout(page)).toContainText("Nothing is stored, and nothing changes");
  await expect(rollout(page)).not.toContainText(/available|rolled out/);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(rollout(page).getByRole("img")).toBeVisible();
});

test("what frees the update by a deed is played as an event", async ({ page }) => {
  await example(page, /^The update stands still/);
  await ways(page).getByRole("listitem").filter({ hasText: "Remove worker-b2" }).getByRole("button", { name: "Play it" }).click();
  await expect(rollout(page).locator(".chip")).toContainText("worker-b2 leaves");
  await expect(rollout(page)).toContainText("The update ends after");
  await expect(page.getByRole("region", { name: "The same on the command line" })).toContainText('"deleteNode": "worker-b2"');
});

test("what happens in the middle is seen at its time, with its cause", async ({ page }) => {
  await openedRollout(page);
  await suppose(page, "taint", { "node or selector": "worker-c2", "key=value:Effect": "maintenance=yes:NoExecute", at: "1:00" });
  await time(page).fill("60");
  await expect(rollout(page).locator(".evts")).toContainText("the scenario");
  await suppose(page, "addNode", { "like this node": "worker-a1", "its name": "worker-a9", at: "2:00" });
  await expect(rollout(page).getByRole("img").getByText("worker-a9")).toBeVisible();
  await suppose(page, "cordon", { "node or selector": "nobody", at: "0" });
  await expect(rollout(page).locator(".found")).toContainText("nobody");
});

test.describe("with fingers", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("a tap on the picture goes to its time", async ({ page }) => {
    await page.goto("./#rollout");
    await expect(rollout(page).getByRole("img")).toBeVisible();
    const box = await rollout(page).locator(".gantt").boundingBox();
    if (box === null) throw new Error("no picture");
    await page.touchscreen.tap(box.x + box.width * 0.75, box.y + 80);
    await expect.poll(async () => Number(await time(page).inputValue())).toBeGreaterThan(200);
  });
});

test("thousands of nodes are counted by zone, or scrolled one by one", async ({ page }) => {
  await openedWith(page, fleet(2000));
  await page.goto("./#rollout");
  await page.getByRole("button", { name: "Restart" }).click();
  const picture = rollout(page).getByRole("img");
  await expect(picture).toHaveAccessibleName("The update of 2,000 nodes over time");
  await expect(picture.getByText(/^zone eu-west-1[abc]$/)).toHaveCount(3);
  expect(await picture.locator("*").count()).toBeLessThan(200);
  await rollout(page).getByRole("button", { name: "Nodes", exact: true }).click();
  await expect(picture.getByText("n-0", { exact: true })).toBeVisible();
  expect(await picture.locator("*").count()).toBeLessThan(600);
  await rollout(page).locator(".rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
  await expect(picture.getByText("n-999", { exact: true })).toBeVisible();
  expect(await picture.locator("*").count()).toBeLessThan(600);
  const dots = page.getByRole("slider", { name: "Nodes at the cursor" });
  await dots.focus();
  await page.keyboard.press("End");
  await expect(dots).toHaveAttribute("aria-valuetext", /^n-999, .*2,000 of 2,000$/);
  await page.keyboard.press("Enter");
  await expect(card(page)).toHaveAccessibleName("Why n-999");
});

test("markup in names and in what is supposed is shown as text", async ({ page }) => {
  const hostile = '<img src=x onerror="alert(1)">';
  await openedWith(page, {
    "agent.yaml": fleet(0)["agent.yaml"] ?? "",
    "nodes.json": JSON.stringify({ apiVersion: "v1", kind: "Node", metadata: { name: hostile } }),
  });
  await page.goto("./#rollout");
  await page.getByRole("button", { name: "Restart" }).click();
  await suppose(page, "neverReady", { "node or selector": hostile });
  await suppose(page, "taint", { "node or selector": hostile, "key=value:Effect": hostile, at: "10" });
  await expect(rollout(page).locator(".chip").first()).toContainText(hostile);
  await expect(page.getByRole("region", { name: "The same on the command line" })).toContainText(hostile);
  await expect(page.locator("img[src], script:not([src]), style")).toHaveCount(0);
});

test("on a narrow screen nothing scrolls sideways, and the keys of the player are large", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openedRollout(page);
  const root = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  expect(root).toBe(true);
  expect(await rollout(page).evaluate((view) => view.scrollWidth <= view.clientWidth)).toBe(true);
  const play = await rollout(page).getByRole("button", { name: "Play" }).boundingBox();
  expect(play?.width).toBeGreaterThanOrEqual(44);
});

test("a long update says how far it is, and stops when asked; the picture before stays", async ({ page }) => {
  // Thirty thousand nodes are read and played three times.
  test.slow();
  const fleetOf = fleet(30_000, "  updateStrategy: {rollingUpdate: {maxUnavailable: 1%}}\n");
  await openedWith(page, { "agent.yaml": fleetOf["agent.yaml"] ?? "" });
  await page.goto("./#rollout");
  await expect(rollout(page)).toContainText("no node is eligible");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).click();
  await (await chooser).setFiles([{ name: "nodes.json", mimeType: "application/json", buffer: Buffer.from(fleetOf["nodes.json"] ?? "") }]);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Rollout" }).click();
  await expect(rollout(page).getByRole("img")).toHaveAccessibleName("The update of 30,000 nodes over time");
  const before = await rollout(page).locator(".lead").innerText();
  // The play may be over before the page is looked at again: whoever stops it waits within the page.
  const stopped = page.evaluate(
    () =>
      new Promise<string | null | undefined>((resolve) => {
        const watch = new MutationObserver(() => {
          const bar = document.querySelector("progress");
          const stop = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Stop");
          if (bar === null || stop === undefined) return;
          watch.disconnect();
          stop.click();
          resolve(bar.getAttribute("aria-label"));
        });
        watch.observe(document, { childList: true, subtree: true });
      }),
  );
  await page.getByRole("button", { name: "Restart" }).click();
  expect(await stopped).toBe("How far the update is played");
  await expect(rollout(page).getByRole("status")).toContainText(/^Stopped at \d+:\d\d/);
  expect(await rollout(page).locator(".lead").innerText()).toBe(before);
  await rollout(page).getByRole("button", { name: "Play it again" }).click();
  await expect(rollout(page)).toContainText(/The update ends after/);
  await expect(rollout(page).getByRole("button", { name: "Play it again" })).toBeHidden();
});
