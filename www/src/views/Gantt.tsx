import { useMemo } from "preact/hooks";
import { countsOf, type Bar, type Course } from "../derive/course";
import { area, clock, ticks, timeAt, xOf, type Scale } from "../derive/timeline";
import { texts } from "../texts";
import { PodBar, TALL } from "./Bars";

/** Nodes drawn in one row: one node with its Pods, or many with their Pods counted. */
export interface GanttRow {
  readonly title: string;
  readonly nodes: readonly number[];
}

interface Props {
  readonly course: Course;
  readonly rows: readonly GanttRow[];
  readonly scale: Scale;
  readonly time: number;
  readonly scrub: (time: number) => void;
}

const TOP = 20;
const ROW = 21;
const COUNTED = 40;
/** Below the rows: all nodes, counted. */
const SUM = 40;

/** Nodes by time. Full height is a Pod that serves, half height one that does not. */
export function Gantt({ course, rows, scale, time, scrub }: Props) {
  const tops = useMemo(() => topsOf(rows), [rows]);
  const bottom = (tops[tops.length - 1] ?? TOP) + 12;
  const height = bottom + SUM + 4;
  const still = useMemo(
    () => <Still course={course} rows={rows} tops={tops} scale={scale} bottom={bottom} />,
    [course, rows, tops, scale, bottom],
  );
  const x = xOf(scale, time);
  const half = clock(Math.round(time)).length * 3.2 + 6;
  // The label stays inside the picture.
  const label = Math.min(0, scale.width - half - x);
  const at = (event: PointerEvent & { readonly currentTarget: Element }) =>
    scrub(timeAt(scale, event.clientX - event.currentTarget.getBoundingClientRect().left));
  return (
    <svg
      width={scale.width}
      height={height}
      viewBox={`0 0 ${scale.width} ${height}`}
      role="img"
      aria-label={texts.rollout.picture(course.nodes.length)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        at(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) at(event);
      }}
    >
      <Axis scale={scale} bottom={height} cursor={x} />
      {still}
      <g transform={`translate(${x} 0)`} class="cursor">
        <path d={`M0 14V${height}`} />
        <rect x={label - half} y="0" width={2 * half} height="15" rx="3" />
        <text x={label} y="11" text-anchor="middle">
          {clock(Math.round(time))}
        </text>
      </g>
    </svg>
  );
}

function topsOf(rows: readonly GanttRow[]): readonly number[] {
  const tops = [TOP];
  for (const { nodes } of rows) tops.push((tops[tops.length - 1] ?? TOP) + (nodes.length > 1 ? COUNTED + 8 : ROW));
  return tops;
}

function Axis({ scale, bottom, cursor }: { readonly scale: Scale; readonly bottom: number; readonly cursor: number }) {
  const all = ticks(scale);
  return (
    <g class="axis">
      {all.map((time) => {
        const x = xOf(scale, time);
        // The cursor's own label hides what is under it.
        const anchor = time === 0 ? "start" : x > scale.width - 16 ? "end" : "middle";
        const centre = anchor === "start" ? x + 12 : anchor === "end" ? x - 12 : x;
        return (
          <g key={time}>
            <path d={`M${x + 0.5} ${TOP - 4}V${bottom}`} />
            {Math.abs(centre - cursor) > 38 && (
              <text x={x} y="11" text-anchor={anchor}>
                {clock(time)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface StillProps {
  readonly course: Course;
  readonly rows: readonly GanttRow[];
  readonly tops: readonly number[];
  readonly scale: Scale;
  readonly bottom: number;
}

/** Everything that does not move with the cursor. */
function Still({ course, rows, tops, scale, bottom }: StillProps) {
  return (
    <>
      {rows.map(({ title, nodes }, at) => {
        const top = tops[at] ?? TOP;
        const [only] = nodes;
        return nodes.length === 1 && only !== undefined ? (
          <Single key={title} title={title} bars={course.bars[only] ?? []} course={course} scale={scale} y={top + 3} />
        ) : (
          <Counted key={title} title={title} nodes={nodes} course={course} scale={scale} y={top} height={COUNTED} />
        );
      })}
      <Counted
        title={texts.rollout.all(course.nodes.length)}
        nodes={course.nodes}
        course={course}
        scale={scale}
        y={bottom}
        height={SUM}
      />
    </>
  );
}

interface SingleProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly course: Course;
  readonly scale: Scale;
  readonly y: number;
}

function Single({ title, bars, course, scale, y }: SingleProps) {
  return (
    <g>
      <text class="nm" x="0" y={y + 11}>
        {title}
      </text>
      {bars.map((bar, at) => {
        const x = xOf(scale, bar.from);
        const width = xOf(scale, bar.to) - x;
        const label = labelOf(bar, course);
        return (
          <g key={at}>
            <PodBar state={bar.state} x={x} width={width} y={y} />
            {label !== "" && width > label.length * 5.6 + 14 && <Label bar={bar} text={label} x={x} y={y} />}
          </g>
        );
      })}
    </g>
  );
}

function labelOf({ state, to }: Bar, { end }: Course): string {
  if (state === "old") return to >= end ? texts.rollout.keepsOld : texts.rollout.old;
  if (state === "available") return texts.rollout.new;
  if (state === "pending" || state === "dead") return texts.rollout.state[state];
  return "";
}

/** Labels on a pattern need a ground. */
function Label({ bar, text, x, y }: { readonly bar: Bar; readonly text: string; readonly x: number; readonly y: number }) {
  const ground = bar.state === "pending" || bar.state === "dead";
  const from = x + (ground ? 26 : 0);
  return (
    <>
      {ground && <rect class="under" x={from} y={y} width={text.length * 5.8 + 10} height={TALL} />}
      <text class={`in ${bar.state}`} x={from + 6} y={y + 10.5}>
        {text}
      </text>
    </>
  );
}

interface CountedProps {
  readonly title: string;
  readonly nodes: readonly number[];
  readonly course: Course;
  readonly scale: Scale;
  readonly y: number;
  readonly height: number;
}

/** Many nodes: old Pods from above, new ones from below; what stays open between them is served by none. */
function Counted({ title, nodes, course, scale, y, height }: CountedProps) {
  const counts = countsOf(nodes.map((node) => course.bars[node] ?? []));
  const one = height / Math.max(1, nodes.length);
  const bottom = y + height;
  return (
    <g>
      <text x="0" y={y + 11} class="nm">
        {title}
      </text>
      <text x="0" y={y + 26}>
        {texts.rollout.gap}
      </text>
      <path class="pod old" d={area(scale, counts, () => y, (count) => y + count.old * one)} />
      <path
        class="pod ready"
        d={area(
          scale,
          counts,
          (count) => bottom - count.available * one,
          (count) => bottom - (count.available + count.ready) * one,
        )}
      />
      <path class="pod available" d={area(scale, counts, () => bottom, (count) => bottom - count.available * one)} />
      <path class="frame" d={`M${scale.left} ${y + 0.5}H${scale.width}M${scale.left} ${bottom - 0.5}H${scale.width}`} />
    </g>
  );
}
