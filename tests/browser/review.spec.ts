/** The Review view: findings with their lines, fixes, docs and comments. */

import { expect, test, type Page } from "@playwright/test";
import { editor, opened, openedWith, verdict } from "./page";

const answer = (page: Page) => page.getByRole("region", { name: "Answer" });
const findings = (page: Page) => answer(page).getByRole("article");

async function reviewed(page: Page): Promise<void> {
  await opened(page);
  await verdict(page).getByRole("link", { name: /\d+ warnings/ }).click();
  await expect(findings(page).first()).toBeVisible();
}

/** How many warnings the verdict speaks of. */
async function warnings(page: Page): Promise<number> {
  return Number(/(\d+) warnings?/.exec((await verdict(page).textContent()) ?? "")?.[1] ?? 0);
}

const SPECK = "tolerationSeconds: 300";

test("the verdict's part leads to the findings, the gravest first, by object, with the role that was guessed", async ({ page }) => {
  await reviewed(page);
  await expect(answer(page).getByRole("heading", { level: 2 })).toHaveText(["DaemonSet logging/fluent-bit", "Read from these texts"]);
  await expect(answer(page).getByText("because its image is fluent-bit")).toBeVisible();
  // The findings of the second module may come between the two.
  await expect(async () => {
    const severities = await findings(page).getByRole("heading", { level: 3 }).allTextContents();
    const ranks = severities.map((text) => ["error", "warning", "hint"].findIndex((word) => text.startsWith(word)));
    expect(ranks).toEqual([...ranks].sort());
    expect(await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Review/ }).textContent()).toContain(`${severities.length}`);
  }).toPass();
});

test("another role changes what is a warning", async ({ page }) => {
  await reviewed(page);
  const before = await findings(page).count();
  await answer(page).getByLabel("Taken for a").selectOption("cni");
  await expect(answer(page).getByText("as chosen here")).toBeVisible();
  await expect.poll(() => findings(page).count()).not.toBe(before);
  await page.reload();
  await expect(answer(page).getByLabel("Taken for a")).toHaveValue("cni");
});

test("a preset asks other rules", async ({ page }) => {
  await reviewed(page);
  await answer(page).getByLabel("Rules").selectOption("strict");
  await expect(findings(page).filter({ hasText: "cpu-limit-missing" })).toHaveCount(1);
  await answer(page).getByLabel("Rules").selectOption("off");
  await expect(answer(page)).toContainText("Nothing to say about these texts");
  await answer(page).getByRole("button", { name: "Ask the preset security" }).click();
  await expect(answer(page).getByLabel("Rules")).toHaveValue("security");
});

test("what a Pod Security level forbids is an error", async ({ page }) => {
  await reviewed(page);
  await answer(page).getByLabel("Pod Security").selectOption("baseline");
  await expect(verdict(page)).toContainText(/\d+ errors?/);
  await expect(findings(page).first()).toContainText("error:");
});

test("everynode.yaml among the files says what the reviewer follows", async ({ page }) => {
  await openedWith(page, {
    "agent.yaml":
      "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent, namespace: ops}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec:\n      containers: [{name: c, image: \"registry.example.com/i:1\"}]\n",
    "everynode.yaml": "rules:\n  priority-class-missing: error\n",
  });
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Review/ }).click();
  await expect(findings(page).filter({ hasText: "priority-class-missing" })).toContainText("error:");
  await expect(answer(page).getByLabel("Rules")).toHaveValue("");
});

test("findings are sifted by severity, by a word, and by whether they have a fix", async ({ page }) => {
  await reviewed(page);
  await answer(page).getByRole("button", { name: /^Warnings/ }).click();
  await expect(findings(page)).toHaveCount(await warnings(page));
  await answer(page).getByRole("searchbox").fill("never acts");
  await expect(findings(page)).toHaveCount(1);
  await answer(page).getByRole("searchbox").fill("no such word");
  await answer(page).getByRole("button", { name: "Show all findings" }).click();
  await answer(page).getByLabel("Fixable").check();
  await expect(findings(page).filter({ hasText: "priority-class-missing" })).toHaveCount(0);
  await expect(findings(page).filter({ hasText: "never acts" })).toHaveCount(1);
});

test("a fix shows what it changes before it is made, and can be undone", async ({ page }) => {
  await reviewed(page);
  const before = await warnings(page);
  await findings(page).getByRole("button", { name: "Remove tolerationSeconds" }).click();
  const box = page.getByRole("region", { name: /^What “Remove tolerationSeconds” changes/ });
  await expect(box).toContainText("Safe: the object means the same afterwards.");
  await expect(box.locator(".d")).toHaveText(/^-removed +tolerationSeconds: 300$/);
  await expect(editor(page)).toContainText(SPECK);
  await box.getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => warnings(page)).toBe(before - 1);
  await expect(editor(page)).not.toContainText(SPECK);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => warnings(page)).toBe(before);
});

test("all safe fixes are made at once", async ({ page }) => {
  await reviewed(page);
  const before = await warnings(page);
  await answer(page).getByRole("button", { name: /^Fix \d+ safely/ }).click();
  await page.getByRole("region", { name: /safe fix/ }).getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => warnings(page)).toBe(before - 1);
  await expect(editor(page)).not.toContainText(SPECK);
});

test("a finding is put aside with a comment that says why", async ({ page }) => {
  await reviewed(page);
  const before = await warnings(page);
  const finding = findings(page).filter({ hasText: "priority-class-missing" });
  await finding.getByRole("button", { name: "Ignore" }).click();
  await page.getByPlaceholder("why it is right here").fill("one pool, never full");
  await page.keyboard.press("Enter");
  await expect(editor(page)).toContainText("# everynode: ignore priority-class-missing one pool, never full");
  await expect.poll(() => warnings(page)).toBe(before - 1);
  await expect(answer(page)).toContainText("1 finding put aside by comments and annotations.");
});

test("what there is to say about a rule comes when it is asked for", async ({ page }) => {
  await reviewed(page);
  const finding = findings(page).filter({ hasText: "toleration-seconds-overridden" });
  await finding.getByRole("button", { name: "toleration-seconds-overridden" }).click();
  const docs = page.getByRole("region", { name: "About this rule" });
  await expect(docs.getByRole("heading")).toHaveText(["Why", "Invalid", "Valid", "When to switch off", "See also", "Severity and presets"]);
  await expect(docs.getByRole("group", { name: "Invalid, as YAML" })).toContainText("tolerationSeconds");
});

test("a finding and its line are lit together, whichever is chosen", async ({ page }) => {
  await reviewed(page);
  await findings(page).getByRole("button", { name: "fluent-bit.yaml L43" }).click();
  await expect(editor(page)).toBeFocused();
  await expect(page.locator(".cm-lit")).toContainText(SPECK);
  await page.locator(".cm-line", { hasText: "key: node-role.kubernetes.io/master" }).click();
  await expect(findings(page).and(page.locator("[aria-current]"))).toContainText("node-role.kubernetes.io/master");
});

test("the editor offers the fixes of its line to the keyboard", async ({ page }) => {
  await reviewed(page);
  await page.locator(".cm-line", { hasText: SPECK }).click();
  // The gutter is the pointer's; the keyboard has keys of its own.
  await expect(page.locator(".cm-bulb button")).toHaveAttribute("title", "Fixes for line 43");
  await page.keyboard.press("ControlOrMeta+.");
  const menu = page.getByRole("menu", { name: "Fixes" });
  await expect(menu.getByRole("menuitem")).toBeFocused();
  await expect(menu).toContainText(`-         ${SPECK}`);
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.press("Enter");
  await expect(editor(page)).not.toContainText(SPECK);
  await expect(editor(page)).toBeFocused();
});

test("a squiggle says what is found, and why, when the pointer is on it", async ({ page }) => {
  await reviewed(page);
  await page.locator(".cm-lintRange-warning", { hasText: SPECK }).hover();
  await expect(page.locator(".cm-tooltip-lint")).toContainText("The DaemonSet controller puts its own toleration");
  await page.locator(".cm-tooltip-lint").getByRole("button", { name: "Remove tolerationSeconds" }).click();
  await expect(page.getByRole("menu", { name: "Fixes" })).toBeVisible();
});

test("the review is copied as Markdown, without the texts", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await reviewed(page);
  await answer(page).getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(answer(page).getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("## Review of `DaemonSet logging/fluent-bit`");
  expect(copied).toMatch(/- \*\*warning\*\* `tolerationSeconds: 300` of .* never acts \(`fluent-bit\.yaml L43`, `toleration-seconds-overridden`\)/);
  expect(copied).not.toContain("apiVersion");
});

test("a way to the view by its old name still leads there", async ({ page }) => {
  await page.goto("./#problems");
  await expect(findings(page).first()).toBeVisible();
});

const HOSTILE = `<img src=x onerror=alert(1)>"'><svg/onload=alert(1)>`;

test("markup in what findings quote is shown as text", async ({ page }) => {
  let alerted = false;
  page.on("dialog", (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  const value = JSON.stringify(HOSTILE);
  await openedWith(page, {
    "<b>x</b>.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${value}, namespace: default}
spec:
  selector: {matchLabels: {app: ${value}}}
  template:
    metadata: {labels: {app: other}}
    spec:
      tolerations:
      - {key: ${value}, operator: Exists}
      - {key: ${value}, operator: Exists}
      containers:
      - name: ${value}
        image: ${value}
        env:
        - {name: ${value}, value: ${value}}
        - {name: ${value}, value: ${value}}
`,
  });
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Review/ }).click();
  await expect(findings(page).first()).toBeVisible();
  for (const button of await findings(page).getByRole("button", { name: "Ignore" }).all()) await button.click();
  await expect(answer(page)).toContainText(HOSTILE);
  await expect(page.locator("img[src], script:not([src]), iframe, style, b:text-is('x')")).toHaveCount(0);
  expect(alerted).toBe(false);
});

test("thousands of findings are drawn as they come into sight", async ({ page }) => {
  const one = (at: number) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent-${at}, namespace: ops}
spec:
  selector: {matchLabels: {app: agent-${at}}}
  template:
    metadata: {labels: {app: agent-${at}}}
    spec:
      containers:
      - {name: agent, image: "registry.example.com/agent-${at}"}
---
`;
  await openedWith(page, { "all.yaml": Array.from({ length: 400 }, (_, at) => one(at)).join("") });
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Review/ }).click();
  await expect(findings(page).first()).toBeVisible();
  expect(await findings(page).count()).toBeLessThan(200);
  const list = page.getByRole("region", { name: "Findings" });
  const before = await findings(page).count();
  await list.evaluate((region) => region.scrollTo(0, region.scrollHeight));
  await expect.poll(() => findings(page).count()).toBeGreaterThan(before);
});
