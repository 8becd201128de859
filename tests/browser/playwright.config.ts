/**
 * The playground in Debian's Chromium.
 *
 * `cargo xtask test browser` builds www/dist, serves it on a free port and passes the address. By hand: leave
 * `cargo xtask play --no-open` running, then `npx playwright test --config browser/playwright.config.ts` in tests/.
 */
import { defineConfig, devices } from "@playwright/test";
import { availableParallelism } from "node:os";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  workers: availableParallelism(),
  forbidOnly: process.env["CI"] !== undefined,
  // A test that passes at the second try has failed.
  retries: 0,
  reporter: "list",
  expect: {
    // A busy machine with two cores is slow, not wrong.
    timeout: 15_000,
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: "disabled" },
  },
  use: {
    baseURL: process.env["EVERYNODE_PAGE"] ?? "http://127.0.0.1:4136/",
    locale: "en-GB",
    timezoneId: "UTC",
    // Pictures of every moment cost more than the tests.
    trace: { mode: "retain-on-failure", screenshots: false },
    // One page goes from test to test, emptied in between. What a browser does to begin anew is two thirds of a short test.
    reuseContext: true,
    // Tests are about this build, not about what a browser kept; offline.spec.ts is about that.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        // Root has no sandbox, and nothing is opened but our own page.
        "--no-sandbox",
        "--disable-gpu",
        // The page asks nothing of the network; neither does the browser.
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // The same letters at the same places on every machine.
        "--font-render-hinting=none",
      ],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"], channel: undefined } }],
});
