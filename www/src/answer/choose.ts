/** Which DaemonSet and which Node an answer is about when nobody has chosen, or what was chosen is gone. */

import type { DaemonSetPlacement, NodeGroup, PlaceAnswer } from "everynode";
import type { Chosen, Played } from "./answer";

export function idOf(object: { readonly namespace?: string; readonly name: string }): string {
  return object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`;
}

/** A group that says no and knows a way out first, then any that says no, then any that waits. */
function mostWorthExplaining(groups: readonly NodeGroup[]): NodeGroup | undefined {
  return (
    groups.find((group) => !group.shouldRun && group.suggestion !== undefined) ??
    groups.find((group) => !group.shouldRun) ??
    groups.find((group) => group.verdict !== "runs") ??
    groups[0]
  );
}

export function chosenDaemonSet(place: PlaceAnswer, wanted: string | null): DaemonSetPlacement | undefined {
  return place.daemonSets.find((each) => idOf(each) === wanted) ?? place.daemonSets[0];
}

export function choose(
  place: PlaceAnswer,
  wanted: { readonly daemonSet: string | null; readonly node: string | null },
): Chosen | null {
  const daemonSet = chosenDaemonSet(place, wanted.daemonSet);
  if (daemonSet === undefined) return null;
  if (wanted.node !== null && place.nodes.names.includes(wanted.node))
    return { daemonSet: idOf(daemonSet), node: wanted.node };
  const index = mostWorthExplaining(daemonSet.groups)?.nodes[0];
  return { daemonSet: idOf(daemonSet), node: index === undefined ? null : (place.nodes.names[index] ?? null) };
}

/** The course of the DaemonSet that is shown; that of the texts before stays until the next one comes. */
export function playedOf(played: Played | null, daemonSet: DaemonSetPlacement | undefined): Played | null {
  return played !== null && daemonSet !== undefined && idOf(played.found.daemonSet) === idOf(daemonSet) ? played : null;
}
