/** The images that an object's Pods run, out of its text. */

import type { Range } from "everynode";
import { objectText, rootOf, valueOf, type Node } from "./repair";

const MAPPINGS = ["BlockMapping", "FlowMapping"];

/** By container, in their order; empty where the text is not understood. */
export function imagesOf(text: string, object: Range): ReadonlyMap<string, string> {
  const { own } = objectText(text, object);
  let at: Node | undefined = rootOf(own);
  for (const key of ["spec", "template", "spec", "containers"]) {
    at = at === undefined ? undefined : valueOf(own, at, key);
  }
  const images = new Map<string, string>();
  for (let item = at?.firstChild ?? null; item !== null; item = item.nextSibling) {
    const container = MAPPINGS.includes(item.name) ? item : MAPPINGS.map((name) => item?.getChild(name) ?? null).find((each) => each !== null);
    if (container == null) continue;
    const said = (key: string) => {
      const value = valueOf(own, container, key);
      return value === undefined ? "" : own.slice(value.from, value.to).replace(/^(["'])(.*)\1$/, "$2");
    };
    images.set(said("name"), said("image"));
  }
  return images;
}
