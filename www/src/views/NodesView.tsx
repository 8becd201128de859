import type { DaemonSetPlacement, NodesAnswer, PlaceAnswer } from "everynode";
import { useMemo } from "preact/hooks";
import { looksLikeSelector, parseSelector, selectedNodes } from "../derive/labelSelector";
import { aboutNode, groupingFacets, groupingLabels, groupOfNode, labelFacet, sectionsByFacet, sectionsByReason, type Section } from "../derive/nodes";
import { lookOfGroup } from "../derive/look";
import { shownNames, type ShownNames } from "../derive/names";
import { addBeside, asTable, groupBy, searching, selectNode } from "../state/actions";
import { exampleNodes } from "../state/examples";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { KubectlRow } from "./KubectlRow";
import { NodeGroup } from "./NodeGroup";
import { NodeTable } from "./NodeTable";
import { Notes } from "./Notes";
import { Said } from "./Said";
import { Tile } from "./Tile";
import { Tiles } from "./Tiles";
import { moveAmongTiles } from "./tileKeys";

interface Props {
  /** A part of names, or a label selector. */
  readonly search: string;
  /** `reason`, the key of a facet, or `label:` and the key of a label. */
  readonly grouping: string;
  /** As rows instead of tiles or dots. */
  readonly table: boolean;
  readonly place: PlaceAnswer;
  /** What nodes say of themselves, where it is known yet. */
  readonly nodes: NodesAnswer | null;
  readonly daemonSet: DaemonSetPlacement;
  /** The node that the card explains. */
  readonly selected: string | null;
  readonly dispatch: Dispatch;
}

/** Before the key of a label that nodes are grouped by. */
const LABEL = "label:";
/** More nodes than this are dots. */
const TILES = 200;

/** Every node by its verdict: tiles, or dots when there are many. */
export function NodesView({ search, grouping, table, place, nodes, daemonSet, selected, dispatch }: Props) {
  const find = search.trim();
  const facets = useMemo(() => groupingFacets(place), [place]);
  const labels = useMemo(() => (nodes === null ? [] : groupingLabels(place, nodes)), [place, nodes]);
  const many = place.nodes.names.length > TILES;
  const empty = place.nodes.names.length === 0;
  const label = grouping.startsWith(LABEL) ? grouping.slice(LABEL.length) : null;
  const facet = useMemo(
    () => (label !== null && nodes !== null ? labelFacet(nodes, label) : facets.find((each) => each.key === grouping)),
    [facets, nodes, label, grouping],
  );
  const found = useMemo(() => (find === "" ? null : findNodes(place.nodes.names, nodes, find)), [place, nodes, find]);
  const sections = useMemo(
    () => (facet === undefined ? sectionsByReason(place, daemonSet, many) : sectionsByFacet(place, daemonSet, facet)),
    [place, daemonSet, facet, many],
  );
  const all = useMemo(() => [...place.nodes.names.keys()], [place]);
  const shown = useMemo(() => shownNames(place.nodes.names), [place]);
  const select = (node: string) => dispatch(selectNode(node));
  return (
    <div class="mid">
      <div class="tool" hidden={empty}>
        {(facets.length > 0 || labels.length > 0) && (
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
            {labels.length > 0 && (
              <label class="choice">
                <span class="sr">{texts.nodes.byLabel}</span>
                <select
                  value={label ?? ""}
                  onChange={(event) => dispatch(groupBy(event.currentTarget.value === "" ? "reason" : `${LABEL}${event.currentTarget.value}`))}
                >
                  <option value="">{texts.nodes.label}</option>
                  {labels.map((each) => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </>
        )}
        <div class="finding">
          <label class="find">
            <Glyph name="find" />
            <span class="sr">{texts.nodes.find}</span>
            <input
              type="search"
              placeholder={texts.nodes.findHint}
              value={search}
              onInput={(event) => dispatch(searching(event.currentTarget.value))}
              onKeyDown={(event) => {
                if (event.key === "Escape") dispatch(searching(""));
              }}
            />
          </label>
          <div class="seg" role="group" aria-label={texts.nodes.drawnAs}>
            <button aria-pressed={!table} onClick={() => dispatch(asTable(false))}>
              {many ? texts.nodes.asDots : texts.nodes.asTiles}
            </button>
            <button aria-pressed={table} onClick={() => dispatch(asTable(true))}>
              {texts.nodes.asTable}
            </button>
          </div>
        </div>
      </div>
      {table && !empty ? (
        <NodeTable
          place={place}
          daemonSet={daemonSet}
          nodes={found?.nodes ?? all}
          selected={selected}
          select={select}
        />
      ) : (
      <div
        class="scroll groups"
        tabIndex={0}
        role="region"
        aria-label={texts.nodes.region(facet === undefined ? texts.nodes.reason : facet.key)}
        onKeyDown={(event) => moveAmongTiles(event)}
      >
        {empty ? (
          <Empty dispatch={dispatch} />
        ) : found === null ? (
          <Sections sections={sections} place={place} shown={shown} many={many} selected={selected} select={select} />
        ) : (
          <Found found={found} place={place} shown={shown} daemonSet={daemonSet} selected={selected} select={select} />
        )}
        {!empty && <Notes notes={[...place.notes, ...daemonSet.notes]} />}
      </div>
      )}
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

interface FoundNodes {
  readonly nodes: readonly number[];
  /** What there is to say where there are none. */
  readonly none: string;
}

/** By a part of the name, or by labels. */
function findNodes(names: readonly string[], nodes: NodesAnswer | null, find: string): FoundNodes {
  if (looksLikeSelector(find)) {
    const selector = parseSelector(find);
    if (selector === undefined) return { nodes: [], none: texts.nodes.noSelector };
    return { nodes: nodes === null ? [] : selectedNodes(nodes, selector), none: texts.nodes.noneLabelled };
  }
  const found: number[] = [];
  names.forEach((name, node) => name.includes(find) && found.push(node));
  return { nodes: found, none: texts.nodes.noneNamed };
}

interface FoundProps {
  readonly found: FoundNodes;
  readonly place: PlaceAnswer;
  readonly shown: ShownNames;
  readonly daemonSet: DaemonSetPlacement;
  readonly selected: string | null;
  readonly select: (node: string) => void;
}

function Found({ found: { nodes: found, none }, place, shown, daemonSet, selected, select }: FoundProps) {
  const groupOf = useMemo(() => groupOfNode(place, daemonSet), [place, daemonSet]);
  const listed = found.slice(0, TILES);
  return (
    <section class="grp">
      <header>
        <span />
        <h2>{found.length === 0 ? none : texts.nodes.found(found.length)}</h2>
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
