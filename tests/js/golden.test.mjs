/** The core answers what tests/types/golden says, where the compiler holds it against the types. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import * as everynode from "../../pkg/dist/node.js";
import { QUESTIONS } from "../types/inputs.mjs";

const folder = new URL("../types/golden/", import.meta.url);
const bless = process.env.EVERYNODE_BLESS === "1";

/** A value as TypeScript writes it. */
function print(value, indent) {
  if (value instanceof Uint32Array) return `Uint32Array.of(${Array.from(value).join(", ")})`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const block = (open, lines, close) =>
    lines.length === 0 ? open + close : `${open}\n${lines.map((line) => `${deeper}${line},\n`).join("")}${indent}${close}`;
  if (Array.isArray(value)) return block("[", value.map((item) => print(item, deeper)), "]");
  return block("{", Object.entries(value).map(([key, field]) => `${key}: ${print(field, deeper)}`), "}");
}

function source(type, answer) {
  // A release alone changes no golden answer.
  const body = print({ ...answer, version: "0.0.0" }, "");
  return `import type { ${type} } from "../../../pkg/src/types.ts";\n\nexport const answer = ${body} satisfies ${type};\n`;
}

for (const [name, [question, type, ...args]] of Object.entries(QUESTIONS)) {
  test(`${name} is as it was`, () => {
    const file = new URL(`${name}.ts`, folder);
    const now = source(type, everynode[question](...args));
    if (bless) writeFileSync(file, now);
    else assert.equal(now, readFileSync(file, "utf8"));
  });
}

test("no golden answer is without its question", () => {
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(QUESTIONS).map((name) => `${name}.ts`).sort());
});

test("the declarations have no any", () => {
  const dist = new URL("../../pkg/dist/", import.meta.url);
  const declarations = readdirSync(dist).filter((name) => name.endsWith(".d.ts") && !name.endsWith("glue.d.ts"));
  assert.ok(declarations.includes("types.d.ts"));
  for (const name of declarations) {
    const code = readFileSync(new URL(name, dist), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    assert.doesNotMatch(code, /\bany\b/, name);
  }
});
