import type { Course } from "../../derive/course";
import { heldAt, type Holder } from "../../derive/holders";
import { rolloutTexts } from "../../texts/rollout";

interface Props {
  readonly course: Course;
  readonly time: number;
  /** Length of the end of the name that every name has. */
  readonly hidden: number;
  readonly show: (node: string) => void;
}

/** More slots than this are a bar. */
const SLOTS = 6;

/** Who uses up the budget at the cursor: by name while that can be read. */
export function Budget({ course, time, hidden, show }: Props) {
  const { answer } = course;
  const { limits } = answer;
  if (answer.update.by === "delete") return null;
  if (answer.strategy === "OnDelete" || limits === undefined) {
    return (
      <h2>
        {rolloutTexts.budget}
        <small>{answer.limitsError ?? rolloutTexts.noBudget}</small>
      </h2>
    );
  }
  const surges = limits.maxSurge > 0;
  const size = surges ? limits.maxSurge : limits.maxUnavailable;
  const { count, holders, forGood } = heldAt(course, time);
  const named = size <= SLOTS && count <= SLOTS && (count === 0 || holders.length > 0);
  return (
    <>
      <h2>
        {rolloutTexts.budget}
        <small>{rolloutTexts.limit(surges ? "maxSurge" : "maxUnavailable", size)}</small>
      </h2>
      {named ? (
        <ul class="slots">
          {Array.from({ length: Math.max(size, holders.length) }, (_, nth) => (
            <Slot key={nth} holder={holders[nth]} over={nth >= size} course={course} hidden={hidden} show={show} />
          ))}
        </ul>
      ) : (
        <Meter size={size} held={forGood} busy={count - forGood} />
      )}
      {count > size && <p class="muted">{rolloutTexts.over(count - size)}</p>}
    </>
  );
}

interface SlotProps {
  readonly holder: Holder | undefined;
  /** Beyond what the budget allows. */
  readonly over: boolean;
  readonly course: Course;
  readonly hidden: number;
  readonly show: (node: string) => void;
}

function Slot({ holder, over, course, hidden, show }: SlotProps) {
  if (holder === undefined) {
    return (
      <li class="slot free">
        <span>{rolloutTexts.free}</span>
      </li>
    );
  }
  const { node, state, forGood } = holder;
  const name = course.answer.nodes[node] ?? "";
  const look = state === "terminatingForEver" || state === "oldDown" ? "dead" : forGood ? "wait" : "hand";
  return (
    <li class={`slot ${look}${over ? " over" : ""}`}>
      <a href="#nodes" title={name} onClick={() => show(name)}>
        <code>{name.slice(0, name.length - hidden)}</code>
      </a>
      <span>{rolloutTexts.slot(state, forGood)}</span>
    </li>
  );
}

function Meter({ size, held, busy }: { readonly size: number; readonly held: number; readonly busy: number }) {
  const most = Math.max(1, size, held + busy);
  return (
    <>
      <svg class="meter" viewBox={`0 0 ${most} 14`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="room" width={most} height="14" />
        <rect class="held" width={held} height="14" />
        <rect class="hand" x={held} width={busy} height="14" />
      </svg>
      <p class="muted">{rolloutTexts.used(held, busy, Math.max(0, size - held - busy))}</p>
    </>
  );
}
