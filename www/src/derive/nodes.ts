/** The Nodes of an answer, as the views want them: which group each is in, and sections to draw. */

import type { DaemonSetPlacement, NodeGroup, NodesAnswer, PlaceAnswer } from "everynode";
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

function byKey<Key>(nodes: Iterable<number>, keyOf: (node: number) => Key): Map<Key, number[]> {
  const parts = new Map<Key, number[]>();
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
function partsOf(facets: readonly Facet[], all: readonly number[]): ReadonlyMap<string, readonly number[]> {
  for (const most of [2, 1]) {
    const parts = byKey(all, (node) => aboutNode(facets, node, most));
    if (parts.size <= PARTS) return parts;
  }
  return new Map([["", all]]);
}

/** More groups than this are put together where they have one title: each Node can have a taint of its own. */
const GROUPS = 24;

interface Gathered {
  readonly group: NodeGroup;
  /** Place of the first group among all. */
  readonly at: number;
  readonly nodes: readonly number[];
  readonly groups: number;
}

function gathered({ groups }: DaemonSetPlacement): readonly Gathered[] {
  if (groups.length <= GROUPS) return groups.map((group, at) => ({ group, at, nodes: [...group.nodes], groups: 1 }));
  const found = new Map<string, { group: NodeGroup; at: number; nodes: number[]; groups: number }>();
  groups.forEach((group, at) => {
    const key = `${lookOfGroup(group)} ${group.title}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, { group, at, nodes: [...group.nodes], groups: 1 });
    else {
      for (const node of group.nodes) before.nodes.push(node);
      before.groups += 1;
    }
  });
  return [...found.values()];
}

/** One section for each group; inside, one run for each zone and pool when there are many Nodes. */
export function sectionsByReason(place: PlaceAnswer, daemonSet: DaemonSetPlacement, split: boolean): readonly Section[] {
  const all = place.nodes.names.length;
  return gathered(daemonSet).map(({ group, at, nodes, groups }) => {
    const look = lookOfGroup(group);
    const parts = split ? partsOf(place.nodes.facets, nodes) : new Map([["", nodes]]);
    const runs = [...parts]
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([caption, own]) => ({ look, group, nodes: Uint32Array.from(own), caption }));
    return {
      key: `group-${at}`,
      title: group.title,
      sentence: groups === 1 ? group.sentence : texts.nodes.gathered(groups, group.sentence),
      look,
      count: nodes.length,
      counted: texts.number(nodes.length),
      share: share(nodes.length, all),
      runs,
      group: at,
    };
  });
}

/** One section for each value of a facet; inside, one run for each group. */
export function sectionsByFacet(place: PlaceAnswer, daemonSet: DaemonSetPlacement, facet: Facet): readonly Section[] {
  const all = place.nodes.names;
  const together = gathered(daemonSet);
  const togetherOf = new Int32Array(all.length).fill(-1);
  together.forEach(({ nodes }, at) => {
    for (const node of nodes) togetherOf[node] = at;
  });
  const parts = byKey(all.keys(), (node) => facetValue(facet, node) ?? "");
  return [...parts]
    .sort(([one], [other]) => (one === "" ? 1 : other === "" ? -1 : one < other ? -1 : 1))
    .map(([value, nodes]) => {
      const runs = [...byKey(nodes, (node) => togetherOf[node] ?? -1)]
        .sort(([one], [other]) => one - other)
        .flatMap(([at, own]) => {
          const group = together[at]?.group;
          if (group === undefined) return [];
          return [{ look: lookOfGroup(group), group, nodes: Uint32Array.from(own), caption: group.title }];
        });
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

/** More values than this are more sections than anybody reads. */
const SECTIONS = 100;

/** Labels that part the Nodes into a readable number of groups, and are no facet already. */
export function groupingLabels(place: PlaceAnswer, { labels, names }: NodesAnswer): readonly string[] {
  const facets = new Set(place.nodes.facets.map(({ label }) => label));
  return labels
    .filter(({ label, values, nodes }) => !facets.has(label) && values.length <= SECTIONS && values.length + (nodes.length < names.length ? 1 : 0) > 1)
    .map(({ label }) => label);
}

/** A label as a facet; undefined where no Node has it. */
export function labelFacet({ labels, names }: NodesAnswer, key: string): Facet | undefined {
  const label = labels.find((each) => each.label === key);
  if (label === undefined) return undefined;
  const values = label.nodes.length < names.length && !label.values.includes("") ? [...label.values, ""] : label.values;
  const valueIndex = new Uint32Array(names.length).fill(values.indexOf(""));
  label.nodes.forEach((node, at) => (valueIndex[node] = label.valueIndex[at] ?? 0));
  return { key, label: key, values, valueIndex };
}

/** Facets worth grouping by: those with more than one value. */
export function groupingFacets(place: PlaceAnswer): readonly Facet[] {
  return place.nodes.facets.filter((facet) => facet.values.length > 1);
}
