import type { PlaceAnswer } from "everynode";
import { aboutNode, type Section } from "../derive/nodes";
import { GLYPH_OF } from "../derive/look";
import type { ShownNames } from "../derive/names";
import { Dots } from "./Dots";
import { Glyph } from "./Glyph";
import { Said } from "./Said";
import { Tile } from "./Tile";
import { Tiles } from "./Tiles";

interface Props {
  readonly section: Section;
  readonly place: PlaceAnswer;
  readonly shown: ShownNames;
  readonly many: boolean;
  readonly selected: string | null;
  readonly inOrder: string | null;
  readonly select: (node: string) => void;
}

/** Among many, a section of so few still shows names. */
const NAMED = 12;

/** Nodes with one verdict for one reason, or of one zone or pool: heading, sentence, count, and the nodes. */
export function NodeGroup({ section, place, shown, many, selected, inOrder, select }: Props) {
  const { names, facets } = place.nodes;
  return (
    <section class={many ? "grp big" : "grp"} id={section.key}>
      <header>
        {section.look === null ? <span /> : <Glyph name={GLYPH_OF[section.look]} state={section.look} />}
        <h2>{section.title}</h2>
        <span class="cnt">
          {section.counted}
          {many && section.share !== "" && <small>{section.share}</small>}
        </span>
        {section.sentence !== "" && (
          <p>
            <Said text={section.sentence} />
          </p>
        )}
      </header>
      {many && section.count > NAMED ? (
        <div class="dots">
          {section.runs.map((run) => (
            <Dots key={run.caption} names={names} run={run} selected={selected} select={select} />
          ))}
        </div>
      ) : (
        <Tiles shown={shown}>
          {section.runs.flatMap((run) =>
            [...run.nodes].map((node) => {
              const name = names[node] ?? "";
              return (
                <Tile
                  key={name}
                  name={name}
                  hidden={shown.hidden}
                  about={aboutNode(facets, node)}
                  look={run.look}
                  verdict={run.group.title}
                  pressed={name === selected}
                  inOrder={name === inOrder}
                  select={select}
                />
              );
            }),
          )}
        </Tiles>
      )}
    </section>
  );
}
