import type { Playing } from "../../answer/answer";
import { clock } from "../../derive/timeline";
import { rolloutTexts } from "../../texts/rollout";

interface Props {
  readonly playing: Playing;
  readonly stop: () => void;
  readonly again: () => void;
}

/** An update of thousands of nodes takes its time: how far it is, and a way to stop it. */
export function Progress({ playing: { progress, stopped }, stop, again }: Props) {
  const { time, updated, desired, trial } = progress;
  const share = desired === 0 ? 0 : Math.min(1, updated / desired);
  return (
    <div class={stopped ? "progress stopped" : "progress"}>
      <p role="status">
        {stopped
          ? rolloutTexts.stoppedAt(clock(time), updated, desired)
          : trial > 0
            ? rolloutTexts.trying(trial)
            : rolloutTexts.playingNow(clock(time), updated, desired)}
      </p>
      <button class="btn sm line" onClick={stopped ? again : stop}>
        {stopped ? rolloutTexts.playAgain : rolloutTexts.stop}
      </button>
      {!stopped && <progress aria-label={rolloutTexts.progress} max={1} value={share} />}
    </div>
  );
}
