/** Where things lie on the timeline: seconds to pixels, marks of the axis, the picture of many Nodes counted. */

import type { Count } from "./course";

export interface Scale {
  /** Where the bars begin, behind the names. */
  readonly left: number;
  readonly width: number;
  readonly end: number;
}

export function xOf({ left, width, end }: Scale, time: number): number {
  return left + (time / end) * (width - left);
}

/** The second under a place; never outside the picture. */
export function timeAt({ left, width, end }: Scale, x: number): number {
  const share = (x - left) / Math.max(1, width - left);
  return Math.round(Math.max(0, Math.min(1, share)) * end);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];
/** Between two marks, so that their texts do not touch. */
const APART = 90;

/** Times to mark on the axis, from 0. */
export function ticks(scale: Scale): readonly number[] {
  const fit = Math.max(1, Math.floor((scale.width - scale.left) / APART));
  const step = STEPS.find((each) => scale.end / each <= fit) ?? Math.ceil(scale.end / fit / 86400) * 86400;
  return Array.from({ length: Math.floor(scale.end / step) + 1 }, (_, at) => at * step);
}

/** `2:52`, `1:04:09` */
export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Steps between two edges: from `low(count)` to `high(count)`, as a path. */
export function area(
  scale: Scale,
  counts: readonly Count[],
  low: (count: Count) => number,
  high: (count: Count) => number,
): string {
  const first = counts[0];
  if (first === undefined) return "";
  const round = (value: number) => Math.round(value * 10) / 10;
  const edge = (of: (count: Count) => number) =>
    counts.map((count, at) => {
      const to = counts[at + 1]?.time ?? scale.end;
      return [round(xOf(scale, count.time)), round(xOf(scale, to)), round(of(count))] as const;
    });
  const over = edge(high)
    .map(([from, to, y], at) => `${at === 0 ? "M" : "L"}${from} ${y}H${to}`)
    .join("");
  const back = edge(low)
    .reverse()
    .map(([from, to, y]) => `L${to} ${y}H${from}`)
    .join("");
  return `${over}${back}Z`;
}
