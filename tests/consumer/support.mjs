/** An empty folder with the packed package installed in it, as a user's project has it. */

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
const app = fileURLToPath(new URL("app", import.meta.url));

/** Runs a program to its end; rejects on another exit code than 0, with its output on the error. */
export async function sh(cwd, program, ...args) {
  const { stdout } = await run(program, args, { cwd, env: { ...process.env, NO_COLOR: "1" } });
  return stdout;
}

/** The tarball that `cargo xtask test` has packed, or one packed from what lies in pkg/dist. */
async function tarball(folder) {
  const packed = process.env.EVERYNODE_TARBALL;
  if (packed !== undefined) return packed;
  await sh(pkg, npm, "pack", "--loglevel=error", "--pack-destination", folder);
  const [file] = await readdir(folder);
  return join(folder, file);
}

/** The folder, with what tests/consumer/app holds, and the function that removes it. */
export async function project() {
  const folder = await mkdtemp(join(tmpdir(), "everynode-consumer-"));
  const packed = join(folder, "packed");
  const root = join(folder, "project");
  await mkdir(packed);
  await cp(app, root, { recursive: true });
  await writeFile(join(root, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await sh(root, npm, "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", await tarball(packed));
  return { root, remove: () => rm(folder, { recursive: true, force: true }) };
}
