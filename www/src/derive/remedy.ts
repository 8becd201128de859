/** What a remedy changes: the manifest, or the cluster. */

import type { RolloutFound } from "everynode";
import type { Wish } from "../editor/repair";
import type { Supposition } from "../state/state";

type Remedy = RolloutFound["remedies"][number];

const ROLLING = ["spec", "updateStrategy", "rollingUpdate"];

/** Empty for a remedy that is no change of the manifest. */
export function wishesOf({ fix, text }: Remedy): readonly Wish[] {
  switch (fix) {
    case "maxUnavailable":
    case "maxSurge": {
      // The limit stands at the end of the sentence.
      const limit = /(\d+)$/.exec(text)?.[1];
      return limit === undefined ? [] : [{ path: [...ROLLING, fix], value: limit }];
    }
    case "withoutSurge":
      return [
        { path: [...ROLLING, "maxSurge"], value: "0" },
        { path: [...ROLLING, "maxUnavailable"], value: "1" },
      ];
    default:
      return [];
  }
}

const EVENT_OF: Readonly<Partial<Record<Remedy["fix"], Supposition["kind"]>>> = {
  deletePods: "deletePod",
  forceDeletePods: "forceDeletePod",
  deleteNodes: "deleteNode",
  undo: "rollback",
};

/** What happens when somebody does it, a second after the update has come to rest; empty for a change of the manifest. */
export function eventsOf({ fix, nodes }: Remedy, { nodes: names, seconds }: RolloutFound): readonly Supposition[] {
  const kind = EVENT_OF[fix];
  if (kind === undefined) return [];
  return [{ kind, nodes: [...nodes].map((node) => names[node] ?? ""), value: "", time: seconds + 1 }];
}
