/** Whatever is pasted, the page shows it as text: names, labels, taints, images, comments, file names, links. */

import { expect, test, type Page } from "@playwright/test";
import { openedWith } from "./page";

/** What has turned pages against their readers: markup, addresses, templates, letters that hide or turn around. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  "elements that run": [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  ],
  "handlers of events": [
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
  ],
  "addresses that run": [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](x\"onerror=\"alert(1))",
    "<a href='javascript:alert(1)'>link</a>",
  ],
  "templates and expressions": [
    "{{constructor.constructor('alert(1)')()}}",
    "`${alert(1)}`",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "__proto__",
  ],
  "escapes that are written already": [
    "&lt;b&gt;bold&lt;/b&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003ealert(1)",
    "\\x3cimg src=x onerror=alert(1)\\x3e",
  ],
  "elements that hide the page": [
    "<style>*{display:none}</style>",
    "<base href=https://example.com/>",
    "<meta http-equiv=refresh content=0;url=https://example.com/>",
    "<form action=https://example.com/><button>",
    "<template><script>alert(1)</script></template>",
    "<!--",
    "]]>",
  ],
  "letters that hide or turn around": [
    "a\u202Egnp.exe",
    "zero\u200Bwidth",
    "tab\there",
    "soft\u00ADhyphen",
    "\uFEFFmark",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    "👩‍👩‍👧‍👦",
  ],
};

const FORBIDDEN = "img[src], script:not([src]), iframe, style, base, meta[http-equiv=refresh], form, video, a[href^='javascript:' i], a[href^='data:' i]";

function manifests(hostile: string, number: number): string {
  const objects = [
    {
      apiVersion: "apps/v1",
      kind: "DaemonSet",
      metadata: { name: hostile, namespace: `n${number}`, annotations: { "everynode.dev/role": hostile } },
      spec: {
        selector: { matchLabels: { app: hostile } },
        template: {
          metadata: { labels: { app: hostile } },
          spec: {
            nodeSelector: { [hostile]: hostile },
            tolerations: [{ key: hostile, operator: "Equal", value: hostile, effect: "NoSchedule" }],
            containers: [{ name: hostile, image: hostile, command: [hostile], env: [{ name: hostile, value: hostile }] }],
            volumes: [{ name: hostile, hostPath: { path: `/${hostile}` } }],
          },
        },
      },
    },
    {
      apiVersion: "v1",
      kind: "Node",
      metadata: { name: hostile, labels: { "topology.kubernetes.io/zone": hostile, pool: hostile, [hostile]: "other" } },
      spec: { taints: [{ key: hostile, value: "other", effect: "NoSchedule" }] },
    },
    { apiVersion: hostile, kind: hostile, metadata: { name: hostile } },
  ];
  return `# ${hostile.replaceAll("\n", " ")}\n${objects.map((object) => JSON.stringify(object)).join("\n---\n")}\n`;
}

/** Tells of dialogs, of requests to elsewhere, and of elements, however short they live, that nobody but an input can have made. */
async function watched(page: Page): Promise<{ readonly seen: string[] }> {
  const seen: string[] = [];
  await page.exposeFunction("tellOf", (element: string) => seen.push(element));
  await page.addInitScript((forbidden) => {
    const { tellOf } = window as unknown as { readonly tellOf: (element: string) => void };
    const look = (node: Node) => {
      if (!(node instanceof Element)) return;
      if (node.matches(forbidden)) tellOf(node.outerHTML);
      for (const inner of node.querySelectorAll(forbidden)) tellOf(inner.outerHTML);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        addedNodes.forEach(look);
        if (target instanceof Element && target.matches(forbidden)) tellOf(target.outerHTML);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, FORBIDDEN);
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/example\.com/.test(request.url())) seen.push(request.url());
  });
  return { seen };
}

/** Goes to every view as its link does, each drawn before the next. */
async function tour(page: Page): Promise<void> {
  const shown = await page.getByRole("navigation", { name: "Views" }).evaluate(async (views) => {
    const shown: string[] = [];
    for (const name of ["Taints", "Affinity", "Rollout", "Review", "What-if", "Nodes"]) {
      const link = [...views.querySelectorAll("a")].find((each) => each.textContent?.startsWith(name) === true);
      link?.click();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      shown.push(views.querySelector("[aria-current=page]")?.textContent ?? "");
    }
    return shown;
  });
  expect(shown.map((name) => name.replace(/[\d,]+$/, ""))).toEqual(["Taints", "Affinity", "Rollout", "Review", "What-if", "Nodes"]);
}

test("there are more than forty of them", () => {
  expect(Object.values(HOSTILE).flat().length).toBeGreaterThanOrEqual(40);
});

for (const [kind, inputs] of Object.entries(HOSTILE)) {
  test(`shown as text: ${kind}`, async ({ page }) => {
    // Every view for every input.
    test.slow();
    const { seen } = await watched(page);
    const names = inputs.map((hostile, number) => [`${number} ${hostile}.yaml`, manifests(hostile, number)]);
    await openedWith(page, Object.fromEntries(names));
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toContainText("n0/");
    for (const [number, hostile] of inputs.entries()) {
      await heading.getByRole("button").click();
      await page.getByRole("menuitemradio").nth(number).click();
      await expect(heading).toContainText(`n${number}/`);
      const shown = await heading.textContent();
      // As it is written, or with the letters that hide made visible.
      if (/^[\x20-\x7e]*$/.test(hostile)) expect(shown).toBe(`n${number}/${hostile}`);
      await tour(page);
    }
    await expect(page.locator(FORBIDDEN)).toHaveCount(0);
    expect(seen).toEqual([]);
  });
}

test("a link with markup in place of a state opens the page as ever", async ({ page }) => {
  const { seen } = await watched(page);
  for (const hash of ["#<img src=x onerror=alert(1)>", "#v1=%3Cscript%3Ealert(1)%3C/script%3E", "#review&<svg/onload=alert(1)>", "#__proto__"]) {
    // Another document: a change of the hash alone would not begin anew.
    await page.goto("about:blank");
    await page.goto(`./${hash}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("logging/fluent-bit");
    await expect(page.locator(FORBIDDEN)).toHaveCount(0);
  }
  expect(seen).toEqual([]);
});
