import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dotAt, dotPaths, gridOf, placeOf } from "../derive/dots";
import type { Run } from "../derive/nodes";
import { texts } from "../texts";

interface Props {
  readonly names: readonly string[];
  readonly run: Run;
  readonly selected: string | null;
  readonly select: (node: string) => void;
}

/** Many nodes of one look as dots: a few paths, however many there are. A slider to the keyboard, one step a node. */
export function Dots({ names, run, selected, select }: Props) {
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const parent = figure.current?.parentElement;
    if (parent == null) return;
    const observer = new ResizeObserver(() => setWidth(parent.clientWidth));
    observer.observe(parent);
    return () => observer.disconnect();
  }, []);

  const { nodes, look } = run;
  const grid = useMemo(() => gridOf(nodes.length, width), [nodes.length, width]);
  const paths = useMemo(() => (width === 0 ? [] : dotPaths(grid, nodes.length, look)), [grid, nodes.length, look, width]);
  const at = useMemo(
    () => (selected === null ? -1 : nodes.findIndex((node) => names[node] === selected)),
    [nodes, names, selected],
  );
  const choose = (to: number) => {
    const name = names[nodes[to] ?? -1];
    if (name !== undefined) select(name);
  };
  const shown = at < 0 ? 0 : at;
  const ring = at < 0 ? null : placeOf(grid, at);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: grid.columns,
    ArrowUp: -grid.columns,
  };

  return (
    <figure ref={figure}>
      <figcaption>
        {run.caption} <b>{texts.number(nodes.length)}</b>
      </figcaption>
      <svg
        class={`dotgrid ${look}`}
        width={grid.width}
        height={grid.height}
        viewBox={`0 0 ${grid.width} ${grid.height}`}
        role="slider"
        tabindex={0}
        aria-label={texts.nodes.dots(run.caption, nodes.length)}
        aria-valuemin={1}
        aria-valuemax={nodes.length}
        aria-valuenow={shown + 1}
        aria-valuetext={texts.nodes.dotAt(names[nodes[shown] ?? -1] ?? "", look, shown + 1, nodes.length)}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          choose(dotAt(grid, nodes.length, event.clientX - box.left, event.clientY - box.top));
        }}
        onKeyDown={(event) => {
          const to = event.key === "Home" ? 0 : event.key === "End" ? nodes.length - 1 : shown + (steps[event.key] ?? NaN);
          if (Number.isNaN(to)) return;
          event.preventDefault();
          choose(Math.max(0, Math.min(nodes.length - 1, to)));
        }}
      >
        {useMemo(() => paths.map(({ name, d }, nth) => <path key={nth} class={name} d={d} />), [paths])}
        {ring !== null && (
          <rect class="ring" x={ring.x - 1.5} y={ring.y - 1.5} width={grid.side + 3} height={grid.side + 3} rx="1.5" />
        )}
      </svg>
    </figure>
  );
}
