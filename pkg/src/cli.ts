#!/usr/bin/env node
/** The command line: the same as the native one, in a WebAssembly of its own, with Node as its host. */

import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { argv, env, exit, stdout, stderr } from "node:process";

import { initSync, runCli } from "./cli-glue.js";
import { readStdin, writeAll } from "./descriptor.js";

/** The words that the native command line has for what happens most; the system's own for everything else. */
function why(error: unknown): Error {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new Error("no such file or folder");
  if (code === "EACCES" || code === "EPERM") return new Error("reading it is not permitted");
  if (code === "EISDIR") return new Error("it is a folder");
  return error instanceof Error ? error : new Error(String(error));
}

function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw why(error);
  }
}

const host = {
  entry: (path: string): string[] | undefined =>
    attempt(() => (statSync(path).isDirectory() ? readdirSync(path) : undefined)),
  readFile: (path: string): Uint8Array => attempt(() => readFileSync(path)),
  writeFile: (path: string, text: string): void => {
    try {
      writeFileSync(path, text);
    } catch (error) {
      const isRefused = error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
      throw isRefused ? new Error("writing it is not permitted") : why(error);
    }
  },
  readStdin: (): Uint8Array => attempt(readStdin),
  write: (stream: number, text: string): boolean => writeAll(stream, text),
  isTerminal: (stream: number): boolean => (stream === 1 ? stdout : stderr).isTTY === true,
  env: (name: string): string | undefined => env[name],
  now: (): number => Math.floor(Date.now() / 1000),
};

initSync({ module: readFileSync(new URL("./cli.wasm", import.meta.url)) });
exit(runCli(argv.slice(2), host));
