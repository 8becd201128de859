import { isEmpty, serves, type PodState } from "../../derive/course";

/** Height of a Pod that serves; one that does not is drawn at half of it. */
export const TALL = 14;
const HALF = 8;

interface BarProps {
  readonly state: PodState;
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

/** The state of the new Pod beside the old one, where there are two. */
const BESIDE: Readonly<Partial<Record<PodState, PodState>>> = {
  pendingBeside: "pending",
  beside: "starting",
  neverReadyBeside: "neverReady",
};

/** One Node in one state: height, shape and pattern say which, colour only again. */
export function StateBar({ state, x, width, y }: BarProps) {
  if (isEmpty(state)) return null;
  if (state === "missing") return <path class="pod missing" d={`M${x} ${y + TALL / 2}h${Math.max(width - 1, 1)}`} />;
  if (state === "terminatingForEver" || state === "oldDown") {
    const [dx, shape] = state === "oldDown" ? [9, "l5 0"] : [13, "l5 5m0-5l-5 5"];
    const drop = state === "oldDown" ? TALL / 2 : 4.5;
    const marks = Array.from({ length: Math.max(1, Math.floor(width / dx)) }, (_, at) => `M${x + at * dx + 3} ${y + drop}${shape}`);
    return <path class={`pod ${state}`} d={marks.join("")} />;
  }
  const beside = BESIDE[state];
  if (beside !== undefined) {
    // Old above, new below; together as high as a Pod that serves.
    return (
      <>
        <rect class="pod old" x={x} y={y} width={Math.max(width - 1, 1)} height={5} />
        <Box state={beside} x={x} width={width} y={y + 6} height={HALF} />
      </>
    );
  }
  const height = serves(state) ? TALL : HALF;
  return <Box state={state} x={x} width={width} y={y + (TALL - height) / 2} height={height} />;
}

function Box({ state, x, width, y, height }: BarProps & { readonly height: number }) {
  const inset = state === "old" || state === "available" ? 0 : 0.5;
  return (
    <rect
      class={`pod ${state}`}
      x={x + inset}
      y={y + inset}
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
        <pattern id="p-neverReady" width="4" height="8" patternUnits="userSpaceOnUse">
          <rect width="4" height="8" class="ground" />
          <rect width="1.5" height="8" class="mark" />
        </pattern>
        <pattern id="p-pending" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="10" height="10" class="ground" />
          <rect width="5" height="10" class="mark" />
        </pattern>
        <pattern id="p-held" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="ground" />
          <rect width="2.5" height="6" class="mark" />
        </pattern>
      </defs>
    </svg>
  );
}
