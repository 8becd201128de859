/** Where things lie on the timeline: seconds to pixels, marks of the axis, the picture of many Nodes counted. */

import type { Tally } from "./tally";

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
const APART = 70;

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

/** The seconds of `90`, `1:30` or `1:02:30`; undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  if (!/^\d{1,7}(:[0-5]?\d){0,2}$/.test(text.trim())) return undefined;
  return text
    .trim()
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Steps between two edges, from `low` to `high` at each time of a tally, as a path. */
export function area(
  scale: Scale,
  { times }: Tally,
  low: (at: number) => number,
  high: (at: number) => number,
): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  const edge = (of: (at: number) => number) => {
    const edges: [number, number, number][] = [];
    times.forEach((time, at) => {
      const from = round(xOf(scale, time));
      const to = round(xOf(scale, times[at + 1] ?? scale.end));
      const y = round(of(at));
      const before = edges[edges.length - 1];
      if (before?.[2] === y) before[1] = to;
      else edges.push([from, to, y]);
    });
    return edges;
  };
  if (times.length === 0) return "";
  const over = edge(high)
    .map(([from, to, y], at) => `${at === 0 ? "M" : "L"}${from} ${y}H${to}`)
    .join("");
  const back = edge(low)
    .reverse()
    .map(([from, to, y]) => `L${to} ${y}H${from}`)
    .join("");
  return `${over}${back}Z`;
}
