/** What is passed on: links, Markdown, zips, pages of their own. */

import { expect, test, type Page } from "@playwright/test";
import MarkdownIt from "markdown-it";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { fileNames } from "../../www/src/share/archive";
import { fromHash, toHash } from "../../www/src/share/hash";
import { lineOf } from "../../www/src/share/lines";
import { emptyState } from "../../www/src/state/state";
import { AGENT, card, editor, opened, openedWith, verdict } from "./page";

/** Links that versions made, oldest first, with what they show. They are never changed, only added to. */
const LINKS = JSON.parse(readFileSync(new URL("./links.json", import.meta.url), "utf8")) as readonly {
  readonly made: string;
  readonly hash: string;
  readonly verdict: string;
  readonly view: string;
  readonly shows: string;
}[];

const SECRET = `apiVersion: v1
kind: Secret
metadata: {name: hub, namespace: ops}
stringData:
  login: hunter2
`;

const DAEMON_SET = `${AGENT.replace('agent:1"}', 'agent:1", args: ["--password=hunter3"]}')}---
apiVersion: v1
kind: Node
metadata: {name: n-1}
`;

// The next test goes on with this one's page.
test.afterEach(({ context }) => context.setOffline(false));

const dialog = (page: Page) => page.getByRole("dialog", { name: "Share what is shown" });

async function share(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

async function link(page: Page): Promise<string> {
  await share(page);
  const field = dialog(page).getByLabel("Link", { exact: true });
  await expect(field).toHaveValue(/#v1=/);
  return field.inputValue();
}

/** Whatever the browser reports of policies and requests that leave. */
function watched(page: Page, origin: string): string[] {
  const reported: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) reported.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(origin) && protocol !== "blob:" && protocol !== "data:") reported.push(request.url());
  });
  return reported;
}

test("a link opens what was shown: files, view, selection", async ({ page, context }) => {
  await opened(page);
  await page.getByRole("button", { name: /^gpu-2/ }).click();
  const address = await link(page);
  const other = await context.newPage();
  await other.goto(address);
  await expect(verdict(other)).toContainText("2 left out by one taint");
  await expect(card(other)).toHaveAccessibleName("Why gpu-2");
  await expect(editor(other)).toContainText("name: fluent-bit");
});

test("a link carries what is supposed of an update", async ({ page }) => {
  const files = [{ name: "agent.yaml", text: DAEMON_SET }];
  const suppose = { way: "restart", image: "", all: [{ kind: "down", nodes: ["n-1"], value: "", time: 0 }] };
  await page.goto(`./${await toHash({ files, file: 0, view: "rollout", now: "2026-11-21T08:00:00Z", suppose })}`);
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("n-1 is down");
  await expect(page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Rollout" })).toHaveAttribute("aria-current", "page");
});

test("a link carries what is supposed of nodes", async ({ page }) => {
  const files = [{ name: "agent.yaml", text: DAEMON_SET }];
  const whatIf = [{ kind: "taint", nodes: ["n-1"], value: "maint=yes:NoExecute" }, { kind: "explode", nodes: ["n-1"], value: "" }];
  await page.goto(`./${await toHash({ files, file: 0, view: "whatif", now: "2026-11-21T08:00:00Z", whatIf })}`);
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("maint=yes:NoExecute");
  await expect(page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /What-if/ })).toHaveAttribute("aria-current", "page");
});

for (const old of LINKS) {
  test(`a link of ${old.made} still opens`, async ({ page }) => {
    await page.goto(`./${old.hash}`);
    await expect(verdict(page)).toContainText(old.verdict);
    await expect(page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: old.view })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("region", { name: "Answer" })).toContainText(old.shows);
  });
}

test("the files of the last visit come back after a link", async ({ page }) => {
  await openedWith(page, { "own.yaml": "# mine\n" });
  const hash = await toHash({ files: [{ name: "agent.yaml", text: DAEMON_SET }], file: 0, view: "nodes", now: "2026-11-21T08:00:00Z" });
  await page.evaluate((to) => (location.hash = to), hash);
  await expect(verdict(page)).toContainText("runs on the only node");
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Taints" }).click();
  expect(new URL(page.url()).hash).toBe(hash);
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  expect(await page.evaluate(() => localStorage.getItem("everynode.state.v1"))).toContain("# mine");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(editor(page)).toContainText("# mine");
  expect(page.url()).not.toContain("#v1=");
});

test("files of a link are kept once one is changed", async ({ page }) => {
  const hash = await toHash({ files: [{ name: "agent.yaml", text: DAEMON_SET }], file: 0, view: "nodes", now: "2026-11-21T08:00:00Z" });
  await page.goto(`./${hash}`);
  await expect(verdict(page)).toContainText("runs on the only node");
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("# changed here\n");
  await page.waitForFunction(() => localStorage.getItem("everynode.state.v1")?.includes("# changed here"));
  expect(new URL(page.url()).hash).toBe("#nodes");
});

test("a link that is cut, and one of a later version, are named and change nothing", async ({ page }) => {
  await openedWith(page, { "own.yaml": "# mine\n" });
  await expect(editor(page)).toContainText("# mine");
  for (const [hash, said] of [
    ["#v1=abc", "cut or changed"],
    [await toHash({ nothing: 1 }), "cut or changed"],
    ["#v9=abc", "made by a later version"],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(page.getByRole("status")).toContainText(said);
    await expect(editor(page)).toContainText("# mine");
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
});

test("what is secret is in no link, no Markdown, no file, and the dialog says what it was", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openedWith(page, { "agent.yaml": DAEMON_SET, "hub.yaml": SECRET });
  await expect(verdict(page)).toContainText("runs on the only node");
  // The page itself keeps what was typed, not what was stored.
  await page.getByRole("button", { name: "Add an empty file" }).click();
  await editor(page).click();
  await page.keyboard.insertText(SECRET.replace("hunter2", "hunter5"));
  await expect(page.getByText("1 secret value: kept and shared as REDACTED")).toBeVisible();
  const address = await link(page);
  await expect(dialog(page)).toContainText("new.yaml L5");
  await expect(dialog(page)).toContainText("data of a Secret");
  await expect(dialog(page)).not.toContainText("hunter");
  const read = await fromHash(new URL(address).hash);
  expect(JSON.stringify(read)).toContain("REDACTED");
  expect(JSON.stringify(read)).not.toContain("hunter");

  await dialog(page).getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(dialog(page).getByRole("button", { name: "Copied" })).toBeVisible();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown).toContain("`ops/agent` runs on the only node");
  expect(markdown).toContain("everynode place agent.yaml hub.yaml new.yaml -d ops/agent --now ");
  expect(markdown).toContain("login: REDACTED");
  expect(markdown).toContain("#v1=");
  expect(markdown).not.toContain("hunter");

  const saved = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Download zip" }).click();
  const bytes = readFileSync(await (await saved).path());
  const { unzipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate") as typeof import("../../www/node_modules/fflate");
  const files = unzipSync(bytes);
  expect(Object.keys(files).sort()).toEqual(["README.md", "agent.yaml", "hub.yaml", "new.yaml"]);
  const texts = Object.values(files).map((file) => new TextDecoder().decode(file));
  expect(texts.join()).not.toContain("hunter");
  expect(texts[0]).toContain("everynode place agent.yaml hub.yaml new.yaml -d ops/agent --now ");
});

test("names of files are safe in a zip", () => {
  expect(fileNames(["a.yaml", "A.yaml", "../../etc/passwd", "README.md", "", "con:trol\u0000.yaml", "..."])).toEqual([
    "a.yaml",
    "2-A.yaml",
    "-..-etc-passwd",
    "2-README.md",
    "manifest.yaml",
    "con-trol-.yaml",
    "2-manifest.yaml",
  ]);
});

test("the command line asks what the page shows", () => {
  const state = emptyState("light");
  const asked = { files: ["agent.yaml", "my nodes.yaml"], daemonSet: "ops/agent", node: "n-1", now: "2026-11-21T08:00:00Z" };
  const files = "agent.yaml 'my nodes.yaml'";
  const moment = "--now 2026-11-21T08:00:00Z";
  const cases: readonly (readonly [string, Parameters<typeof lineOf>[0], string])[] = [
    ["a node", { ...asked, state }, `everynode place ${files} -d ops/agent ${moment}\neverynode explain ${files} -d ops/agent -n n-1 ${moment}`],
    ["taints", { ...asked, state: { ...state, view: "taints" } }, `everynode place ${files} -d ops/agent ${moment}`],
    ["no DaemonSet", { ...asked, state, daemonSet: undefined }, `everynode lint ${files} ${moment}`],
    ["a restart", { ...asked, state: { ...state, view: "rollout", suppose: { way: "restart", image: "", all: [] } } }, `everynode rollout ${files} -d ops/agent --restart ${moment}`],
    ["a review", { ...asked, state: { ...state, view: "review", review: { preset: "strict", level: null, roles: {} } } }, `everynode lint ${files} --preset strict ${moment}`],
    [
      "a review of roles",
      { ...asked, state: { ...state, view: "review", review: { preset: null, level: "baseline", roles: { "DaemonSet/ops/agent": "cni" } } } },
      `cat > everynode.yaml <<'EOF'\n${JSON.stringify({ podSecurity: "baseline", overrides: [{ objects: "DaemonSet/ops/agent", role: "cni" }] }, null, 2)}\nEOF\neverynode lint ${files} --config everynode.yaml ${moment}`,
    ],
    ["a configuration", { ...asked, files: ["agent.yaml", "everynode.yaml"], state: { ...state, view: "review" } }, `everynode lint agent.yaml --config everynode.yaml ${moment}`],
    ["a name like an option", { ...asked, files: ["-x.yaml"], state: { ...state, view: "taints" } }, `everynode place ./-x.yaml -d ops/agent ${moment}`],
  ];
  for (const [title, question, line] of cases) expect(lineOf(question), title).toBe(line);
});

test("hostile texts stay text in Markdown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const hostile = "</details><img src=x onerror=alert(1)>|`@team";
  await openedWith(page, { [`${hostile}.yaml`]: `# \`\`\`\`\n${DAEMON_SET.replaceAll("n-1", `'${hostile}'`)}` });
  await expect(verdict(page)).toContainText("1 error");
  await share(page);
  await dialog(page).getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(dialog(page).getByRole("button", { name: "Copied" })).toBeVisible();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  const html = new MarkdownIt("default", { html: true })
    .parse(markdown, {})
    .flatMap((block) => [block, ...(block.children ?? [])])
    .filter(({ type }) => type.startsWith("html_"))
    .map(({ content }) => content.trim());
  // Of ours is what folds a file; in its name the signs of HTML and of Markdown are written as numbers.
  expect(html.map((tag) => tag.replace(/(?<=<summary>)(?:[^<>]|&#\d+;)*/, ""))).toEqual(["<details><summary></summary>", "</details>"]);
  expect(markdown).toContain("`````yaml");
});

test("a link that is too long for mail says so, and what to do", async ({ page }) => {
  const noise = Array.from({ length: 900 }, (_, at) => `# ${(Math.imul(at + 1, 2654435761) >>> 0).toString(36)}${(Math.imul(at + 7, 40503) >>> 0).toString(36)}`);
  await openedWith(page, { "agent.yaml": `${DAEMON_SET}${noise.join("\n")}\n` });
  await link(page);
  await expect(dialog(page)).toContainText(/mail and chats cut links above 8 kB/);
});

test("one file holds the page: it opens from the disk, with what was shown", async ({ page, context }) => {
  await opened(page);
  await page.getByRole("button", { name: /^gpu-2/ }).click();
  await share(page);
  const saved = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Download as one page" }).click();
  const file = test.info().outputPath("everynode.html");
  await (await saved).saveAs(file);
  await context.setOffline(true);
  const other = await context.newPage();
  const reported = watched(other, "file:");
  await other.goto(pathToFileURL(file).href);
  await expect(verdict(other)).toContainText("2 left out by one taint");
  await expect(card(other)).toHaveAccessibleName("Why gpu-2");
  await other.locator(".cm-line", { hasText: 'value: "true"' }).click();
  await other.keyboard.press("Home");
  await other.keyboard.press("Shift+End");
  await other.keyboard.insertText('value: "present"');
  await expect(verdict(other)).not.toContainText("2 left out by one taint");
  for (const view of ["Taints", "Affinity", "Rollout", "Review"]) {
    await other.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();
  }
  await expect(other.getByRole("region", { name: "Answer" })).toContainText("image");
  await other.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(other)).toContainText("everynode lint");
  expect(reported).toEqual([]);
});

test("the dialog is one for the keyboard, and no policy is broken", async ({ page, baseURL }) => {
  const reported = watched(page, new URL(baseURL ?? "").origin);
  await opened(page);
  await page.getByRole("button", { name: "Share", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeFocused();
  expect(reported).toEqual([]);
});

test("the dialog fits a narrow screen", async ({ page }) => {
  await openedWith(page, { "agent.yaml": DAEMON_SET });
  await expect(verdict(page)).toContainText("runs on the only node");
  await link(page);
  await page.setViewportSize({ width: 390, height: 700 });
  expect(await dialog(page).evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
  const box = await dialog(page).boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
});
