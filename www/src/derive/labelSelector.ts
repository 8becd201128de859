/** Label selectors as `kubectl -l` takes them, and the Nodes that they choose. */

import type { NodesAnswer } from "everynode";

type Requirement =
  | { readonly operator: "in" | "notin"; readonly key: string; readonly values: readonly string[] }
  | { readonly operator: "exists" | "absent"; readonly key: string };

const KEY = "[A-Za-z0-9][-A-Za-z0-9_./]*";
const VALUE = "[A-Za-z0-9]?[-A-Za-z0-9_.]*";
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUAL = new RegExp(`^(${KEY})\\s*(=|==|!=)\\s*(${VALUE})$`);
const ALONE = new RegExp(`^(!?)\\s*(${KEY})$`);

/** Whether a text means labels and not a name. A key alone is taken for a part of a name. */
export function looksLikeSelector(text: string): boolean {
  return /[=!,()]/.test(text);
}

/** undefined where kubectl would refuse it. */
export function parseSelector(text: string): readonly Requirement[] | undefined {
  const parts = text.trim().split(/,(?![^()]*\))/);
  const found = parts.map((part) => requirement(part.trim()));
  return found.some((each) => each === undefined) ? undefined : (found as Requirement[]);
}

function requirement(text: string): Requirement | undefined {
  const set = SET.exec(text);
  if (set !== null) {
    const [, key = "", operator, values = ""] = set;
    return { operator: operator === "in" ? "in" : "notin", key, values: values.split(",").map((value) => value.trim()) };
  }
  const equal = EQUAL.exec(text);
  if (equal !== null) {
    const [, key = "", operator, value = ""] = equal;
    return { operator: operator === "!=" ? "notin" : "in", key, values: [value] };
  }
  const alone = ALONE.exec(text);
  if (alone === null) return undefined;
  return { operator: alone[1] === "!" ? "absent" : "exists", key: alone[2] ?? "" };
}

/** Indices of the Nodes that fulfil all of them, ascending. */
export function selectedNodes({ names, labels }: NodesAnswer, selector: readonly Requirement[]): readonly number[] {
  const chosen = new Uint8Array(names.length).fill(1);
  for (const each of selector) {
    const label = labels.find((own) => own.label === each.key);
    const holds = new Uint8Array(names.length);
    if (label !== undefined) {
      const wanted = each.operator === "in" || each.operator === "notin" ? each.values : null;
      const among = label.values.map((value) => wanted === null || wanted.includes(value));
      label.nodes.forEach((node, at) => {
        if (among[label.valueIndex[at] ?? 0] === true) holds[node] = 1;
      });
    }
    const negated = each.operator === "notin" || each.operator === "absent";
    for (let node = 0; node < chosen.length; node += 1) if (holds[node] === (negated ? 1 : 0)) chosen[node] = 0;
  }
  return [...chosen.keys()].filter((node) => chosen[node] === 1);
}

/** Names of nodes from a name, several with commas between, or a selector; undefined where it is none of them. */
export function namedNodes(answer: NodesAnswer, text: string): readonly string[] | undefined {
  const names = text.split(/[\s,]+/).filter((each) => each !== "");
  if (names.length > 0 && names.every((name) => answer.names.includes(name))) return [...new Set(names)];
  if (!looksLikeSelector(text)) return undefined;
  const selector = parseSelector(text);
  return selector === undefined ? undefined : selectedNodes(answer, selector).map((node) => answer.names[node] ?? "");
}
