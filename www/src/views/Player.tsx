import { useEffect, useState } from "preact/hooks";
import { stepAt, type Course } from "../derive/course";
import { clock } from "../derive/timeline";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly course: Course;
  readonly time: number;
  /** Width of the names before the bars: the slider stands under the bars. */
  readonly left: number;
  readonly scrub: (time: number) => void;
}

/** However long the update takes, it plays in this time. */
const WHOLE_MS = 15_000;
const STEP_MS = 700;

/** Back, play, on, and the time as a slider. */
export function Player({ course, time, left, scrub }: Props) {
  const [playing, setPlaying] = useState(false);
  const { answer, end } = course;

  useEffect(() => {
    if (!playing) return;
    // People who ask for less motion see it jump from step to step.
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      const timer = setTimeout(() => {
        const to = next(course, time);
        if (to === undefined) setPlaying(false);
        else scrub(to);
      }, STEP_MS);
      return () => clearTimeout(timer);
    }
    const began = performance.now();
    const frame = requestAnimationFrame(() => {
      const to = time + ((performance.now() - began) / WHOLE_MS) * end;
      if (to >= end) setPlaying(false);
      scrub(Math.min(to, end));
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, time, course, scrub]);

  const toggle = () => {
    if (!playing && time >= end) scrub(0);
    setPlaying(!playing);
  };
  return (
    <div class="ctl" style={{ "--names": `${left}px` }}>
      <div class="keys">
        <button aria-label={texts.rollout.back} onClick={() => scrub(previous(course, time) ?? 0)}>
          <Glyph name="prev" />
        </button>
        <button aria-label={playing ? texts.rollout.pause : texts.rollout.play} onClick={toggle}>
          <Glyph name={playing ? "pause" : "play"} />
        </button>
        <button aria-label={texts.rollout.on} onClick={() => scrub(next(course, time) ?? end)}>
          <Glyph name="next" />
        </button>
      </div>
      <input
        type="range"
        min={0}
        max={end}
        step={1}
        value={Math.round(time)}
        aria-label={texts.rollout.time}
        aria-valuetext={texts.rollout.timeOf(clock(Math.round(time)), stepAt(answer, time) + 1, answer.steps.time.length)}
        onInput={(event) => scrub(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

/** The time of the step after a time. */
export function next({ answer: { steps } }: Course, time: number): number | undefined {
  return steps.time.find((each) => each > time);
}

/** The time of the step before a time. */
export function previous({ answer }: Course, time: number): number | undefined {
  const at = stepAt(answer, time);
  const own = answer.steps.time[at];
  return own !== undefined && own < time ? own : answer.steps.time[at - 1];
}
