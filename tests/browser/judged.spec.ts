/** What the editor says and offers, the list of problems, and objects as the API server stores them. */

import { expect, test, type Page } from "@playwright/test";
import { editor, grave, openedWith, verdict } from "./page";

const DAEMON_SET = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels: {app: agent}
  template:
    metadata:
      labels: {app: agent}
    spec:
      dnsPolicy: Default
      nodeSelector:
        kubernetes.io/os: linux
      tolerations:
      - key: dedicated
        value: x
      containers:
      - name: agent
        image: agent:1.0
`;
const NODES = `apiVersion: v1
kind: Node
metadata:
  name: a
  labels: {kubernetes.io/os: linux, "pool<b>": gpu}
---
apiVersion: v1
kind: Node
metadata:
  name: b
  labels: {kubernetes.io/os: linux}
spec:
  taints: [{key: dedicated, value: "<img src=x onerror=alert(1)>", effect: NoSchedul}]
`;
const REFUSED = DAEMON_SET.replace("dnsPolicy: Default", "dnsPolicy: Nowhere").replace("app: agent}\n  template", "app: other}\n  template");

const left = (page: Page) => page.getByRole("region", { name: "Manifests" });
const right = (page: Page) => page.getByRole("region", { name: "Answer" });
const line = (page: Page, text: string) => editor(page).locator(".cm-line", { hasText: text });
const tooltip = (page: Page) => page.locator(".cm-tooltip");

/** No serious violation in either theme: what stands around this part, axe.spec.ts looks at. */
async function isAccessible(page: Page, part: string): Promise<void> {
  for (const name of ["Dark theme", "Light theme"]) {
    await page.getByRole("button", { name }).or(page.getByRole("radio", { name })).first().click();
    expect(await grave(page, part), name).toEqual([]);
  }
}

test("all problems stand in one list, which keys, clicks and filters go through", async ({ page }) => {
  await openedWith(page, { "ds.yaml": REFUSED, "nodes.yaml": NODES });
  const button = left(page).getByRole("button", { name: "Problems" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  const panel = page.getByRole("region", { name: "Problems" });
  const listbox = panel.getByRole("listbox", { name: "Findings" });
  const rows = listbox.getByRole("option");
  await expect(rows.filter({ hasText: "nodes.yaml" }).first()).toBeVisible();
  // The API server's findings come with the second module.
  await expect(rows.filter({ hasText: 'Unsupported value: "Nowhere"' })).toHaveCount(1);
  await expect(rows.first()).toContainText("error");
  await isAccessible(page, ".left");

  // The gravest first, then by place.
  await panel.getByRole("button", { name: /errors?$/ }).click();
  await expect(panel.getByRole("button", { name: /errors?$/ })).toHaveAttribute("aria-pressed", "true");
  const errors = await rows.count();
  await expect(left(page).locator("span[aria-live]")).toContainText(`${errors} error`);
  await panel.getByLabel("File").selectOption("ds.yaml");
  await expect(rows.filter({ hasText: "nodes.yaml" })).toHaveCount(0);
  await listbox.focus();
  await page.keyboard.press("End");
  await expect(rows.last()).toHaveAttribute("aria-selected", "true");
  const where = /:(\d+)$/.exec((await rows.last().textContent()) ?? "")?.[1];
  await page.keyboard.press("Enter");
  await expect(editor(page)).toBeFocused();
  await expect(page.locator(".cm-editor")).toContainText("agent:1.0");
  await expect.poll(() => caretLine(page)).toBe(Number(where));

  // Over the end of the file, into the next one, and back.
  await page.keyboard.press("F8");
  for (let steps = 0; steps < 30 && (await page.getByRole("textbox", { name: "Text of nodes.yaml" }).count()) === 0; steps += 1) await page.keyboard.press("F8");
  await expect(page.getByRole("textbox", { name: "Text of nodes.yaml" })).toBeFocused();
  await expect(tooltip(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip(page)).toHaveCount(0);
  await page.keyboard.press("Shift+F8");
  await expect(page.getByRole("textbox", { name: /Text of/ })).toBeFocused();

  await expect.poll(() => page.evaluate(() => localStorage.getItem("everynode.state.v1"))).toContain('"file":"ds.yaml","order"');
  // The next visit, on a narrow screen.
  const next = await page.context().newPage();
  await next.setViewportSize({ width: 390, height: 700 });
  await next.goto(page.url());
  await next.getByRole("navigation", { name: "Views" }).getByText("YAML").click();
  await expect(next.getByRole("region", { name: "Problems" }).getByLabel("File")).toHaveValue("ds.yaml");
  expect(await next.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

/** Of the caret, from 1. */
async function caretLine(page: Page): Promise<number> {
  return page.locator(".ed .host").evaluate((host) => {
    const root = host.shadowRoot as ShadowRoot & { getSelection?(): Selection | null };
    const node = (root.getSelection?.() ?? getSelection())?.anchorNode ?? null;
    const own = (node instanceof Element ? node : node?.parentElement)?.closest(".cm-line") ?? null;
    const lines = [...root.querySelectorAll(".cm-line")];
    return own === null ? 0 : lines.indexOf(own) + 1;
  });
}

/** The list has stood for as long as the editor wants, which takes an earlier Enter for one that was on its way: 75 ms by its clock. */
async function takesKeys(page: Page): Promise<void> {
  const shown = await page.evaluate(() => Date.now());
  await page.waitForFunction((since) => Date.now() - since > 75, shown);
}

test("the editor says what the API says of a field, and offers what may stand there, as text", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const described = () => asked.filter((path) => path.includes("descriptions")).length;
  await openedWith(page, { "ds.yaml": DAEMON_SET, "nodes.yaml": NODES.replace("NoSchedul}", "NoSchedule}") });
  await expect(page.locator(".cm-editor")).toBeVisible();
  await expect(verdict(page)).toContainText("runs on 1 of 2 nodes");
  expect(described()).toBe(0);
  await line(page, "dnsPolicy").getByText("dnsPolicy").hover();
  await expect(tooltip(page)).toContainText("spec.template.spec.dnsPolicy");
  await expect(tooltip(page)).toContainText("v1.DNSPolicy");
  await expect(tooltip(page)).toContainText("Left out, the API server fills in ClusterFirst.");
  await expect(tooltip(page)).toContainText("Set DNS policy for the pod.");
  expect(described()).toBe(1);
  await page.mouse.move(0, 0);
  await expect(tooltip(page)).toHaveCount(0);

  // The same at a key.
  await line(page, "image: agent:1.0").click();
  await page.keyboard.press("ControlOrMeta+i");
  await expect(tooltip(page)).toContainText("spec.template.spec.containers[0].image");
  await page.keyboard.press("Escape");
  await expect(tooltip(page)).toHaveCount(0);

  // A field, then its value.
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("imagePullP");
  const offered = page.getByRole("listbox");
  await expect(offered.getByRole("option")).toContainText(["imagePullPolicy"]);
  await takesKeys(page);
  await page.keyboard.press("Enter");
  await expect(offered.getByRole("option")).toContainText(["Always", "IfNotPresent", "Never"]);
  await takesKeys(page);
  await page.keyboard.press("Enter");
  await expect(editor(page)).toContainText("imagePullPolicy: Always");

  // Labels and taints of the nodes.
  await line(page, "kubernetes.io/os").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  await expect(offered.getByRole("option")).toContainText(["pool<b>"]);
  await isAccessible(page, ".left");
  await page.keyboard.press("Escape");
  await line(page, "value: x").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Space");
  await expect(offered).toContainText("<img src=x onerror=alert(1)>");
});

test("objects are shown as the API server stores them, under its answer", async ({ page }) => {
  await openedWith(page, { "ds.yaml": REFUSED, "nodes.yaml": NODES });
  await verdict(page).getByRole("link", { name: "the API server refuses it" }).click();
  const says = right(page).getByRole("region", { name: "The API server's answer" });
  await expect(says).toContainText('The DaemonSet "agent" is invalid:');
  await expect(says).toContainText('Unsupported value: "Nowhere"');
  await isAccessible(page, ".right");
  await says.getByRole("listitem").filter({ hasText: "dnsPolicy" }).getByRole("button").click();
  await expect(editor(page)).toBeFocused();
  await expect.poll(() => caretLine(page)).toBe(12);

  await line(page, "dnsPolicy: Nowhere").dblclick({ position: { x: 130, y: 8 } });
  await page.keyboard.type("Default");
  await line(page, "matchLabels").dblclick({ position: { x: 190, y: 8 } });
  await page.keyboard.type("agent");
  await expect(says).toContainText("The API server takes it");
  const stored = right(page).getByRole("region", { name: "As it is stored" });
  await expect(stored.getByText("added: + restartPolicy: Always")).toBeVisible();
  await expect(stored.locator("div", { hasText: /^ ?\s*dnsPolicy: Default$/ }).last()).not.toContainText("added");
  await page.getByRole("link", { name: "nodes.yaml" }).or(page.getByRole("button", { name: "nodes.yaml" })).first().click();
  await right(page).getByRole("combobox", { name: "Object" }).selectOption({ label: "Node b (refused)" });
  await expect(says).toContainText("NoSchedul");
});
