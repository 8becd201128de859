import { barsOf, type Bar, type Course, type PodState } from "../../derive/course";
import { tallyOf } from "../../derive/tally";
import { area, xOf, type Scale } from "../../derive/timeline";
import { labelOf, type Versions } from "../../derive/versions";
import { rolloutTexts } from "../../texts/rollout";
import { StateBar, TALL } from "./Bars";

/** Width of a letter of a label, and of what stands around it. */
const LETTER = 5.8;
const AROUND = 14;

interface SingleProps {
  /** Its place among the rows. */
  readonly row: number;
  readonly title: string;
  readonly node: number;
  readonly course: Course;
  readonly versions: Versions;
  readonly scale: Scale;
  readonly y: number;
}

/** One node: what it goes through, with the versions of its Pods. */
export function Single({ row, title, node, course, versions, scale, y }: SingleProps) {
  const bars = barsOf(course, node);
  return (
    <g data-row={row}>
      <rect class="hit" y={y - 3} width={scale.left - 6} height={TALL + 6} />
      <text class="nm" x="0" y={y + 11}>
        {title}
      </text>
      {bars.map((bar, at) => {
        const x = xOf(scale, bar.from);
        const width = xOf(scale, bar.to) - x;
        const label = labelOf(bar, at === bars.length - 1, versions);
        return (
          <g key={at}>
            <StateBar state={bar.state} x={x} width={width} y={y} />
            {label !== "" && width > label.length * LETTER + AROUND && <Label bar={bar} text={label} x={x} y={y} />}
          </g>
        );
      })}
    </g>
  );
}

/** Marks are so far apart: a ground between them cuts none. */
const MARKS: Readonly<Partial<Record<PodState, number>>> = { terminatingForEver: 13, oldDown: 9 };

/** Labels on a pattern need a ground. */
function Label({ bar, text, x, y }: { readonly bar: Bar; readonly text: string; readonly x: number; readonly y: number }) {
  const ground = bar.state !== "old" && bar.state !== "available" && bar.state !== "ready";
  const apart = MARKS[bar.state] ?? 1;
  const from = x + (ground ? Math.ceil(13 / apart) * apart + 1 : 0);
  return (
    <>
      {ground && <rect class="under" x={from} y={y} width={Math.ceil((text.length * LETTER + 12) / apart) * apart} height={TALL} />}
      <text class={`in ${bar.state}`} x={from + 6} y={y + 10.5}>
        {text}
      </text>
    </>
  );
}

interface CountedProps {
  /** Its place among the rows; -1 for the sum of all. */
  readonly row: number;
  readonly title: string;
  readonly nodes: readonly number[];
  readonly course: Course;
  readonly times: readonly number[];
  readonly scale: Scale;
  readonly y: number;
  readonly height: number;
}

/** Many nodes: old Pods from above, new ones from below over those that get none; what stays open is served by none. */
export function Counted({ row, title, nodes, course, times, scale, y, height }: CountedProps) {
  const tally = tallyOf(course, nodes, times);
  const { old, available, ready, held } = tally.counts;
  const one = height / Math.max(1, nodes.length);
  const bottom = y + height;
  const stuck = (at: number) => bottom - (held[at] ?? 0) * one;
  const serving = (at: number) => stuck(at) - (available[at] ?? 0) * one;
  const soon = (at: number) => serving(at) - (ready[at] ?? 0) * one;
  return (
    <g data-row={row}>
      <rect class="hit" y={y} width={scale.left - 6} height={height} />
      <text x="0" y={y + 11} class="nm">
        {title}
      </text>
      <text x="0" y={y + 26}>
        {rolloutTexts.nodes(nodes.length)}
      </text>
      <path class="pod old" d={area(scale, tally, () => y, (at) => y + (old[at] ?? 0) * one)} />
      <path class="pod held" d={area(scale, tally, () => bottom, stuck)} />
      <path class="pod ready" d={area(scale, tally, serving, soon)} />
      <path class="pod available" d={area(scale, tally, stuck, serving)} />
      <path class="frame" d={`M${scale.left} ${y + 0.5}H${scale.width}M${scale.left} ${bottom - 0.5}H${scale.width}`} />
    </g>
  );
}
