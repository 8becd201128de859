/** The examples in the page: what each shows, and what comes of trying what it invites to. */

import { expect, test, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { card, opened, verdict } from "./page";

interface Outcome {
  readonly eligible?: Readonly<Record<string, number>>;
  readonly ends?: string;
}

interface Example {
  readonly id: string;
  readonly title: string;
  readonly view?: string;
  readonly node?: string;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const { examples } = read("../../www/examples/index.json") as { readonly examples: readonly Example[] };
const { examples: expected } = read("../examples/expected.json") as {
  readonly examples: Readonly<Record<string, Outcome & { readonly then: Outcome }>>;
};

async function choose(page: Page, title: string): Promise<void> {
  const menu = page.getByRole("button", { name: /^Example/ });
  await menu.click();
  await page
    .getByRole("menuitemradio")
    .filter({ has: page.getByText(title, { exact: true }) })
    .click();
  await expect(menu).toContainText(title);
}

const show = (page: Page, view: string) => page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();

/** As many Nodes are eligible as Kubernetes' own code says. */
async function holdEligible(page: Page, eligible: Readonly<Record<string, number>>): Promise<void> {
  await show(page, "Nodes");
  const names = Object.entries(eligible);
  for (const [name, nodes] of names) {
    if (names.length > 1) {
      await page.getByRole("heading", { level: 1 }).getByRole("button").click();
      await page
        .getByRole("menuitemradio")
        .filter({ has: page.getByText(name, { exact: true }) })
        .click();
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.getByLabel("What kubectl prints")).toContainText(new RegExp(`${name.replace(/.*\//, "")} +${nodes} `));
  }
}

/** As it begins a sentence. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

async function hold(page: Page, { eligible, ends }: Outcome): Promise<void> {
  if (ends !== undefined) {
    await show(page, "Rollout");
    await expect(page.getByRole("region", { name: "Answer" })).toContainText(capital(ends));
  }
  if (eligible !== undefined) await holdEligible(page, eligible);
}

test("there is an example for each frequent pain", () => {
  expect(examples.length).toBeGreaterThanOrEqual(15);
  expect(Object.keys(expected).sort()).toEqual(examples.map(({ id }) => id).sort());
});

for (const { id, title, node } of examples) {
  test(`example: ${title}`, async ({ page }) => {
    await opened(page);
    await choose(page, title);
    const { then, ...now } = expected[id] ?? { then: {} };
    await hold(page, now);
    if (node !== undefined) await expect(card(page)).toBeVisible();
    // A reviewer may have something to say of an example; whoever reads it has not, and the API server only where that is what it shows.
    await show(page, "Review");
    const review = page.getByRole("region", { name: "Answer" });
    await expect(review).not.toContainText("found while reading");
    if (now.ends === "the update is refused") await expect(review).toContainText("refused by the API server");
    else await expect(review).not.toContainText("refused by the API server");
    await page.getByRole("button", { name: "Do it" }).click();
    await expect(page.getByText(/^Try this:/)).toHaveCount(0);
    await hold(page, then);
    await expect(verdict(page)).toBeVisible();
  });
}
