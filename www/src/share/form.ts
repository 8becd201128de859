/** What a link is made of. Links of every version must open in later ones: parts are added, never changed. */

import type { Cell, NodeChange, Review, Suppose } from "../state/state";

/** The form of version 1. Every part but `files` may be missing; what is unknown is passed over. */
export interface Shared {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Index of the file in the editor. */
  readonly file: number;
  readonly view: string;
  /** The moment to answer for: who opens it later sees the same. */
  readonly now: string;
  readonly daemonSet?: string;
  readonly node?: string;
  readonly check?: string;
  readonly cell?: Cell;
  readonly rule?: string;
  readonly moment?: number;
  readonly finding?: string;
  readonly suppose?: Suppose;
  /** Changes of nodes. Those of manifests are applied or left. */
  readonly whatIf?: readonly NodeChange[];
  readonly review?: Review;
  readonly groupBy?: string;
  readonly example?: string;
  readonly untouched?: boolean;
}
