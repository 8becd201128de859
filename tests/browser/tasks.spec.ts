/** What a newcomer wants to know of manifests that are open already: each answer is at most four clicks away. */

import { expect, test, type Locator, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { card, opened, openedWith, verdict } from "./page";

const MOST = 4;

interface Task {
  readonly asks: string;
  /** The example that is open; without: the first. */
  readonly example?: { readonly id: string; readonly files: readonly string[] };
  /** What it takes; every click goes through `click`. */
  readonly way: (page: Page, click: (target: Locator) => Promise<void>) => Promise<void>;
}

const answer = (page: Page) => page.getByRole("region", { name: "Answer" });
const view = (page: Page, name: string) => page.getByRole("navigation", { name: "Views" }).getByRole("link", { name });
const stuck = { id: "stuck-all-green", files: ["net-probe.yaml", "nodes.yaml", "running.yaml"] };

const TASKS: readonly Task[] = [
  {
    asks: "why is node arm-1 left out?",
    way: async (page, click) => {
      await click(page.getByRole("button", { name: /^arm-1/ }));
      await expect(card(page)).toContainText("kubernetes.io/arch");
    },
  },
  {
    asks: "which toleration matches which taint?",
    way: async (page, click) => {
      await click(view(page, "Taints"));
      await expect(answer(page)).toContainText("nvidia.com/gpu");
    },
  },
  {
    asks: "which nodes does the affinity leave out?",
    way: async (page, click) => {
      await click(view(page, "Affinity"));
      await expect(answer(page)).toContainText("arm-1");
    },
  },
  {
    asks: "what happens if zone b is cordoned?",
    way: async (page, click) => {
      await click(view(page, "What-if"));
      await click(answer(page).getByRole("button", { name: "Cordon zone b" }));
      await expect(answer(page)).toContainText("No node gains the Pod, none loses it.");
    },
  },
  {
    asks: "what if the taint were tolerated, and how do I do it for real?",
    way: async (page, click) => {
      await click(view(page, "What-if"));
      await click(answer(page).getByRole("button", { name: "Tolerate the taint whatever its value" }));
      await expect(answer(page)).toContainText("2 nodes gain the Pod");
      await expect(page.getByRole("group", { name: "Do it for real" })).toContainText("kubectl apply");
    },
  },
  {
    asks: "where does this update get stuck?",
    example: stuck,
    way: async (page, click) => {
      await click(view(page, "Rollout"));
      await expect(answer(page)).toContainText("The update does not move");
      await expect(answer(page)).toContainText("worker-b2");
    },
  },
  {
    asks: "what frees the update that stands still?",
    example: stuck,
    way: async (page, click) => {
      await click(view(page, "Rollout"));
      await click(answer(page).getByRole("button", { name: "Apply" }).first());
      await expect(answer(page)).toContainText("The update ends after");
    },
  },
  {
    asks: "how long does the update take?",
    way: async (page, click) => {
      await click(verdict(page).getByRole("link", { name: /update/ }));
      await expect(answer(page)).toContainText("The update ends after");
    },
  },
  {
    asks: "what would a reviewer say, and what mends it?",
    way: async (page, click) => {
      await click(verdict(page).getByRole("link", { name: /warnings/ }));
      await expect(answer(page)).toContainText("no priority class");
      await click(answer(page).getByRole("button", { name: /^Fix \d+ safely/ }));
    },
  },
  {
    asks: "what will kubectl print?",
    way: async (page) => {
      await expect(page.getByLabel("What kubectl prints")).toContainText("fluent-bit   8");
    },
  },
  {
    asks: "which nodes are in zone b, and which of them run it?",
    way: async (page, click) => {
      await click(page.getByRole("button", { name: "Zone", exact: true }));
      await expect(page.locator(".grp").getByRole("heading", { name: /\bb$/ })).toBeVisible();
    },
  },
];

test("there are ten of them", () => {
  expect(TASKS.length).toBeGreaterThanOrEqual(10);
});

for (const { asks, example, way } of TASKS) {
  test(asks, async ({ page }) => {
    if (example === undefined) {
      await opened(page);
    } else {
      const read = (name: string) => readFileSync(new URL(`../../www/examples/${example.id}/${name}`, import.meta.url), "utf8");
      await openedWith(page, Object.fromEntries(example.files.map((name) => [name, read(name)])));
      await expect(verdict(page)).toContainText("runs on");
    }
    let clicks = 0;
    await way(page, async (target) => {
      await target.click();
      clicks += 1;
    });
    console.log(`${asks} ${clicks} ${clicks === 1 ? "click" : "clicks"}`);
    expect(clicks).toBeLessThanOrEqual(MOST);
  });
}
