import type { DaemonSetPlacement, PlaceAnswer } from "everynode";
import { useMemo, useState } from "preact/hooks";
import { aboutNode, groupingFacets, groupOfNode, sectionsByFacet, sectionsByReason, type Section } from "../derive/nodes";
import { lookOfGroup } from "../derive/look";
import { shownNames, type ShownNames } from "../derive/names";
import { addBeside, groupBy, selectNode } from "../state/actions";
import { exampleNodes } from "../state/examples";
import type { State } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { KubectlRow } from "./KubectlRow";
import { NodeGroup } from "./NodeGroup";
import { Notes } from "./Notes";
import { Said } from "./Said";
import { Tile } from "./Tile";
import { Tiles } from "./Tiles";
import { moveAmongTiles } from "./tileKeys";

interface Props {
  readonly state: State;
  readonly place: PlaceAnswer;
  readonly daemonSet: DaemonSetPlacement;
  /** The node that the card explains. */
  readonly selected: string | null;
  readonly dispatch: Dispatch;
}

/** More nodes than this are dots. */
const TILES = 200;

/** Every node by its verdict: tiles, or dots when there are many. */
export function NodesView({ state, place, daemonSet, selected, dispatch }: Props) {
  const [find, setFind] = useState("");
  const facets = groupingFacets(place);
  const many = place.nodes.names.length > TILES;
  const empty = place.nodes.names.length === 0;
  const facet = facets.find((each) => each.key === state.groupBy);
  const sections = useMemo(
    () => (facet === undefined ? sectionsByReason(place, daemonSet, many) : sectionsByFacet(place, daemonSet, facet)),
    [place, daemonSet, facet, many],
  );
  const shown = useMemo(() => shownNames(place.nodes.names), [place]);
  const select = (node: string) => dispatch(selectNode(node));
  return (
    <div class="mid">
      <div class="tool" hidden={empty}>
        {facets.length > 0 && (
          <>
            <span class="lab">{texts.nodes.groupBy}</span>
            <div class="seg" role="group" aria-label={texts.nodes.groupBy}>
              <button aria-pressed={facet === undefined} onClick={() => dispatch(groupBy("reason"))}>
                {texts.nodes.reason}
              </button>
              {facets.map((each) => (
                <button
                  key={each.key}
                  aria-pressed={each === facet}
                  title={each.label}
                  onClick={() => dispatch(groupBy(each.key))}
                >
                  {texts.nodes.facetButton(each.key)}
                </button>
              ))}
            </div>
          </>
        )}
        <label class="find">
          <Glyph name="find" />
          <span class="sr">{texts.nodes.find}</span>
          <input
            type="search"
            placeholder={texts.nodes.findHint}
            value={find}
            onInput={(event) => setFind(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setFind("");
            }}
          />
        </label>
      </div>
      <div
        class="scroll groups"
        tabIndex={0}
        role="region"
        aria-label={texts.nodes.region(facet === undefined ? texts.nodes.reason : facet.key)}
        onKeyDown={(event) => moveAmongTiles(event)}
      >
        {empty ? (
          <Empty dispatch={dispatch} />
        ) : find.trim() === "" ? (
          <Sections sections={sections} place={place} shown={shown} many={many} selected={selected} select={select} />
        ) : (
          <Found find={find.trim()} place={place} shown={shown} daemonSet={daemonSet} selected={selected} select={select} />
        )}
        {!empty && <Notes notes={[...place.notes, ...daemonSet.notes]} />}
      </div>
      <KubectlRow daemonSet={daemonSet} />
    </div>
  );
}

interface SectionsProps {
  readonly sections: readonly Section[];
  readonly place: PlaceAnswer;
  readonly shown: ShownNames;
  readonly many: boolean;
  readonly selected: string | null;
  readonly select: (node: string) => void;
}

function Sections({ sections, place, shown, many, selected, select }: SectionsProps) {
  // One tile is in the tab order: the selected one, else the first.
  const inOrder = selected ?? place.nodes.names[sections[0]?.runs[0]?.nodes[0] ?? 0] ?? null;
  return (
    <>
      {sections.map((section) => (
        <NodeGroup
          key={section.key}
          section={section}
          place={place}
          shown={shown}
          many={many}
          selected={selected}
          inOrder={inOrder}
          select={select}
        />
      ))}
    </>
  );
}

interface FoundProps {
  readonly find: string;
  readonly place: PlaceAnswer;
  readonly shown: ShownNames;
  readonly daemonSet: DaemonSetPlacement;
  readonly selected: string | null;
  readonly select: (node: string) => void;
}

function Found({ find, place, shown, daemonSet, selected, select }: FoundProps) {
  const found: number[] = [];
  place.nodes.names.forEach((name, at) => {
    if (name.includes(find)) found.push(at);
  });
  const groupOf = groupOfNode(place, daemonSet);
  const listed = found.slice(0, TILES);
  return (
    <section class="grp">
      <header>
        <span />
        <h2>{texts.nodes.found(found.length)}</h2>
        {listed.length < found.length && <span class="cnt">{texts.nodes.foundMore(listed.length, found.length)}</span>}
      </header>
      <Tiles shown={shown}>
        {listed.map((node, at) => {
          const group = daemonSet.groups[groupOf[node] ?? -1];
          const name = place.nodes.names[node];
          if (group === undefined || name === undefined) return null;
          return (
            <Tile
              key={name}
              name={name}
              hidden={shown.hidden}
              about={aboutNode(place.nodes.facets, node)}
              look={lookOfGroup(group)}
              verdict={group.title}
              pressed={name === selected}
              inOrder={name === selected || at === 0}
              select={select}
            />
          );
        })}
      </Tiles>
    </section>
  );
}

function Empty({ dispatch }: { readonly dispatch: Dispatch }) {
  const nodes = exampleNodes;
  return (
    <div class="empty">
      <h2>{texts.nodes.none}</h2>
      <p>
        <Said text={texts.nodes.noneHelp} />
      </p>
      {nodes !== undefined && (
        <p>
          <button class="btn line" onClick={() => dispatch(addBeside(nodes.name, nodes.text))}>
            {texts.nodes.addExample(nodes.count)}
          </button>
        </p>
      )}
    </div>
  );
}
