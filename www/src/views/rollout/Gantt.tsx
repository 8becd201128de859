import { useMemo, useState } from "preact/hooks";
import type { Course } from "../../derive/course";
import { timesOf } from "../../derive/tally";
import { clock, ticks, timeAt, xOf, type Scale } from "../../derive/timeline";
import type { Versions } from "../../derive/versions";
import { rolloutTexts } from "../../texts/rollout";
import { Counted, Single } from "./GanttRows";

/** Nodes drawn in one row: one node with its Pods, or many with their Pods counted. */
export interface GanttRow {
  readonly title: string;
  readonly nodes: readonly number[];
}

interface Props {
  readonly course: Course;
  readonly versions: Versions;
  readonly rows: readonly GanttRow[];
  readonly scale: Scale;
  readonly time: number;
  readonly scrub: (time: number) => void;
  /** A row's name was chosen. */
  readonly choose: (row: GanttRow) => void;
}

const TOP = 18;
const ROW = 21;
const COUNTED = 40;
const BETWEEN = 8;
/** Below the rows: all nodes, counted. */
const SUM = 40;
/** More rows than this scroll in a box of their own, and only those in sight are drawn. */
const AT_ONCE = 60;
const BOX = 22 * ROW;
const BEYOND = 4;

/** Nodes by time. Full height is a Pod that serves, half height one that does not. */
export function Gantt({ course, versions, rows, scale, time, scrub, choose }: Props) {
  const [scrolled, setScrolled] = useState(0);
  const tops = useMemo(() => topsOf(rows), [rows]);
  const times = useMemo(() => timesOf(course), [course]);
  const all = tops[tops.length - 1] ?? 0;
  const boxed = rows.length > AT_ONCE;
  const first = boxed ? Math.max(0, Math.floor(scrolled / ROW) - BEYOND) : 0;
  const last = boxed ? Math.min(rows.length, Math.ceil((scrolled + BOX) / ROW) + BEYOND) : rows.length;
  const from = tops[first] ?? 0;
  const still = useMemo(
    () =>
      rows.slice(first, last).map((row, at) => {
        const y = (tops[first + at] ?? 0) - from;
        const only = row.nodes[0];
        return row.nodes.length === 1 && only !== undefined ? (
          <Single key={row.title} row={first + at} title={row.title} node={only} course={course} versions={versions} scale={scale} y={y + 3} />
        ) : (
          <Counted key={row.title} row={first + at} title={row.title} nodes={row.nodes} course={course} times={times} scale={scale} y={y} height={COUNTED} />
        );
      }),
    [course, versions, rows, tops, scale, times, first, last],
  );
  const sum = useMemo(
    () => (
      <Counted
        row={-1}
        title={rolloutTexts.all}
        nodes={course.nodes}
        course={course}
        times={times}
        scale={scale}
        y={0}
        height={SUM}
      />
    ),
    [course, scale, times],
  );
  const x = xOf(scale, time);
  const placeOf = (event: PointerEvent & { readonly currentTarget: Element }) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left;
  return (
    <div
      class="gantt"
      onPointerDown={(event) => {
        const at = placeOf(event);
        // Names are chosen, not scrubbed, and the box keeps its scrollbar.
        if (event.button !== 0 || at < scale.left - 6 || at > scale.width + 4) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        scrub(timeAt(scale, at));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(timeAt(scale, placeOf(event)));
      }}
      onClick={(event) => {
        const own = event.target instanceof Element ? event.target.closest("[data-row]") : null;
        const row = rows[Number(own?.getAttribute("data-row") ?? -1)];
        if (row !== undefined && placeOf(event as unknown as PointerEvent & { readonly currentTarget: Element }) < scale.left - 6) choose(row);
      }}
    >
      <Axis scale={scale} cursor={x} />
      <div
        class={boxed ? "rows boxed" : "rows"}
        style={boxed ? { height: `${BOX}px` } : {}}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      >
        <div style={{ height: `${all}px` }}>
          <svg
            width={scale.width}
            height={Math.max(1, (tops[last] ?? all) - from)}
            role="img"
            aria-label={rolloutTexts.picture(course.nodes.length)}
            style={{ transform: `translateY(${from}px)` }}
          >
            <Lines scale={scale} height={all} />
            {still}
          </svg>
        </div>
      </div>
      <svg class="sum" width={scale.width} height={SUM + BETWEEN} aria-hidden="true">
        <Lines scale={scale} height={SUM + BETWEEN} />
        {sum}
      </svg>
      <Cursor scale={scale} x={x} time={time} />
    </div>
  );
}

function topsOf(rows: readonly GanttRow[]): readonly number[] {
  const tops = [0];
  for (const { nodes } of rows) tops.push((tops[tops.length - 1] ?? 0) + (nodes.length === 1 ? ROW : COUNTED + BETWEEN));
  return tops;
}

function Cursor({ scale, x, time }: { readonly scale: Scale; readonly x: number; readonly time: number }) {
  const label = clock(Math.round(time));
  const half = label.length * 3.2 + 6;
  // The label stays inside the picture.
  const shift = Math.min(0, scale.width - half - x);
  return (
    <div class="cursor" aria-hidden="true" style={{ transform: `translateX(${x}px)` }}>
      <b style={{ width: `${2 * half}px`, marginLeft: `${shift - half}px` }}>{label}</b>
    </div>
  );
}

function Axis({ scale, cursor }: { readonly scale: Scale; readonly cursor: number }) {
  return (
    <svg class="axis" width={scale.width} height={TOP} aria-hidden="true">
      {ticks(scale).map((time) => {
        const x = xOf(scale, time);
        const anchor = time === 0 ? "start" : x > scale.width - 16 ? "end" : "middle";
        const centre = anchor === "start" ? x + 12 : anchor === "end" ? x - 12 : x;
        // The cursor's own label hides what is under it.
        if (Math.abs(centre - cursor) <= 38) return null;
        return (
          <text key={time} x={x} y="11" text-anchor={anchor}>
            {clock(time)}
          </text>
        );
      })}
    </svg>
  );
}

function Lines({ scale, height }: { readonly scale: Scale; readonly height: number }) {
  return <path class="lines" d={ticks(scale).map((time) => `M${Math.round(xOf(scale, time)) + 0.5} 0V${height}`).join("")} />;
}
