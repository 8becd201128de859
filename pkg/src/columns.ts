/** Columns cross the border as bytes, which is one copy whatever their length; here they become numbers. */

import type { Column, PlaceAnswer } from "./types.js";

/** The parts of a `PlaceAnswer` that hold columns, as the core gives them. */
interface Crossed {
  readonly nodes: { readonly facets: readonly { valueIndex: Uint8Array | Column }[] };
  readonly daemonSets: readonly { readonly groups: readonly { nodes: Uint8Array | Column }[] }[];
}

/** The same memory, read as little-endian numbers of 32 bits: the order of every host that runs WebAssembly today. */
function column(bytes: Uint8Array | Column): Column {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT);
}

/** Turns the columns of an answer into numbers, in place. */
export function columns(answer: unknown): PlaceAnswer {
  const { nodes, daemonSets } = answer as Crossed;
  for (const facet of nodes.facets) facet.valueIndex = column(facet.valueIndex);
  for (const { groups } of daemonSets) {
    for (const group of groups) group.nodes = column(group.nodes);
  }
  return answer as PlaceAnswer;
}
