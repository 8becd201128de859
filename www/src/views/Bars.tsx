import type { PodState } from "../derive/course";

/** Height of a Pod that serves; one that does not is drawn at half of it. */
export const TALL = 14;
const HALF = 8;

interface BarProps {
  readonly state: PodState;
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

/** One Pod in one state: shape and pattern say which, colour only again. */
export function PodBar({ state, x, width, y }: BarProps) {
  if (state === "dead") {
    const crosses = Array.from({ length: Math.max(1, Math.floor(width / 13)) }, (_, at) => `M${x + at * 13 + 3} ${y + 4.5}l5 5m0-5l-5 5`);
    return <path class="pod dead" d={crosses.join("")} />;
  }
  const tall = state === "old" || state === "ready" || state === "available";
  const edged = !tall || state === "ready";
  const height = tall ? TALL : HALF;
  const inset = edged ? 0.5 : 0;
  return (
    <rect
      class={`pod ${state}`}
      x={x + inset}
      y={y + (TALL - height) / 2 + inset}
      width={Math.max(width - 1 - 2 * inset, 1)}
      height={height - 2 * inset}
    />
  );
}

/** Patterns that bars are filled with; once a page. */
export function Patterns() {
  return (
    <svg class="sr" aria-hidden="true">
      <defs>
        <pattern id="p-terminating" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="ground" />
          <rect width="3" height="6" class="mark" />
        </pattern>
        <pattern id="p-starting" width="4" height="8" patternUnits="userSpaceOnUse">
          <rect width="4" height="8" class="ground" />
          <rect width="1.5" height="8" class="mark" />
        </pattern>
        <pattern id="p-pending" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="10" height="10" class="ground" />
          <rect width="5" height="10" class="mark" />
        </pattern>
      </defs>
    </svg>
  );
}
