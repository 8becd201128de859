import type { NodeTimes } from "everynode";
import { rolloutTexts } from "../../texts/rollout";
import { Said } from "../Said";

/** How long Pods take to start and to stop, and where each figure comes from. */
export function PodTimes({ times }: { readonly times: readonly NodeTimes[] }) {
  if (times.length === 0) return null;
  return (
    <>
      <h2>{rolloutTexts.times}</h2>
      {times.map((each, at) => (
        <div key={at} class="times">
          <p>
            {times.length > 1 && <b>{rolloutTexts.timesOf(each.nodes, each.example)} </b>}
            {rolloutTexts.timesSum(each.startupSeconds, each.terminationSeconds)}
          </p>
          <ul>
            {each.parts.map((part, nth) => (
              <li key={nth}>
                <b>{rolloutTexts.seconds(part.seconds)}</b>
                <span>
                  {part.what}, <Said text={part.source} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
