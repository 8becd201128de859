/** npm's command prints what the native one does, byte for byte: tests/cli has what is typed and what is printed. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = new URL("../cli/", import.meta.url);
const pkg = new URL("../../pkg/", import.meta.url);
const { bin, version } = JSON.parse(readFileSync(new URL("package.json", pkg), "utf8"));
const program = fileURLToPath(new URL(bin.everynode, pkg));

/** Loaded before the program: somebody looks at these streams. */
const looksAt = (streams) => `data:text/javascript,${streams.map((name) => `process.${name}.isTTY = true;`).join("")}`;

/** Words with blanks between; what stands between single quotes is one. */
function words(line) {
  return Array.from(line.matchAll(/(?:'[^']*'|[^ '])+/g), ([word]) => word.replaceAll("'", ""));
}

function parse(transcript) {
  const [, head, terminal, typed] = /^((?:#.*\n)*(\(terminal\) )?\$ (.*)\n)/.exec(transcript);
  const all = words(typed);
  const redirected = {};
  while (["<", ">", "2>"].includes(all.at(-2))) {
    const [sign, file] = all.splice(-2);
    redirected[sign] = file;
  }
  const streams = [redirected[">"] ?? "stdout", redirected["2>"] ?? "stderr"];
  const program = all.indexOf("everynode");
  return {
    head,
    terminal: terminal === undefined ? [] : ["stdout", "stderr"].filter((name) => streams.includes(name)),
    variables: Object.fromEntries(all.slice(0, program).map((word) => word.split(/=(.*)/s, 2))),
    args: all.slice(program + 1),
    stdin: redirected["<"],
  };
}

async function run({ terminal, variables, args, stdin }, folder) {
  const { NO_COLOR, ...rest } = process.env;
  const input = stdin === undefined ? undefined : openSync(new URL(stdin, folder));
  const child = spawn(process.execPath, [...(terminal.length > 0 ? ["--import", looksAt(terminal)] : []), program, ...args], {
    cwd: folder,
    env: { ...rest, ...variables },
    stdio: [input ?? "ignore", "pipe", "pipe"],
  });
  if (input !== undefined) closeSync(input);
  const texts = await Promise.all([child.stdout, child.stderr].map(async (stream) => Buffer.concat(await stream.toArray())));
  const exit = child.exitCode ?? (await new Promise((resolve) => child.once("exit", resolve)));
  return { exit, texts: texts.map((bytes) => bytes.toString("utf8")) };
}

function print(head, { exit, texts }) {
  const sections = ["stdout", "stderr"].map((name, index) => {
    const text = texts[index].replaceAll(version, "VERSION").replaceAll("\x1b", "␛");
    if (text === "") return "";
    return `--- ${name}\n${text}${text.endsWith("\n") ? "" : "\n--- without the end of a line\n"}`;
  });
  return `${head}exit ${exit}\n${sections.join("")}`;
}

describe("npm's command", { concurrency: true }, () => {
  for (const folder of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const at = new URL(`${folder.name}/`, root);
    for (const file of readdirSync(at).filter((name) => name.endsWith(".console"))) {
      test(`${folder.name}/${file} is what is printed`, async () => {
        const written = readFileSync(new URL(file, at), "utf8");
        const transcript = parse(written);
        assert.equal(print(transcript.head, await run(transcript, at)), written);
      });
    }
  }
});
