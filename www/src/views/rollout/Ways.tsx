import type { RolloutFound, TextEdit } from "everynode";
import { eventsOf } from "../../derive/remedy";
import { capital } from "../../derive/words";
import type { Supposition } from "../../state/state";
import { texts } from "../../texts";
import { rolloutTexts } from "../../texts/rollout";
import { Glyph } from "../Glyph";
import { Said } from "../Said";
import { Links } from "./Links";

type Remedy = RolloutFound["remedies"][number];
type Blocker = RolloutFound["blockers"][number];

interface Props {
  readonly answer: RolloutFound;
  readonly edits: ReadonlyMap<Remedy, readonly TextEdit[]>;
  /** Length of the end of the name that every node has. */
  readonly hidden: number;
  readonly current: boolean;
  readonly apply: (edits: readonly TextEdit[]) => void;
  /** Plays the update with these events. */
  readonly play: (events: readonly Supposition[]) => void;
  readonly show: (node: string) => void;
}

/** Who holds the update up, and what frees it: each way was tried. */
export function Ways({ answer, edits, hidden, current, apply, play, show }: Props) {
  const { blockers, remedies, waiting, outcome, strategy } = answer;
  const waits = outcome !== "complete" && waiting.length > 0;
  if (blockers.length === 0 && remedies.length === 0 && !waits) return null;
  const links = (nodes: Uint32Array) => <Links nodes={nodes} names={answer.nodes} hidden={hidden} show={show} />;
  return (
    <div class="ways">
      <section>
        <h2>{rolloutTexts.holds[outcome === "complete" ? "complete" : strategy === "OnDelete" ? "waiting" : "stuck"]}</h2>
        <ul class="cul">
          {blockers.map((blocker, at) => (
            <li key={at}>
              <Glyph name={glyphOf(blocker)} state={glyphOf(blocker)} />
              <span>
                <b>{links(blocker.nodes)}</b>: <Said text={blocker.text} />.
              </span>
            </li>
          ))}
          {waits && (
            <li>
              <Glyph name="old" state="keep" />
              <span>
                {rolloutTexts.waiting(waiting.length, strategy === "OnDelete")} {links(waiting)}
              </span>
            </li>
          )}
        </ul>
      </section>
      {remedies.length > 0 && (
        <section>
          <h2>
            {rolloutTexts.frees} <small>{rolloutTexts.tried}</small>
          </h2>
          <ol class="free">
            {remedies.map((remedy, at) => {
              const own = edits.get(remedy) ?? [];
              const events = eventsOf(remedy, answer);
              return (
                <li key={at}>
                  <span>
                    <b>
                      <Said text={capital(remedy.text)} />
                    </b>
                    <small>{rolloutTexts.afterwards(remedy.completes, remedy.seconds)}</small>
                  </span>
                  {own.length > 0 ? (
                    <button class="btn sm solid" disabled={!current} onClick={() => apply(own)}>
                      {texts.fix.apply}
                    </button>
                  ) : (
                    events.length > 0 && (
                      <button class="btn sm line" onClick={() => play(events)}>
                        {rolloutTexts.playIt}
                      </button>
                    )
                  )}
                </li>
              );
            })}
          </ol>
          {answer.remediesUntried === true && <p class="muted">{rolloutTexts.untried}</p>}
        </section>
      )}
    </div>
  );
}

function glyphOf({ reason }: Blocker): "down" | "wait" {
  return reason === "nodeGone" || reason === "nodeSilent" || reason === "oldUnavailable" ? "down" : "wait";
}
