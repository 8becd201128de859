/**
 * The package as its users get it: the packed tarball in an empty folder, in Node, on the command line, in a Vite build.
 *
 * `cargo xtask test consumer` packs the tarball and says where it lies.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { chromium } from "@playwright/test";
import { build, preview } from "vite";

const tarball = process.env.EVERYNODE_TARBALL;
assert.ok(tarball, "EVERYNODE_TARBALL names the packed tarball");

const manifests = `
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: logging }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec: { containers: [{ name: agent, image: agent:1 }] }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
spec: { taints: [{ key: dedicated, value: database, effect: NoSchedule }] }
`;

/** What every way of asking prints or shows. */
const answer = { name: "agent", eligible: 1, verdict: "runs on 1 of 2 nodes" };

/** The question, the same in each kind of program. */
const question = `
  const input = { files: [{ name: "all.yaml", text: ${JSON.stringify(manifests)} }] };
  const { name, eligible, verdict } = place(input).daemonSets[0];
  const answer = JSON.stringify({ name, eligible, verdict });
`;

let folder;
const run = promisify(execFile);
const write = async (name, text) => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
};
/** Runs a program in the folder, and answers what it prints. */
const printed = async (program, ...args) => (await run(program, args, { cwd: folder })).stdout;

before(async () => {
  // Outside the checkout: nothing that lies there may be found by chance.
  folder = await mkdtemp(join(tmpdir(), "everynode-consumer-"));
  await write("package.json", `{ "private": true }`);
  await write("all.yaml", manifests);
  // Offline: the package stands alone.
  await printed("npm", "install", "--offline", "--no-audit", "--no-fund", tarball);
});

after(() => rm(folder, { recursive: true, force: true }));

test("import answers in Node", async () => {
  await write("import.mjs", `import init, { place } from "everynode"; await init(); ${question} console.log(answer);`);
  assert.deepEqual(JSON.parse(await printed("node", "import.mjs")), answer);
});

test("require answers in Node", async () => {
  await write("require.cjs", `const { place } = require("everynode"); ${question} console.log(answer);`);
  assert.deepEqual(JSON.parse(await printed("node", "require.cjs")), answer);
});

test("the inlined entry answers in Node", async () => {
  await write("inline.mjs", `import init, { place } from "everynode/inline"; await init(); ${question} console.log(answer);`);
  assert.deepEqual(JSON.parse(await printed("node", "inline.mjs")), answer);
});

test("npx answers on the command line", async () => {
  const { daemonSets } = JSON.parse(await printed("npx", "--no", "everynode", "place", "all.yaml", "-o", "json"));
  const [{ name, eligible, verdict }] = daemonSets;
  assert.deepEqual({ name, eligible, verdict }, answer);
});

test("the types are whole under both ways of resolving modules", async () => {
  const program = `
    import init, { place, type PlaceAnswer } from "everynode";
    await init();
    export const answer: PlaceAnswer = place({ files: [] });
    // @ts-expect-error A file has a text.
    place({ files: [{ name: "a.yaml" }] });
  `;
  await write("types/program.mts", program);
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    await write("types/tsconfig.json", JSON.stringify({
      compilerOptions: {
        module,
        moduleResolution: resolution,
        target: "es2022",
        lib: ["es2022", "dom"],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files: ["program.mts"],
    }));
    await printed("node", compiler, "--project", "types").catch((error) => assert.fail(`${resolution}: ${error.stdout}`));
  }
});

test("a Vite build answers in Chromium, with the .wasm file and with the inlined entry", async (context) => {
  const entries = { index: "everynode", inline: "everynode/inline" };
  const pages = Object.keys(entries).map((page) => join(folder, `${page}.html`));
  for (const [page, entry] of Object.entries(entries)) {
    await write(`${page}.html`, `<!doctype html><title>page</title><output></output><script type="module" src="./${page}.js"></script>`);
    await write(`${page}.js`, `
      import init, { place } from "${entry}";
      const show = (text) => { document.querySelector("output").textContent = text; };
      const ask = () => { ${question} return answer; };
      init().then(ask).then(show, (error) => show(String(error)));
    `);
  }
  await build({ root: folder, configFile: false, logLevel: "warn", build: { rolldownOptions: { input: pages } } });
  const server = await preview({ root: folder, configFile: false, preview: { host: "127.0.0.1", port: 0 } });
  context.after(() => server.close());
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Root has no sandbox, and nothing is opened but the page above.
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
  });
  context.after(() => browser.close());
  for (const page of Object.keys(entries)) {
    const tab = await browser.newPage();
    const fetched = [];
    tab.on("response", (response) => fetched.push(response.url()));
    await tab.goto(`http://127.0.0.1:${server.httpServer.address().port}/${page}.html`);
    await tab.waitForFunction(() => document.querySelector("output").textContent !== "");
    assert.deepEqual(JSON.parse(await tab.textContent("output")), answer);
    assert.equal(fetched.some((url) => url.includes(".wasm")), page === "index", fetched.join("\n"));
  }
});
