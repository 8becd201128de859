/** The glyph of a tile in each state: squares are old Pods, discs new ones; solid serves, hollow does not. */

import type { PodState } from "../../derive/course";
import type { GlyphName } from "../glyphs";

export const GLYPH_OF_STATE: Readonly<Record<PodState, GlyphName>> = {
  gone: "dash",
  absent: "out",
  missing: "lose",
  old: "old",
  oldDown: "oldDown",
  terminating: "terminating",
  terminatingForEver: "down",
  starting: "starting",
  neverReady: "neverReady",
  pending: "wait",
  pendingBeside: "besideWait",
  ready: "ready",
  available: "run",
  beside: "beside",
  neverReadyBeside: "besideWait",
};
