import type { DaemonSetPlacement, PlaceAnswer } from "everynode";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { GLYPH_OF, lookOfGroup } from "../derive/look";
import { facetValue, groupOfNode } from "../derive/nodes";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Said } from "./Said";

interface Props {
  readonly place: PlaceAnswer;
  readonly daemonSet: DaemonSetPlacement;
  /** Indices of the nodes that are listed, ascending. */
  readonly nodes: readonly number[];
  readonly selected: string | null;
  readonly select: (node: string) => void;
}

/** As in nodes.css. */
const ROW = 28;
/** Rows above and below what is in sight. */
const BEYOND = 10;

/** Nodes as rows. Only those in sight are drawn, so that tens of thousands scroll as ten do. */
export function NodeTable({ place, daemonSet, nodes, selected, select }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const { names, facets } = place.nodes;
  const groupOf = useMemo(() => groupOfNode(place, daemonSet), [place, daemonSet]);
  const shown = facets.filter((facet) => facet.values.length > 1);
  const at = useMemo(() => nodes.findIndex((node) => names[node] === selected), [nodes, names, selected]);
  useEffect(() => {
    const { current } = pane;
    if (current === null) return;
    const measure = new ResizeObserver(() => setHeight(current.clientHeight));
    measure.observe(current);
    return () => measure.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(top / ROW) - BEYOND);
  const last = Math.min(nodes.length, Math.ceil((top + height) / ROW) + BEYOND);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(nodes.length - 1, to));
    const name = names[nodes[next] ?? -1];
    const { current } = pane;
    if (name === undefined || current === null) return;
    // The head lies over the first row.
    const above = next * ROW;
    if (above < current.scrollTop) current.scrollTop = above;
    else if (above + 2 * ROW > current.scrollTop + current.clientHeight) current.scrollTop = above + 2 * ROW - current.clientHeight;
    select(name);
  };
  const page = Math.max(1, Math.floor(height / ROW) - 2);
  return (
    <div
      class="nodetable scroll"
      ref={pane}
      tabIndex={0}
      role="grid"
      aria-label={texts.nodes.table}
      aria-rowcount={nodes.length + 1}
      aria-activedescendant={at >= first && at < last ? `row-${at}` : undefined}
      style={{ "--facets": shown.length }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: nodes.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        go(to);
      }}
    >
      <div class="row head" role="row" aria-rowindex={1}>
        <span role="columnheader">{texts.nodes.name}</span>
        <span role="columnheader">{texts.nodes.verdict}</span>
        {shown.map((facet) => (
          <span role="columnheader" key={facet.key}>
            {texts.nodes.facetButton(facet.key)}
          </span>
        ))}
        <span role="columnheader">{texts.nodes.because}</span>
      </div>
      <div class="space" role="presentation" style={{ height: `${first * ROW}px` }} />
      {nodes.slice(first, last).map((node, nth) => {
        const group = daemonSet.groups[groupOf[node] ?? -1];
        const look = group === undefined ? "out" : lookOfGroup(group);
        const name = names[node] ?? "";
        return (
          <div
            key={node}
            id={`row-${first + nth}`}
            class="row"
            role="row"
            aria-rowindex={first + nth + 2}
            aria-selected={name === selected}
            onClick={() => select(name)}
          >
            <span role="gridcell" class="nm" title={name}>
              {name}
            </span>
            <span role="gridcell">
              <Glyph name={GLYPH_OF[look]} state={look} /> {texts.look(look)}
            </span>
            {shown.map((facet) => (
              <span role="gridcell" key={facet.key}>
                {facetValue(facet, node) ?? ""}
              </span>
            ))}
            <span role="gridcell" class="why-cell">
              <Said text={group?.sentence ?? ""} />
            </span>
          </div>
        );
      })}
      <div class="space" role="presentation" style={{ height: `${(nodes.length - last) * ROW}px` }} />
    </div>
  );
}
