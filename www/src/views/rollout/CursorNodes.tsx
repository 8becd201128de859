import type { PlaceAnswer } from "everynode";
import { useMemo, useRef } from "preact/hooks";
import { stateAt, type Course, type PodState } from "../../derive/course";
import type { ShownNames } from "../../derive/names";
import { aboutNode } from "../../derive/nodes";
import { rolloutTexts } from "../../texts/rollout";
import { Glyph } from "../Glyph";
import { Tiles } from "../Tiles";
import { moveAmongTiles } from "../tileKeys";
import { CursorDots } from "./CursorDots";
import { GLYPH_OF_STATE } from "./looks";

interface Props {
  readonly course: Course;
  readonly place: PlaceAnswer;
  readonly shown: ShownNames;
  readonly time: number;
  readonly show: (node: string) => void;
}

/** More nodes than this are dots. */
const TILES = 200;

/** Every node as it is at the cursor. Nodes stay where they are; what they have changes. */
export function CursorNodes({ course, place, shown, time, show }: Props) {
  const { answer, nodes } = course;
  const facets = useMemo(() => new Map(place.nodes.names.map((name, at) => [name, at])), [place]);
  const host = useRef<HTMLDivElement>(null);
  if (nodes.length > TILES) return <CursorDots course={course} time={time} show={show} />;
  return (
    <div ref={host} onKeyDown={(event) => moveAmongTiles(event, false)}>
      <Tiles shown={shown}>
        {nodes.map((node, at) => {
          const name = answer.nodes[node] ?? "";
          const facet = facets.get(name);
          return (
            <StateTile
              key={node}
              name={name}
              hidden={shown.hidden}
              about={facet === undefined ? "" : aboutNode(place.nodes.facets, facet)}
              state={stateAt(course, node, time)}
              inOrder={at === 0}
              show={show}
            />
          );
        })}
      </Tiles>
    </div>
  );
}

interface TileProps {
  readonly name: string;
  /** Length of the end of the name that every name has and no tile shows. */
  readonly hidden: number;
  readonly about: string;
  readonly state: PodState;
  readonly inOrder: boolean;
  readonly show: (node: string) => void;
}

function StateTile({ name, hidden, about, state, inOrder, show }: TileProps) {
  return (
    <button class={`tile s-${state}`} tabIndex={inOrder ? 0 : -1} title={name} onClick={() => show(name)}>
      <Glyph name={GLYPH_OF_STATE[state]} state={`s-${state}`} />
      <span class="sr">{name}</span>
      <span class="nm" aria-hidden="true">
        {name.slice(0, name.length - hidden)}
      </span>
      <span class="sb" title={about}>
        {rolloutTexts.state[state]}
      </span>
    </button>
  );
}
