import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { stepAt, walk, type Course } from "../../derive/course";
import { clock } from "../../derive/timeline";
import { rolloutTexts } from "../../texts/rollout";
import { Glyph } from "../Glyph";

/** However long the update takes, it plays in this time at the common speed. */
const WHOLE_MS = 15_000;
const STEP_MS = 700;
const LONGEST_MS = 1000;
/** Steps that a key walks with shift. */
const MANY = 10;

const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

export interface Play {
  readonly playing: boolean;
  readonly speed: number;
  readonly toggle: () => void;
  readonly setSpeed: (speed: number) => void;
}

/** Lets time go on while it plays: smoothly, or from step to step for people who ask for less motion. */
export function usePlay(course: Course, time: number, scrub: (time: number) => void): Play {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const drawn = useRef<number | null>(null);
  const { end } = course;

  useEffect(() => {
    if (!playing) {
      drawn.current = null;
      return;
    }
    const to = (moment: number) => {
      if (moment >= end) setPlaying(false);
      scrub(Math.min(moment, end));
    };
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      const timer = setTimeout(() => to(walk(course, time, 1)), STEP_MS / speed);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame((now) => {
      // Slow drawing costs frames, not time; a page that was out of sight goes on where it was.
      const passed = Math.max(1, Math.min(now - (drawn.current ?? now), LONGEST_MS));
      drawn.current = now;
      to(time + (passed / WHOLE_MS) * speed * end);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, time, course, speed, scrub]);

  const toggle = useCallback(() => {
    if (!playing && time >= end) scrub(0);
    setPlaying(!playing);
  }, [playing, time, end, scrub]);
  return { playing, speed, toggle, setSpeed };
}

/** What a key does: space plays, arrows walk steps (ten with shift), Home and End go to the edges. False: nothing. */
export function playKey(event: KeyboardEvent, course: Course, time: number, play: Play, scrub: (time: number) => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const by = event.shiftKey ? MANY : 1;
  switch (event.key) {
    case " ":
      play.toggle();
      return true;
    case "ArrowRight":
      scrub(walk(course, time, by));
      return true;
    case "ArrowLeft":
      scrub(walk(course, time, -by));
      return true;
    case "Home":
      scrub(0);
      return true;
    case "End":
      scrub(course.end);
      return true;
    default:
      return false;
  }
}

interface Props {
  readonly course: Course;
  readonly time: number;
  readonly play: Play;
  /** Width of the names before the bars: the slider stands under the bars. */
  readonly left: number;
  readonly width: number;
  readonly scrub: (time: number) => void;
}

/** Back, play, on, the time as a slider, and how fast it plays. */
export function Player({ course, time, play, left, width, scrub }: Props) {
  const { answer, end } = course;
  return (
    <div class="ctl" style={{ "--names": `${left}px`, "--picture": `${width}px` }}>
      <div class="keys">
        <button aria-label={rolloutTexts.back} onClick={() => scrub(walk(course, time, -1))}>
          <Glyph name="prev" />
        </button>
        <button aria-label={play.playing ? rolloutTexts.pause : rolloutTexts.play} onClick={play.toggle}>
          <Glyph name={play.playing ? "pause" : "play"} />
        </button>
        <button aria-label={rolloutTexts.on} onClick={() => scrub(walk(course, time, 1))}>
          <Glyph name="next" />
        </button>
        <label class="speed">
          <span class="sr">{rolloutTexts.speed}</span>
          <select value={play.speed} onChange={(event) => play.setSpeed(Number(event.currentTarget.value))}>
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {rolloutTexts.speedOf(speed)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <input
        type="range"
        min={0}
        max={end}
        step={1}
        value={Math.round(time)}
        aria-label={rolloutTexts.time}
        aria-valuetext={rolloutTexts.timeOf(clock(Math.round(time)), stepAt(answer, time) + 1, answer.steps.time.length)}
        onInput={(event) => scrub(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
