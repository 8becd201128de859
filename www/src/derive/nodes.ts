/** The Nodes of an answer, as the views want them: which group each is in, and sections to draw. */

import type { DaemonSetPlacement, NodeGroup, PlaceAnswer } from "everynode";
import { texts } from "../texts";
import { lookOfGroup, type Look } from "./look";
import { sharedStart } from "./names";

export type Facet = PlaceAnswer["nodes"]["facets"][number];

/** Group of each Node by its index, -1 where there is none. */
export function groupOfNode(place: PlaceAnswer, daemonSet: DaemonSetPlacement): Int32Array {
  const groupOf = new Int32Array(place.nodes.names.length).fill(-1);
  daemonSet.groups.forEach((group, at) => {
    for (const node of group.nodes) groupOf[node] = at;
  });
  return groupOf;
}

/** What a facet says of a Node; undefined where the Node has no such label. */
export function facetValue(facet: Facet, node: number): string | undefined {
  const value = facet.values[facet.valueIndex[node] ?? -1];
  return value === "" ? undefined : value;
}

/** `zone a, general`: the facets that tell these Nodes apart, at most two. */
export function aboutNode(facets: readonly Facet[], node: number, most = 2): string {
  return facets
    .filter((facet) => facet.values.length > 1)
    .slice(0, most)
    .map((facet) => {
      const value = facetValue(facet, node);
      return value === undefined
        ? undefined
        : texts.nodes.facetValue(facet.key, value.slice(sharedStart(facet.values).length));
    })
    .filter((each) => each !== undefined)
    .join(", ");
}

/** Nodes that look the same, drawn as one run of tiles or dots. */
export interface Run {
  readonly look: Look;
  readonly group: NodeGroup;
  readonly nodes: Uint32Array;
  /** What the Nodes of this run share: `zone a, general`. */
  readonly caption: string;
}

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  /** The look of all Nodes; null where they differ. */
  readonly look: Look | null;
  readonly count: number;
  readonly counted: string;
  readonly share: string;
  readonly runs: readonly Run[];
  /** Index of the group, for links; -1 for sections by facet. */
  readonly group: number;
}

function byKey(nodes: Iterable<number>, keyOf: (node: number) => string): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [node]);
    else part.push(node);
  }
  return parts;
}

function share(count: number, all: number): string {
  return all === 0 ? "" : `${((count / all) * 100).toFixed(1)} %`;
}

/** More parts than this hide the picture behind their captions. */
const PARTS = 4;

/** By zone and pool, or by zone only, or in one piece: the finest that stays readable. */
function partsOf(facets: readonly Facet[], nodes: Iterable<number>): Map<string, number[]> {
  const all = [...nodes];
  for (const most of [2, 1]) {
    const parts = byKey(all, (node) => aboutNode(facets, node, most));
    if (parts.size <= PARTS) return parts;
  }
  return new Map([["", all]]);
}

/** One section for each group; inside, one run for each zone and pool when there are many Nodes. */
export function sectionsByReason(place: PlaceAnswer, daemonSet: DaemonSetPlacement, split: boolean): readonly Section[] {
  const all = place.nodes.names.length;
  return daemonSet.groups.map((group, at) => {
    const look = lookOfGroup(group);
    const parts = split ? partsOf(place.nodes.facets, group.nodes) : new Map([["", [...group.nodes]]]);
    const runs = [...parts]
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([caption, nodes]) => ({ look, group, nodes: Uint32Array.from(nodes), caption }));
    return {
      key: `group-${at}`,
      title: group.title,
      sentence: group.sentence,
      look,
      count: group.nodes.length,
      counted: texts.number(group.nodes.length),
      share: share(group.nodes.length, all),
      runs,
      group: at,
    };
  });
}

/** One section for each value of a facet; inside, one run for each group. */
export function sectionsByFacet(place: PlaceAnswer, daemonSet: DaemonSetPlacement, facet: Facet): readonly Section[] {
  const all = place.nodes.names;
  const groupOf = groupOfNode(place, daemonSet);
  const parts = byKey(all.keys(), (node) => facetValue(facet, node) ?? "");
  return [...parts]
    .sort(([one], [other]) => (one === "" ? 1 : other === "" ? -1 : one < other ? -1 : 1))
    .map(([value, nodes]) => {
      const runs = daemonSet.groups
        .map((group, at) => ({
          look: lookOfGroup(group),
          group,
          nodes: Uint32Array.from(nodes.filter((node) => groupOf[node] === at)),
          caption: group.title,
        }))
        .filter((run) => run.nodes.length > 0);
      const eligible = runs.filter((run) => run.group.shouldRun).reduce((sum, run) => sum + run.nodes.length, 0);
      return {
        key: `facet-${value}`,
        title: value === "" ? texts.nodes.withoutFacet(facet.key) : texts.nodes.facetTitle(facet.key, value),
        sentence: "",
        look: null,
        count: nodes.length,
        counted: texts.nodes.runOf(eligible, nodes.length),
        share: "",
        runs,
        group: -1,
      };
    });
}

/** Facets worth grouping by: those with more than one value. */
export function groupingFacets(place: PlaceAnswer): readonly Facet[] {
  return place.nodes.facets.filter((facet) => facet.values.length > 1);
}
