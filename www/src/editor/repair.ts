/** Sets fields of an object in its text, block or flow style, and leaves every other letter as it is. */

import { parser } from "@lezer/yaml";
import type { Range, TextEdit } from "everynode";
import { difference } from "../derive/difference";

type Node = ReturnType<typeof parser.parse>["topNode"];

export interface Wish {
  /** Names of fields, from the object on. */
  readonly path: readonly string[];
  /** As YAML and JSON both write it. */
  readonly value: string;
}

/** The edit that fulfils the wishes for the object at a place; undefined where its text is not understood. */
export function repair(file: string, text: string, object: Range, wishes: readonly Wish[]): readonly TextEdit[] | undefined {
  const { own, from, to } = objectText(text, object);
  let changed = own;
  for (const { path, value } of wishes) {
    const root = rootOf(changed);
    const next = root === undefined ? undefined : set(changed, root, path, value);
    if (next === undefined) return undefined;
    changed = next;
  }
  const padding = own.length - (to - from);
  return [difference(file, text, text.slice(0, from) + changed.slice(padding) + text.slice(to))];
}

/** The text of one object, its first line moved to where it stands: in a list, `- ` comes before it. */
function objectText(text: string, { start, end }: Range): { readonly own: string; readonly from: number; readonly to: number } {
  return { own: " ".repeat(start.column - 1) + text.slice(start.offset, end.offset), from: start.offset, to: end.offset };
}

/** The mapping that an object's text is. */
function rootOf(own: string): Node | undefined {
  let found: Node | undefined;
  parser.parse(own).iterate({
    enter: (reached) => {
      if (found !== undefined) return false;
      if (reached.name === "BlockMapping" || reached.name === "FlowMapping") found = reached.node;
      return found === undefined;
    },
  });
  return found;
}

function set(text: string, mapping: Node, path: readonly string[], value: string): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  const pair = mapping.getChildren("Pair").find((each) => keyOf(text, each) === key);
  if (pair === undefined) return insert(text, mapping, path, value);
  const own = pair.lastChild;
  if (own === null || own.name === "Key") return undefined;
  if (own.name === ":") {
    // A key without a value: null, for which an object or a value is written.
    return splice(text, own.to, own.to, rest.length === 0 ? ` ${value}` : ` ${flow(rest, value, false)}`);
  }
  if (rest.length === 0) {
    return own.name === "Literal" || own.name === "QuotedLiteral" ? splice(text, own.from, own.to, value) : undefined;
  }
  return own.name === "BlockMapping" || own.name === "FlowMapping" ? set(text, own, rest, value) : undefined;
}

function keyOf(text: string, pair: Node): string {
  const key = pair.getChild("Key");
  return key === null ? "" : text.slice(key.from, key.to).trim().replace(/^(["'])(.*)\1$/, "$2");
}

/** New fields stand before `template`, which is long, or before all others. */
function insert(text: string, mapping: Node, path: readonly string[], value: string): string {
  const pairs = mapping.getChildren("Pair");
  const first = pairs[0];
  if (mapping.name === "FlowMapping") {
    const quoted = first !== undefined && text[first.from] === '"';
    const inner = flow(path, value, quoted).slice(1, -1);
    return splice(text, mapping.from + 1, mapping.from + 1, first === undefined ? inner : `${inner}, `);
  }
  const before = pairs.find((pair) => keyOf(text, pair) === "template") ?? first ?? mapping;
  const indent = " ".repeat(before.from - (text.lastIndexOf("\n", before.from - 1) + 1));
  const lines = path.map((key, at) => `${"  ".repeat(at)}${key}:${at === path.length - 1 ? ` ${value}` : ""}\n${indent}`);
  return splice(text, before.from, before.from, lines.join(""));
}

/** `{rollingUpdate: {maxUnavailable: 2}}` */
function flow(path: readonly string[], value: string, quoted: boolean): string {
  return path.reduceRight((inner, key) => `{${quoted ? `"${key}"` : key}: ${inner}}`, value);
}

function splice(text: string, from: number, to: number, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}
