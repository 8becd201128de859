/** The playground in a real browser: the built page as plain files, the real core in its worker. */

import { expect, test, type Page } from "@playwright/test";
import { AGENT, card, editor, opened, openedWith, verdict } from "./page";

/** Puts one text in place of all that is in the editor. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

test("the first visit shows the verdict of an example", async ({ page }) => {
  await opened(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("logging/fluent-bit");
  await expect(verdict(page)).toContainText("2 left out by one taint");
  await expect(page.getByRole("contentinfo")).toContainText("Kubernetes 1.36");
  await expect(page).toHaveTitle("fluent-bit runs on 8 of 12 nodes");
});

test("a changed toleration changes the verdict", async ({ page }) => {
  await opened(page);
  // The course of the update is the verdict's last part.
  await expect(verdict(page)).toContainText("update ends");
  const before = await verdict(page).innerText();
  await page.locator(".cm-line", { hasText: 'value: "true"' }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText('value: "present"');
  await expect(verdict(page)).not.toContainText("2 left out by one taint");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(verdict(page)).toContainText("2 left out by one taint");
  await expect(verdict(page)).toHaveText(before, { useInnerText: true });
});

test("a selected node shows its reason, the clause is lit in the text, and the arrow keys walk on", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: /^arm-1/ }).click();
  await expect(card(page)).toHaveAccessibleName("Why arm-1");
  await expect(card(page)).toContainText("arm64");
  await expect(page.locator(".cm-lit").filter({ hasText: "values: [amd64]" })).toBeVisible();
  await page.getByRole("button", { name: /^gpu-2/ }).click();
  await expect(card(page)).toContainText("nvidia.com/gpu=present:NoSchedule");
  await expect(page.locator(".cm-lit").filter({ hasText: 'value: "true"' })).toBeVisible();
  await page.getByRole("button", { name: /^gpu-1/ }).click();
  await page.keyboard.press("ArrowRight");
  await expect(card(page)).toHaveAccessibleName("Why gpu-2");
});

test("the suggestion is applied in one step that can be undone", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: /^gpu-1/ }).click();
  await card(page).getByRole("button", { name: "Apply" }).click();
  await expect(card(page)).toContainText("says yes");
  await expect(verdict(page)).toContainText("runs on 10 of 12 nodes");
  await expect(verdict(page)).not.toContainText("2 left out by one taint");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(verdict(page)).toContainText("2 left out by one taint");
  await expect(page).toHaveTitle("fluent-bit runs on 8 of 12 nodes");
});

test("no request leaves the origin, and none is made once the page has all its parts", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await opened(page);
  const origin = new URL(baseURL ?? page.url()).origin;
  expect(requests.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  // What the first answer does not need comes after it.
  const later = [/\/panes-/, /\/ShareDialog-/, /\/exampleTexts-/, /\/editor-/, /\/everynode-[^/]*\.wasm$/];
  await expect.poll(() => later.filter((part) => !requests.some((url) => part.test(url)))).toEqual([]);
  requests.length = 0;
  await page.getByRole("button", { name: /^gpu-1/ }).click();
  await write(page, "kind: [\n");
  await expect(verdict(page)).toContainText("error");
  expect(requests).toEqual([]);
});

test("the policy of the page refuses what it does not need", async ({ page }) => {
  await opened(page);
  const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  const refused = await page.evaluate(async () => {
    try {
      await fetch("https://example.com/");
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
});

test("the theme follows the switch and survives a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await opened(page);
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.waitForFunction(() => localStorage.getItem("everynode.theme") === "dark");
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "System theme" }).click();
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("files survive a reload, what is secret in them does not, and the page says so", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: "Add an empty file" }).click();
  await write(page, "apiVersion: v1\nkind: Secret\nmetadata: {name: token}\nstringData: {token: hunter2}\n");
  await expect(page.getByText(/new\.yaml holds Secrets or tokens/)).toBeVisible();
  await page.getByRole("button", { name: "Add an empty file" }).click();
  await write(page, "# kept\n");
  await page.waitForFunction(() => localStorage.getItem("everynode.state.v1")?.includes("# kept"));
  expect(await page.evaluate(() => JSON.stringify(localStorage).includes("hunter2"))).toBe(false);
  await page.reload();
  await expect(page.getByText(/Secrets and tokens of new\.yaml were not kept from the last visit/)).toBeVisible();
  await expect(editor(page)).toContainText("# kept");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(editor(page)).toContainText("name: fluent-bit");
});

const DAEMON_SET = AGENT.replace("      containers:", "      nodeSelector: {kubernetes.io/arch: amd64}\n      containers:");

/** Nodes as a cloud names them: a long domain that all share, zones of one region, every 40th of another architecture. */
function cloudNodes(count: number): string {
  const items = Array.from({ length: count }, (_, at) => {
    const labels = {
      "kubernetes.io/arch": at % 40 === 0 ? "arm64" : "amd64",
      "kubernetes.io/os": "linux",
      "topology.kubernetes.io/zone": `eu-west-1${"abc"[at % 3] ?? ""}`,
    };
    return { apiVersion: "v1", kind: "Node", metadata: { name: `ip-10-0-${at}.eu-west-1.compute.internal`, labels } };
  });
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}

const noSideways = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth <= root.clientWidth;
  });

test("nothing scrolls sideways or lies over something else, on whatever screen", async ({ page }) => {
  await openedWith(page, {
    "agent.yaml": DAEMON_SET.replace("name: agent,", `name: ${"very-long-name-".repeat(4)}agent,`),
    "nodes.json": cloudNodes(60),
  });
  await expect(verdict(page)).toContainText("runs on 58 of 60 nodes");
  for (const [width, height] of [
    [390, 844],
    [700, 800],
    [1100, 760],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const view of ["Taints", "Affinity", "Rollout", "Review", "What-if", "Nodes"]) {
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();
      expect(await noSideways(page), `${view} at ${width} × ${height}`).toBe(true);
    }
    const find = await page.getByRole("searchbox").boundingBox();
    const nodes = await page.getByRole("region", { name: /^Nodes by/ }).boundingBox();
    expect((find?.x ?? 0) + (find?.width ?? 0), `${width} × ${height}`).toBeLessThanOrEqual((nodes?.x ?? 0) + (nodes?.width ?? 0));
  }
});

test("a long domain that all nodes share is heard but not shown", async ({ page }) => {
  await openedWith(page, { "agent.yaml": DAEMON_SET, "nodes.json": cloudNodes(12) });
  const tile = page.getByRole("button", { name: /^ip-10-0-7\.eu-west-1\.compute\.internal/ });
  await expect(tile).toBeVisible();
  const shown = tile.locator(".nm");
  expect(await shown.evaluate((name) => name.scrollWidth <= name.clientWidth)).toBe(true);
  await expect(tile).toContainText("zone 1b");
});

test("five thousand nodes are a few groups of dots, each within reach of the keyboard", async ({ page }) => {
  await openedWith(page, { "agent.yaml": DAEMON_SET, "nodes.json": cloudNodes(5000) });
  await expect(verdict(page)).toContainText("runs on 4,875 of 5,000 nodes");
  await expect(page.locator(".grp")).toHaveCount(2);
  expect(await page.locator(".grp *").count()).toBeLessThan(200);
  const dots = page.getByRole("slider", { name: /125 nodes|4\d nodes/ }).last();
  await dots.focus();
  await page.keyboard.press("End");
  await expect(dots).toHaveAttribute("aria-valuetext", /left out/);
  // The last by name.
  await expect(dots).toHaveAttribute("aria-valuetext", /^ip-10-0-9\d\d\./);
  const last = await dots.getAttribute("aria-valuetext");
  await expect(card(page)).toHaveAccessibleName(`Why ${(last ?? "").split(",")[0] ?? ""}`);
  await page.getByRole("searchbox").fill("10-0-4999.");
  await page.getByRole("button", { name: /^ip-10-0-4999\./ }).click();
  await expect(card(page)).toHaveAccessibleName(/^Why ip-10-0-4999\./);
});

test("a document that cannot be read is marked, and the others are answered", async ({ page }) => {
  const broken = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n\tname: half\n---\n";
  await openedWith(page, { "agent.yaml": broken + DAEMON_SET, "nodes.json": cloudNodes(12) });
  await expect(verdict(page)).toContainText("runs on 11 of 12 nodes");
  await expect(verdict(page)).toContainText("1 error");
  const squiggle = page.locator(".cm-lintRange-error").first();
  await expect(squiggle).toHaveCSS("background-color", /rgb\(\d+, \d+, \d+\)/);
  await verdict(page).getByRole("link", { name: "1 error" }).click();
  await page.getByRole("button", { name: /agent\.yaml L4/ }).click();
  await expect(editor(page)).toBeFocused();
});

test("a page without a DaemonSet offers the examples", async ({ page }) => {
  await openedWith(page, { "empty.yaml": "" });
  await expect(verdict(page)).toContainText("No DaemonSet here yet");
  await page.getByRole("region", { name: "Answer" }).getByRole("button", { name: /^One taint keeps/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("storage/csi-local");
});

test("a DaemonSet without nodes can be tried on those of the example", async ({ page }) => {
  await openedWith(page, { "agent.yaml": DAEMON_SET });
  await page.getByRole("button", { name: "Add 12 example nodes" }).click();
  await expect(verdict(page)).toContainText(/runs on \d+ of 12 nodes/);
  await expect(editor(page)).toContainText("name: agent");
});

test("the node that a rule leaves out, or that has a taint, is one step away", async ({ page }) => {
  await opened(page);
  const views = page.getByRole("navigation", { name: "Views" });
  await views.getByRole("link", { name: "Affinity" }).click();
  await page.getByRole("link", { name: "arm-1" }).click();
  await expect(card(page)).toHaveAccessibleName("Why arm-1");
  await views.getByRole("link", { name: "Taints" }).click();
  await card(page).getByRole("link", { name: "gpu-2" }).click();
  await expect(card(page)).toHaveAccessibleName("Why gpu-2");
});

test("on a phone the reason folds away, and a line reference leads to the text", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await opened(page);
  const fold = card(page).getByRole("button", { name: "The reason" });
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await expect(card(page).getByRole("heading", { name: "gpu-1" })).toBeVisible();
  await expect(card(page).getByText("Controller", { exact: true })).toBeHidden();
  await fold.click();
  await card(page).getByRole("button", { name: /fails.*nvidia/ }).click();
  await expect(editor(page)).toBeVisible();
  await expect(page.locator(".cm-lit").filter({ hasText: 'value: "true"' })).toBeVisible();
});

test("nothing moves for people who ask for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await opened(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return transitionDuration !== "0s" || (animationName !== "none" && !element.matches(".busy"));
    }).length,
  );
  expect(moving).toBe(0);
});

test("own files that give way to an example, or are removed, come back with one step", async ({ page }) => {
  await openedWith(page, { "agent.yaml": DAEMON_SET, "nodes.json": cloudNodes(12) });
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("menuitemradio", { name: /^GPU nodes/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("logging/fluent-bit");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ops/agent");
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ops/agent");
  await page.getByRole("button", { name: "Remove agent.yaml" }).click();
  await expect(verdict(page)).toContainText("No DaemonSet here yet");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(verdict(page)).toContainText("runs on 11 of 12 nodes");
  await expect(editor(page)).toContainText("name: agent");
});

test("a core that does not start is named, with what it needs", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("status")).toContainText("The core does not start");
  await expect(editor(page)).toContainText("name: fluent-bit");
});

test("a check leads to what the manifest says, and to what the node says", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: /^gpu-2/ }).click();
  await card(page).getByRole("button", { name: /^nodes\.yaml L\d+/ }).first().click();
  await expect(editor(page)).toHaveAccessibleName("Text of nodes.yaml");
  await expect(editor(page)).toBeFocused();
  await expect(page.locator(".cm-line", { hasText: "nvidia.com/gpu" }).first()).toBeVisible();
});

test("where the next sync changes the counters, the old ones stand beside the row", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: /^Example/ }).click();
  await page.getByRole("menuitemradio", { name: /^One taint keeps/ }).click();
  await expect(page.getByLabel("What kubectl prints")).toContainText("the object still says 10 desired");
});

test("a large file is attached, and the lines that a check names are shown", async ({ page }) => {
  await openedWith(page, { "agent.yaml": DAEMON_SET });
  const nodes = Array.from({ length: 12 }, (_, at) => {
    const filler = "      note: |\n" + `        ${"x".repeat(90)}\n`.repeat(2200);
    const arch = at === 7 ? "arm64" : "amd64";
    return `- apiVersion: v1\n  kind: Node\n  metadata:\n    name: n-${at}\n    annotations:\n${filler}    labels:\n      kubernetes.io/arch: ${arch}\n`;
  });
  const buffer = Buffer.from(`apiVersion: v1\nkind: List\nitems:\n${nodes.join("")}`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files" }).click();
  await (await chooser).setFiles([{ name: "nodes.yaml", mimeType: "application/yaml", buffer }]);
  await expect(verdict(page)).toContainText("runs on 11 of 12 nodes");
  await card(page).getByRole("button", { name: /^nodes\.yaml L\d+/ }).click();
  const text = page.getByRole("region", { name: "Text of nodes.yaml" });
  await expect(text.locator(".hit")).toContainText("kubernetes.io/arch: arm64");
  await expect(text).toContainText("name: n-8");
});

test("nodes that each have a taint of their own are still one group", async ({ page }) => {
  const items = Array.from({ length: 300 }, (_, at) => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: `n-${at}`, labels: { "kubernetes.io/arch": "amd64" } },
    spec: { taints: [{ key: "dedicated", value: `team-${at}`, effect: "NoSchedule" }] },
  }));
  await openedWith(page, {
    "agent.yaml": DAEMON_SET,
    "nodes.json": JSON.stringify({ apiVersion: "v1", kind: "List", items }),
  });
  await expect(verdict(page)).toContainText("300 left out by one taint");
  await expect(page.locator(".grp")).toHaveCount(1);
  await expect(page.locator(".grp")).toContainText("For 300 different reasons");
});
