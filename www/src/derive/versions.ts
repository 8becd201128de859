/** What old and new Pods are called on the bars. */

import type { Update } from "everynode";
import type { Bar, PodState } from "./course";
import { rolloutTexts } from "../texts/rollout";

export interface Versions {
  readonly old: string;
  readonly new: string;
}

/** Of Pods that stay for good, that they do so is what is said of them. */
export function labelOf({ state }: Bar, last: boolean, { old, new: now }: Versions): string {
  const spoken: Readonly<Partial<Record<PodState, string>>> = {
    old: last ? rolloutTexts.keeps(old) : old,
    available: now,
    pendingBeside: rolloutTexts.besidePending(old),
    neverReadyBeside: rolloutTexts.besideNeverReady(old),
  };
  if (last && (state === "neverReady" || state === "pending" || state === "terminatingForEver" || state === "oldDown" || state === "missing"))
    return rolloutTexts.state[state];
  return spoken[state] ?? "";
}

/** `1.9.0` of `registry.example.com/net/net-probe:1.9.0`; empty where the image has no tag. */
function tagOf(image: string): string {
  const [name = "", digest] = image.split("@");
  const tag = /:([^:/]+)$/.exec(name)?.[1] ?? "";
  return tag === "" && digest !== undefined ? digest.replace(/^sha256:/, "").slice(0, SHORT) : tag;
}

/** Letters of a digest that tell it from others. */
const SHORT = 7;
/** Longer ones leave no room on the bars. */
const LONGEST = 16;

/** The tags of the one image that the update changes; where it changes none, or several, Pods are old and new. */
export function versionsOf({ changes, refused }: Update): Versions {
  const images = changes.filter((change) => change.in === "template" && /\.containers\[.*\]\.image$/.test(change.path));
  const [image] = images;
  const versions = { old: tagOf(image?.before ?? ""), new: tagOf(image?.after ?? "") };
  const told = images.length === 1 && [versions.old, versions.new].every((tag) => tag !== "" && tag.length <= LONGEST);
  if (!told || versions.old === versions.new) return { old: rolloutTexts.old, new: rolloutTexts.new };
  // What is refused is not stored: the Pods that are there are those of the template as it was.
  return refused.length > 0 ? { old: versions.old, new: versions.old } : versions;
}
