/** What a remedy changes in the manifest. */

import type { RolloutFound } from "everynode";
import type { Wish } from "../editor/repair";

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
