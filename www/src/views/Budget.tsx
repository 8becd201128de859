import { holdersAt, type Course, type Holder } from "../derive/course";
import { clock } from "../derive/timeline";
import { shownNames } from "../derive/names";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly course: Course;
  readonly time: number;
  readonly show: (node: string) => void;
}

/** More slots than this are a bar. */
const SLOTS = 6;
/** Nodes that hold a slot for good are named up to here. */
const NAMED = 8;

/** Who uses up the budget, by name while that can be read, and who holds it for good. */
export function Budget({ course, time, show }: Props) {
  const { answer } = course;
  const { limits } = answer;
  const holders = holdersAt(course, time);
  const forGood = holdersAt(course, course.end).filter((holder) => holder.forGood);
  const size = limits === undefined ? 0 : limits.maxSurge > 0 ? limits.maxSurge : limits.maxUnavailable;
  const rolling = answer.strategy === "RollingUpdate" && limits !== undefined;
  return (
    <>
      <h2>
        {texts.rollout.budget}
        <small>
          {answer.limitsError ??
            (rolling ? texts.rollout.limit(limits.maxSurge > 0 ? "maxSurge" : "maxUnavailable", size) : texts.rollout.noBudget)}
        </small>
      </h2>
      {rolling && size <= SLOTS ? (
        <Slots course={course} holders={holders} size={size} />
      ) : (
        rolling && (
          <Meter size={size} held={holders.filter((each) => each.forGood).length} busy={holders.filter((each) => !each.forGood).length} />
        )
      )}
      {answer.outcome !== "complete" && forGood.length > 0 && (
        <ul class="cul">
          {forGood.slice(0, NAMED).map(({ node, since, state }) => (
            <li key={node}>
              <Glyph name={state === "pending" || state === "starting" ? "wait" : "down"} state={state === "pending" || state === "starting" ? "wait" : "down"} />
              <span>
                <b>
                  {texts.rollout.heldBy}{" "}
                  <a href="#nodes" onClick={() => show(answer.nodes[node] ?? "")}>
                    <code>{answer.nodes[node]}</code>
                  </a>
                </b>{" "}
                {texts.rollout.heldFrom(clock(since))}
                <p>{texts.rollout.holds[state]}</p>
              </span>
            </li>
          ))}
          {forGood.length > NAMED && <li>{texts.nodes.andMore(forGood.length - NAMED)}</li>}
        </ul>
      )}
    </>
  );
}

interface SlotsProps {
  readonly course: Course;
  readonly holders: readonly Holder[];
  readonly size: number;
}

function Slots({ course, holders, size }: SlotsProps) {
  const shown = Math.max(size, Math.min(holders.length, SLOTS));
  const { hidden } = shownNames(course.answer.nodes);
  return (
    <ul class="slots">
      {Array.from({ length: shown }, (_, nth) => {
        const holder = holders[nth];
        if (holder === undefined) {
          return (
            <li key={nth} class="slot free">
              <span>{texts.rollout.free}</span>
            </li>
          );
        }
        const look = holder.state === "dead" ? "dead" : holder.forGood ? "wait" : "busy";
        return (
          <li key={nth} class={`slot ${look}`}>
            <code>{(course.answer.nodes[holder.node] ?? "").slice(0, hidden === 0 ? undefined : -hidden)}</code>
            <span>{texts.rollout.slot(holder.state, holder.forGood)}</span>
          </li>
        );
      })}
      {holders.length > shown && <li class="muted">{texts.nodes.andMore(holders.length - shown)}</li>}
    </ul>
  );
}

function Meter({ size, held, busy }: { readonly size: number; readonly held: number; readonly busy: number }) {
  const most = Math.max(size, held + busy);
  return (
    <>
      <svg class="meter" viewBox={`0 0 ${most} 14`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="room" width={most} height="14" />
        <rect class="held" width={held} height="14" />
        <rect class="busy" x={held} width={busy} height="14" />
      </svg>
      <p class="muted">{texts.rollout.used(held, busy, Math.max(0, size - held - busy))}</p>
    </>
  );
}
