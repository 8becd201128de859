import type { RolloutFound } from "everynode";
import { capital } from "../../derive/words";
import { rolloutTexts } from "../../texts/rollout";
import { Said } from "../Said";

const NAMED = 3;

/** How the update ends, and what it costs on the way. */
export function Outcome({ answer }: { readonly answer: RolloutFound }) {
  const { summary, steps, start, seconds, update, outcome } = answer;
  const named = (nodes: Uint32Array) => [...nodes.subarray(0, NAMED)].map((node) => answer.nodes[node] ?? "");
  const rest: readonly string[] = outcome === "refused" ? [] : [
    rolloutTexts.start[start],
    ...(summary.peakUnavailable > 0 ? [rolloutTexts.peak(summary.peakUnavailable, steps.desired[0] ?? 0)] : []),
    ...(seconds > 0 && update.by !== "delete" && start !== "nothing" ? [rolloutTexts.availability(summary.availabilityPermille)] : []),
    ...(summary.losesCoverage.length > 0 ? [rolloutTexts.loses(named(summary.losesCoverage), summary.losesCoverage.length)] : []),
    ...(start !== "nothing" && summary.gains.length > 0 ? [rolloutTexts.gains(named(summary.gains), summary.gains.length)] : []),
    ...(summary.sideBySide.length > 0 ? [rolloutTexts.sideBySide(summary.sideBySide.length)] : []),
  ];
  return (
    <p class="lead">
      <b>
        <Said text={`${capital(answer.verdict)}.`} />
      </b>{" "}
      <Said text={rest.join(" ")} />
    </p>
  );
}
