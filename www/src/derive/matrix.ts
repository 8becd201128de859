/** The cell of the matrix that is shown, and what a toleration and a taint say of each other. */

import type { DaemonSetPlacement, TaintView, TolerationDiffers, TolerationView } from "everynode";
import type { Cell } from "../state/state";
import { nearestToleration } from "./verdict";

export type CellKind = "yes" | "near" | "no";

export function cellKind(differs: readonly TolerationDiffers[]): CellKind {
  if (differs.length === 0) return "yes";
  return differs.includes("key") ? "no" : "near";
}

/** The wanted cell, or the nearest miss of a taint that keeps Pods out, or the first match, or the first cell. */
export function shownCell(daemonSet: DaemonSetPlacement, wanted: Cell | null): Cell | null {
  const { matrix } = daemonSet;
  if (wanted !== null && matrix.differs[wanted.toleration]?.[wanted.taint] !== undefined) return wanted;
  for (const [taint, { outcome }] of matrix.taints.entries()) {
    if (outcome !== "keepsOut" && outcome !== "evicts") continue;
    const toleration = nearestToleration(daemonSet, taint);
    if (toleration >= 0) return { toleration, taint };
  }
  for (const [toleration, row] of matrix.differs.entries()) {
    const taint = row.findIndex((differs) => differs.length === 0);
    if (taint >= 0) return { toleration, taint };
  }
  return matrix.taints.length > 0 && matrix.tolerations.length > 0 ? { toleration: 0, taint: 0 } : null;
}

/** The cell to show for a toleration: the taint that it matches, else comes closest to, else the first. */
export function cellOf({ matrix }: DaemonSetPlacement, toleration: number): Cell | null {
  const row = matrix.differs[toleration];
  if (row === undefined || row.length === 0) return null;
  const kinds = row.map(cellKind);
  const taint = [kinds.indexOf("yes"), kinds.indexOf("near"), 0].find((each) => each >= 0) ?? 0;
  return { toleration, taint };
}

/** Well-known prefixes become `…/`, so that what differs can be read. */
export function shortKey(key: string): string {
  return key.replace(/^node(-role)?\.kubernetes\.io\//, "…/");
}

export function taintText({ key, value, effect }: Pick<TaintView, "key" | "value" | "effect">): string {
  return value === "" ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}

export interface Compared {
  readonly part: TolerationDiffers;
  readonly agrees: boolean;
  readonly toleration: string;
  readonly taint: string;
}

/** Key, operator, value and effect of a cell, in the order in which Kubernetes' rules read. */
export function compared(
  toleration: TolerationView,
  taint: TaintView,
  differs: readonly TolerationDiffers[],
): readonly Compared[] {
  const row = (part: TolerationDiffers, of: string, to: string): Compared => ({
    part,
    agrees: !differs.includes(part),
    toleration: of,
    taint: to,
  });
  const rows = [row("key", toleration.key, taint.key), row("operator", toleration.operator, "")];
  if (toleration.operator !== "Exists") rows.push(row("value", toleration.value, taint.value));
  rows.push(row("effect", toleration.effect, taint.effect));
  return rows;
}
