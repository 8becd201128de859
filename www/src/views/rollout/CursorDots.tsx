import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { stateAt, STATES, type Course, type PodState } from "../../derive/course";
import { dotAt, gridOf, placeOf, type DotGrid } from "../../derive/dots";
import { rolloutTexts } from "../../texts/rollout";

interface Props {
  readonly course: Course;
  readonly time: number;
  readonly show: (node: string) => void;
}

/** Colour and shape of a dot: solid serves, hollow and half do not, a cross is for good. */
const DOTS: Readonly<Record<PodState, readonly [colour: string, shape: "fill" | "edge" | "half" | "cross" | "point"]>> = {
  gone: ["--line-2", "point"],
  absent: ["--line-2", "point"],
  missing: ["--term-s", "edge"],
  old: ["--old-s", "fill"],
  oldDown: ["--old-s", "edge"],
  terminating: ["--term-s", "half"],
  terminatingForEver: ["--down-s", "cross"],
  starting: ["--mid-t", "edge"],
  neverReady: ["--wait-s", "edge"],
  pending: ["--wait-s", "half"],
  pendingBeside: ["--old-s", "fill"],
  ready: ["--mid-s", "fill"],
  available: ["--run-s", "fill"],
  beside: ["--old-s", "fill"],
  neverReadyBeside: ["--old-s", "fill"],
};

/** Thousands of nodes at the cursor, in the order of their names. A slider to the keyboard; Enter opens a node. */
export function CursorDots({ course, time, show }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const [at, setAt] = useState(0);
  const theme = document.documentElement.dataset["theme"];
  useEffect(() => {
    if (host.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  const { answer, nodes } = course;
  const grid = useMemo(() => gridOf(nodes.length, width), [nodes.length, width]);
  const second = Math.floor(time);
  useEffect(() => {
    if (canvas.current !== null && width > 0) draw(canvas.current, grid, course, second);
  }, [course, grid, second, theme, width]);

  const chosen = Math.min(at, nodes.length - 1);
  const node = nodes[chosen] ?? 0;
  const ring = placeOf(grid, chosen);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: grid.columns,
    ArrowUp: -grid.columns,
    Home: -nodes.length,
    End: nodes.length,
  };
  return (
    <div class="curdots" ref={host}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={rolloutTexts.nodesAtCursor}
        aria-valuemin={1}
        aria-valuemax={nodes.length}
        aria-valuenow={chosen + 1}
        aria-valuetext={rolloutTexts.dotAt(answer.nodes[node] ?? "", stateAt(course, node, time), chosen + 1, nodes.length)}
        style={{ width: `${grid.width}px`, height: `${grid.height}px` }}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const to = dotAt(grid, nodes.length, event.clientX - box.left, event.clientY - box.top);
          setAt(to);
          show(answer.nodes[nodes[to] ?? -1] ?? "");
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") show(answer.nodes[node] ?? "");
          const by = steps[event.key];
          if (by === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          setAt(Math.max(0, Math.min(nodes.length - 1, chosen + by)));
        }}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <i style={{ left: `${ring.x - 2}px`, top: `${ring.y - 2}px`, width: `${grid.side + 4}px`, height: `${grid.side + 4}px` }} />
      </div>
      <p class="muted" aria-hidden="true">
        {rolloutTexts.dotAt(answer.nodes[node] ?? "", stateAt(course, node, time), chosen + 1, nodes.length)}
      </p>
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, grid: DotGrid, course: Course, time: number): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const ratio = devicePixelRatio;
  const [width, height] = [Math.ceil(grid.width * ratio), Math.ceil(grid.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, grid.width, grid.height);
  const paths = new Map<PodState, Path2D>();
  course.nodes.forEach((node, at) => {
    const state = stateAt(course, node, time);
    let path = paths.get(state);
    if (path === undefined) paths.set(state, (path = new Path2D()));
    addDot(path, DOTS[state][1], grid, at);
  });
  const style = getComputedStyle(canvas);
  context.lineWidth = 1.25;
  for (const state of STATES) {
    const path = paths.get(state);
    if (path === undefined) continue;
    const [colour, shape] = DOTS[state];
    context.fillStyle = context.strokeStyle = style.getPropertyValue(colour);
    if (shape === "fill" || shape === "point") context.fill(path);
    else context.stroke(path);
    if (shape === "half") context.fill(path);
  }
}

function addDot(path: Path2D, shape: "fill" | "edge" | "half" | "cross" | "point", grid: DotGrid, at: number): void {
  const { x, y } = placeOf(grid, at);
  const { side } = grid;
  switch (shape) {
    case "fill":
      path.rect(x, y, side, side);
      break;
    case "edge":
      path.rect(x + 0.6, y + 0.6, side - 1.2, side - 1.2);
      break;
    case "half":
      path.rect(x + 0.6, y + side / 2, side - 1.2, side / 2 - 0.6);
      break;
    case "point":
      path.rect(x + side / 2 - 0.5, y + side / 2 - 0.5, 1, 1);
      break;
    case "cross":
      path.moveTo(x + 0.5, y + 0.5);
      path.lineTo(x + side - 0.5, y + side - 0.5);
      path.moveTo(x + side - 0.5, y + 0.5);
      path.lineTo(x + 0.5, y + side - 0.5);
      break;
  }
}
