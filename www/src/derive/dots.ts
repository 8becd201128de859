/** Where dots lie, and the paths that draw them. Small groups get large dots, and very large ones small dots. */

import type { Look } from "./look";

export interface DotGrid {
  readonly columns: number;
  /** From one dot to the next, in px. */
  readonly step: number;
  readonly side: number;
  readonly width: number;
  readonly height: number;
}

const SMALL_GROUP = 60;
const LARGE_GROUP = 400;
/** Dots of one path: short paths are drawn only where they are in sight. */
const A_PATH = 2000;
/** Room around the dots for the ring of the selected one. */
const MARGIN = 3;

/** Empty until the room is known. */
export function gridOf(count: number, width: number): DotGrid {
  if (width <= 0) return { columns: 1, step: 1, side: 1, width: 0, height: 0 };
  const [step, side] = count <= SMALL_GROUP ? [10, 7] : count <= LARGE_GROUP ? [7, 5] : [5, 4];
  const fit = Math.max(1, Math.floor((width - 2 * MARGIN + step - side) / step));
  const columns = Math.max(1, Math.min(fit, count));
  const rows = Math.ceil(count / columns);
  return {
    columns,
    step,
    side,
    width: columns * step - step + side + 2 * MARGIN,
    height: rows * step - step + side + 2 * MARGIN,
  };
}

export function placeOf(grid: DotGrid, at: number): { readonly x: number; readonly y: number } {
  return { x: MARGIN + (at % grid.columns) * grid.step, y: MARGIN + Math.floor(at / grid.columns) * grid.step };
}

/** Index of the dot at a point; the last one for points behind it. */
export function dotAt(grid: DotGrid, count: number, x: number, y: number): number {
  const column = Math.max(0, Math.min(grid.columns - 1, Math.floor((x - MARGIN) / grid.step)));
  const row = Math.max(0, Math.floor((y - MARGIN) / grid.step));
  return Math.min(count - 1, row * grid.columns + column);
}

export interface DotPath {
  readonly name: "fill" | "edge" | "half";
  readonly d: string;
}

/** Solid for Pods that serve, hollow for none: squares, crosses for silent nodes, half-filled for waiting Pods. */
export function dotPaths(grid: DotGrid, count: number, look: Look): readonly DotPath[] {
  const paths: DotPath[] = [];
  for (let from = 0; from < count; from += A_PATH) {
    const to = Math.min(from + A_PATH, count);
    if (look === "run" || look === "keep") {
      paths.push({ name: "fill", d: draw(grid, from, to, (x, y, s) => `M${x} ${y}h${s}v${s}h-${s}z`) });
    } else if (look === "down") {
      paths.push({
        name: "edge",
        d: draw(
          grid,
          from,
          to,
          (x, y, s) => `M${x + 0.75} ${y + 0.75}l${s - 1.5} ${s - 1.5}m0-${s - 1.5}l-${s - 1.5} ${s - 1.5}`,
        ),
      });
    } else {
      paths.push({
        name: "edge",
        d: draw(grid, from, to, (x, y, s) => `M${x + 0.75} ${y + 0.75}h${s - 1.5}v${s - 1.5}h-${s - 1.5}z`),
      });
      if (look === "wait")
        paths.push({ name: "half", d: draw(grid, from, to, (x, y, s) => `M${x} ${y}h${s / 2}v${s}h-${s / 2}z`) });
      if (look === "lose")
        paths.push({ name: "edge", d: draw(grid, from, to, (x, y, s) => `M${x + 1} ${y + s / 2}h${s - 2}`) });
    }
  }
  return paths;
}

function draw(grid: DotGrid, from: number, to: number, dot: (x: number, y: number, side: number) => string): string {
  let d = "";
  for (let at = from; at < to; at += 1) {
    const { x, y } = placeOf(grid, at);
    d += dot(x, y, grid.side);
  }
  return d;
}
