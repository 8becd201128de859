/** The tarball in an empty folder: every way of use that the README names. */

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { project, sh } from "./support.mjs";

const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

let root;
let remove;
before(async () => ({ root, remove } = await project()));
after(() => remove?.());

test("it holds what is needed and nothing else", async () => {
  const folder = join(root, "node_modules/everynode");
  const names = (await readdir(folder)).sort();
  assert.deepEqual(names, ["LICENSE", "README.md", "config.schema.json", "descriptions.d.ts", "dist", "element.d.ts", "element.js", "inline.d.ts", "inline.js", "lint-answer.schema.json", "package.json", "scenario.schema.json", "worker.d.ts", "worker.js"]);
  const { dependencies, scripts, exports } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  assert.equal(dependencies, undefined);
  assert.equal(scripts.install ?? scripts.postinstall, undefined);
  const targets = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(targets));
  for (const target of targets(exports)) await readFile(join(folder, target));
});

test("Node imports it", async () => {
  assert.equal(await sh(root, process.execPath, "import.mjs"), "1 gpu-1,worker-a\n");
});

test("Node requires it", async () => {
  assert.equal(await sh(root, process.execPath, "require.cjs"), "1 gpu-1,worker-a\n");
});

test("Node asks a thread", async () => {
  assert.equal(await sh(root, process.execPath, "worker.mjs"), "1 gpu-1,worker-a\n");
});

test("Node imports the element, and has none", async () => {
  assert.equal(await sh(root, process.execPath, "element.mjs"), "function\n");
});

test("Node draws an update", async () => {
  assert.equal(await sh(root, process.execPath, "svg.mjs"), 'role="img" </svg>\n');
});

test("npx runs its command", async () => {
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const out = await sh(root, npx, "--no-install", "everynode", "place", "nodes.yaml", "ds.yaml");
  assert.match(out, /logging\/agent/);
});

for (const [moduleResolution, module] of [["nodenext", "nodenext"], ["bundler", "esnext"]]) {
  test(`TypeScript finds its types with moduleResolution ${moduleResolution}`, async () => {
    const config = join(root, `tsconfig.${moduleResolution}.json`);
    // Neither DOM nor Node's types: the package asks for no library, and its declarations are checked, too.
    const compilerOptions = { module, moduleResolution, target: "es2022", lib: ["es2022"], types: [], strict: true, noEmit: true };
    await writeFile(config, JSON.stringify({ compilerOptions, files: ["usage.ts"] }));
    await sh(root, process.execPath, tsc, "--project", config).catch((error) => assert.fail(error.stdout));
    const withDom = { compilerOptions: { ...compilerOptions, lib: ["es2022", "dom"] }, files: ["element.ts"] };
    await writeFile(config, JSON.stringify(withDom));
    await sh(root, process.execPath, tsc, "--project", config).catch((error) => assert.fail(error.stdout));
  });
}
