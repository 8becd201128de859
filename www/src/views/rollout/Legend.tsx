import { countsAt, isEmpty, STATES, type Course } from "../../derive/course";
import { texts } from "../../texts";
import { rolloutTexts } from "../../texts/rollout";
import { Glyph } from "../Glyph";
import { StateBar } from "./Bars";
import { GLYPH_OF_STATE } from "./looks";

interface Props {
  readonly course: Course;
  readonly time: number;
}

/** What bars and tiles mean, and how many nodes are in which state at the cursor. */
export function Legend({ course, time }: Props) {
  const counts = countsAt(course, time);
  return (
    <ul class="legend" aria-label={rolloutTexts.legend}>
      {STATES.filter((state) => course.used.has(state) && (!isEmpty(state) || counts.has(state))).map((state) => {
        const count = counts.get(state) ?? 0;
        return (
          <li key={state} class={count === 0 ? "none" : ""}>
            {isEmpty(state) ? (
              <Glyph name={GLYPH_OF_STATE[state]} state={`s-${state}`} />
            ) : (
              <svg viewBox="0 0 26 14" aria-hidden="true">
                <StateBar state={state} x={0} width={26} y={0} />
              </svg>
            )}
            {rolloutTexts.state[state]} <b>{texts.number(count)}</b>
          </li>
        );
      })}
    </ul>
  );
}
