import type { NodeTimes } from "everynode";
import { texts } from "../../texts";
import { Said } from "../Said";

/** How long Pods take to start and to stop, and where each figure comes from. */
export function PodTimes({ times }: { readonly times: readonly NodeTimes[] }) {
  if (times.length === 0) return null;
  return (
    <>
      <h2>{texts.rollout.times}</h2>
      {times.map((each, at) => (
        <div key={at} class="times">
          <p>
            {times.length > 1 && <b>{texts.rollout.timesOf(each.nodes, each.example)} </b>}
            {texts.rollout.timesSum(each.startupSeconds, each.terminationSeconds)}
          </p>
          <ul>
            {each.parts.map((part, nth) => (
              <li key={nth}>
                <b>{texts.rollout.seconds(part.seconds)}</b>
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
