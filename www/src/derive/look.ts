/** How a verdict looks: six looks, told apart by shape and pattern before colour. */

import type { NodeGroup, Reason, Verdict } from "everynode";
import type { GlyphName } from "../views/glyphs";

/** Filled looks have a Pod that serves: `run`, `keep`. */
export type Look = "run" | "wait" | "keep" | "lose" | "out" | "down";

export const GLYPH_OF: Readonly<Record<Look, GlyphName>> = {
  run: "run",
  wait: "wait",
  keep: "keep",
  lose: "lose",
  out: "out",
  down: "down",
};

const LOOK_OF: Readonly<Record<Verdict, Look>> = {
  runs: "run",
  awaitsPod: "wait",
  podNotAvailable: "wait",
  leftOut: "out",
  keepsPod: "keep",
  losesPod: "lose",
};

/** The taints of a Node whose kubelet does not answer: a Pod kept there is dead. */
function isSilent(reason: Reason): boolean {
  return reason.reason === "taint" && reason.taint.key === "node.kubernetes.io/unreachable";
}

export function lookOf(verdict: Verdict, reasons: readonly Reason[]): Look {
  if (verdict === "keepsPod" && reasons.some(isSilent)) return "down";
  if (verdict === "leftOut" && reasons.length > 0 && reasons.every(isSilent)) return "down";
  return LOOK_OF[verdict];
}

export function lookOfGroup(group: NodeGroup): Look {
  return lookOf(group.verdict, group.reasons);
}
