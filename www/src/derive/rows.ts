/** Rows of the timeline: node by node, or many nodes counted together. */

import type { PlaceAnswer } from "everynode";
import { texts } from "../texts";
import { rolloutTexts } from "../texts/rollout";
import type { Course } from "./course";
import { facetValue, groupingFacets } from "./nodes";
import { byEnd } from "./tally";

/** `node`, `end` (what becomes of them), or the key of a facet. */
export type RowsBy = string;

export interface Row {
  readonly title: string;
  readonly nodes: readonly number[];
}

/** More nodes than this are counted at first. */
const SINGLE = 60;

/** What rows can be by. */
export function rowsOffered(course: Course, place: PlaceAnswer): readonly RowsBy[] {
  const facets = course.nodes.length > 3 ? groupingFacets(place).map(({ key }) => key) : [];
  return ["node", "end", ...facets];
}

/** Few nodes stand for themselves. Of many, the few that do not get there are told from the others. */
export function defaultRows(course: Course, offered: readonly RowsBy[]): RowsBy {
  if (course.nodes.length <= SINGLE) return "node";
  return course.answer.outcome === "complete" && offered.includes("zone") ? "zone" : "end";
}

export function rowsBy(by: RowsBy, course: Course, place: PlaceAnswer, hidden: number): readonly Row[] {
  const { answer, nodes } = course;
  if (by === "node") {
    return nodes.map((node) => {
      const name = answer.nodes[node] ?? "";
      return { title: name.slice(0, name.length - hidden), nodes: [node] };
    });
  }
  if (by === "end") return byEnd(course).map(({ state, nodes: own }) => ({ title: rolloutTexts.ends[state], nodes: own }));
  const facet = place.nodes.facets.find(({ key }) => key === by);
  if (facet === undefined) return [];
  const at = new Map(place.nodes.names.map((name, index) => [name, index]));
  const rows = new Map<string, number[]>();
  for (const node of nodes) {
    const index = at.get(answer.nodes[node] ?? "");
    const value = index === undefined ? undefined : facetValue(facet, index);
    const title = value === undefined ? texts.nodes.withoutFacet(facet.key) : texts.nodes.facetValue(facet.key, value);
    const row = rows.get(title);
    if (row === undefined) rows.set(title, [node]);
    else row.push(node);
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([title, own]) => ({ title, nodes: own }));
}
