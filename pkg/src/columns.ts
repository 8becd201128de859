/** Answers cross the border as JSON, in which a column is an array; here columns become typed arrays. */

import type { Column, NodesAnswer, PlaceAnswer, RolloutAnswer } from "./types.js";

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

/** A `NodesAnswer` from the core's JSON. */
export function nodesAnswer(json: string): NodesAnswer {
  const answer = JSON.parse(json);
  for (const label of answer.labels) {
    label.nodes = Uint32Array.from(label.nodes);
    label.valueIndex = Uint32Array.from(label.valueIndex);
  }
  answer.taintLists = answer.taintLists.map((list: readonly number[]) => Uint32Array.from(list));
  answer.taintList = Uint32Array.from(answer.taintList);
  answer.unschedulable = Uint32Array.from(answer.unschedulable);
  return answer as NodesAnswer;
}

/** An object whose arrays are all columns. */
type Part = Record<string, unknown>;

/** The parts of a `RolloutFound` that hold columns, as the core gives them. */
interface Course {
  readonly found: boolean;
  readonly steps: Part;
  readonly events: Part;
  readonly spans: Part;
  readonly summary: Part;
  readonly update: { gains: readonly number[] | Column; loses: readonly number[] | Column };
  readonly blockers: readonly Part[];
  readonly remedies: readonly Part[];
  waiting: readonly number[] | Column;
}

/** A `RolloutAnswer` from the core's JSON. */
export function rolloutAnswer(json: string): RolloutAnswer {
  const answer: Course = JSON.parse(json);
  if (answer.found) {
    const { steps, events, spans, summary, update, blockers, remedies } = answer;
    answer.waiting = Uint32Array.from(answer.waiting);
    update.gains = Uint32Array.from(update.gains);
    update.loses = Uint32Array.from(update.loses);
    for (const part of [steps, events, spans, summary, ...blockers, ...remedies]) {
      for (const [name, column] of Object.entries(part)) {
        if (Array.isArray(column)) part[name] = Uint32Array.from(column);
      }
    }
  }
  return answer as unknown as RolloutAnswer;
}
