/** Two answers about one DaemonSet, node by node: before, and after. */

import type { DaemonSetPlacement, NodeGroup, PlaceAnswer } from "everynode";
import { idOf } from "../answer/choose";
import { lookOfGroup, type Look } from "./look";
import { groupOfNode } from "./nodes";

export interface Side {
  readonly look: Look;
  readonly group: NodeGroup;
}

export interface ComparedNode {
  readonly name: string;
  /** null: there is no such node. */
  readonly before: Side | null;
  readonly after: Side | null;
  /** Whether the DaemonSet gains or loses a node. */
  readonly change: 1 | 0 | -1;
}

export interface Comparison {
  readonly nodes: readonly ComparedNode[];
  readonly before: DaemonSetPlacement | undefined;
  readonly after: DaemonSetPlacement | undefined;
  readonly gains: number;
  readonly loses: number;
}

export function comparisonOf(before: PlaceAnswer, after: PlaceAnswer, daemonSet: string): Comparison {
  const [one, other] = [before, after].map((place) => sidesOf(place, daemonSet)) as [Sides, Sides];
  const names = [...new Set([...one.sides.keys(), ...other.sides.keys()])].sort();
  const nodes = names.map((name): ComparedNode => {
    const [was, is] = [one.sides.get(name) ?? null, other.sides.get(name) ?? null];
    const change = (Number(is?.group.shouldRun ?? false) - Number(was?.group.shouldRun ?? false)) as 1 | 0 | -1;
    return { name, before: was, after: is, change };
  });
  const count = (change: 1 | -1) => nodes.reduce((sum, node) => sum + (node.change === change ? 1 : 0), 0);
  return { nodes, before: one.daemonSet, after: other.daemonSet, gains: count(1), loses: count(-1) };
}

interface Sides {
  readonly daemonSet: DaemonSetPlacement | undefined;
  readonly sides: ReadonlyMap<string, Side>;
}

function sidesOf(place: PlaceAnswer, wanted: string): Sides {
  const daemonSet = place.daemonSets.find((each) => idOf(each) === wanted);
  const sides = new Map<string, Side>();
  if (daemonSet === undefined) return { daemonSet, sides };
  const groupOf = groupOfNode(place, daemonSet);
  place.nodes.names.forEach((name, node) => {
    const group = daemonSet.groups[groupOf[node] ?? -1];
    if (group !== undefined) sides.set(name, { look: lookOfGroup(group), group });
  });
  return { daemonSet, sides };
}

/** Nodes to which the same happens for the same reason. */
export interface Happening {
  readonly nodes: readonly string[];
  readonly before: Look | null;
  readonly after: Look | null;
  readonly because: string;
}

/** What happens to nodes, first those that gain or lose a Pod; of nodes that nothing happens to, those that somebody changed. */
export function happenings({ nodes }: Comparison, touched: ReadonlySet<string>): readonly Happening[] {
  const found = new Map<string, { nodes: string[]; rank: number } & Omit<Happening, "nodes">>();
  for (const { name, before, after, change } of nodes) {
    const same = before?.look === after?.look && change === 0;
    if (same && !touched.has(name)) continue;
    const because = after?.group.sentence ?? "";
    const key = JSON.stringify([before?.look, after?.look, because]);
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { nodes: [name], before: before?.look ?? null, after: after?.look ?? null, because, rank: same ? 1 : 0 });
    } else known.nodes.push(name);
  }
  return [...found.values()].sort((one, other) => one.rank - other.rank);
}

/** How many nodes each DaemonSet has before and after; those for which it stays the same are left out. */
export function others(before: PlaceAnswer, after: PlaceAnswer, but: string): readonly { readonly name: string; readonly before: number; readonly after: number }[] {
  return after.daemonSets.flatMap((daemonSet) => {
    const name = idOf(daemonSet);
    const was = before.daemonSets.find((each) => idOf(each) === name)?.eligible ?? 0;
    return name === but ? [] : [{ name, before: was, after: daemonSet.eligible }];
  });
}
