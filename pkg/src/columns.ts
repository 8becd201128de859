/** Answers cross the border as JSON, in which a column is an array; here columns become typed arrays. */

import type { Column, PlaceAnswer, RolloutAnswer } from "./types.js";

/** The parts of a `PlaceAnswer` that hold columns, as the core gives them. */
interface Crossed {
  readonly nodes: { readonly facets: readonly { valueIndex: readonly number[] | Column }[] };
  readonly daemonSets: readonly { readonly groups: readonly { nodes: readonly number[] | Column }[] }[];
}

/** A `PlaceAnswer` from the core's JSON. */
export function placeAnswer(json: string): PlaceAnswer {
  const answer: Crossed = JSON.parse(json);
  for (const facet of answer.nodes.facets) facet.valueIndex = Uint32Array.from(facet.valueIndex);
  for (const { groups } of answer.daemonSets) {
    for (const group of groups) group.nodes = Uint32Array.from(group.nodes);
  }
  return answer as unknown as PlaceAnswer;
}

/** A `RolloutAnswer` from the core's JSON. */
export function rolloutAnswer(json: string): RolloutAnswer {
  const answer: { found: boolean; steps: Record<string, ArrayLike<number>>; events: Record<string, ArrayLike<number>> } = JSON.parse(json);
  if (answer.found) {
    for (const columns of [answer.steps, answer.events]) {
      for (const [name, column] of Object.entries(columns)) columns[name] = Uint32Array.from(column);
    }
  }
  return answer as unknown as RolloutAnswer;
}
