import type { DaemonSetPlacement, NodesAnswer, PlaceAnswer } from "everynode";
import { useCallback, useMemo } from "preact/hooks";
import { idOf } from "../../answer/choose";
import type { SupposedAnswer } from "../../answer/answer";
import { comparisonOf, happenings, others, type Happening } from "../../derive/compare";
import { commandsFor } from "../../derive/forReal";
import { GLYPH_OF, type Look } from "../../derive/look";
import { fits, isNodeChange } from "../../derive/supposed";
import { showNode, whatIf } from "../../state/actions";
import type { State, WhatIf } from "../../state/state";
import type { Dispatch, Pinned } from "../../state/store";
import { texts } from "../../texts";
import { whatIfTexts } from "../../texts/whatif";
import { CopyButton } from "../CopyButton";
import { Glyph } from "../Glyph";
import { memo } from "../memo";
import { Said } from "../Said";
import { AddChange } from "./AddChange";
import { Offers } from "./Offers";
import { Sides } from "./Sides";

interface Props {
  readonly state: State;
  readonly place: PlaceAnswer;
  readonly nodes: NodesAnswer | null;
  readonly supposed: SupposedAnswer | null;
  readonly daemonSet: DaemonSetPlacement;
  /** What was held as “before”. */
  readonly pinned: Pinned | null;
  readonly pin: (pinned: Pinned | null) => void;
  readonly selected: string | null;
  readonly dispatch: Dispatch;
}

const BothSides = memo(Sides);

/** Where the DaemonSet runs now, and where it would. */
export function WhatIfPane({ state, place, nodes, supposed, daemonSet, pinned, pin, selected, dispatch }: Props) {
  const { whatIf: all, files } = state;
  const set = (next: readonly WhatIf[]) => dispatch(whatIf(next));
  const before = pinned?.place ?? place;
  const after = all.length === 0 ? place : (supposed?.place ?? null);
  const id = idOf(daemonSet);
  const comparison = useMemo(() => (after === null ? null : comparisonOf(before, after, id)), [before, after, id]);
  const touched = useMemo(
    () => new Set(all.filter(isNodeChange).flatMap((change) => (change.kind === "addNode" ? [change.value] : change.nodes))),
    [all],
  );
  const happened = useMemo(() => (comparison === null ? [] : happenings(comparison, touched)), [comparison, touched]);
  const show = useCallback((node: string) => dispatch(showNode(node)), [dispatch]);
  const idle = all.length === 0 && (pinned === null || pinned.place === place);
  return (
    <div class="v-whatif">
      <div class="tool suppose">
        <span class="lab">{whatIfTexts.suppose}</span>
        {all.map((change, at) => {
          const said = whatIfTexts.said(change);
          const unfit = !isNodeChange(change) && !fits(change, files);
          return (
            <span key={at} class={unfit ? "chip unfit" : "chip"} title={unfit ? whatIfTexts.unfit : undefined}>
              <span>
                <Said text={said} />
              </span>
              <button aria-label={whatIfTexts.without(said)} onClick={() => set(all.filter((_, nth) => nth !== at))}>
                <Glyph name="no" />
              </button>
            </span>
          );
        })}
        {nodes !== null && <AddChange nodes={nodes} node={selected} add={(change) => set([...all, change])} />}
        {all.length > 0 && (
          <>
            <button class="btn sm" onClick={() => set(all.slice(0, -1))}>
              {whatIfTexts.undo}
            </button>
            {all.length > 1 && (
              <button class="btn sm" onClick={() => set([])}>
                {whatIfTexts.clear}
              </button>
            )}
          </>
        )}
        <span class="sp" />
        {pinned === null ? (
          <button class="btn sm line" onClick={() => pin({ place, files })}>
            {whatIfTexts.hold}
          </button>
        ) : (
          <>
            <span class="muted">{whatIfTexts.held}</span>
            <button class="btn sm line" onClick={() => pin(null)}>
              {whatIfTexts.letGo}
            </button>
          </>
        )}
      </div>
      <div class="scroll whatif" tabIndex={0} role="region" aria-label={whatIfTexts.region}>
        {idle ? (
          <Offers place={place} daemonSet={daemonSet} nodes={nodes} selected={selected} files={files} add={(change) => set([change])} />
        ) : comparison === null ? (
          <p class="muted">{whatIfTexts.waiting}</p>
        ) : (
          <>
            <p class="lead">
              <b>{comparison.after === undefined ? whatIfTexts.gone : whatIfTexts.lead(comparison.before?.eligible ?? 0, comparison.after.eligible)}</b>{" "}
              {whatIfTexts.rest(comparison.gains, comparison.loses)}
            </p>
            <BothSides comparison={comparison} show={show} />
            <Rows before={comparison.before} after={comparison.after} />
            <Happens all={happened} />
            <div class="halves">
              <Others before={before} after={after ?? place} but={id} />
              <ForReal lines={commandsFor(all, changedFiles(pinned, state))} />
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** Files that are others than when “before” was held. */
function changedFiles(pinned: Pinned | null, { files }: State): readonly string[] {
  if (pinned === null) return [];
  return files.filter((file) => !pinned.files.some((each) => each.name === file.name && each.text === file.text)).map(({ name }) => name);
}

/** kubectl's rows, one above the other. */
function Rows({ before, after }: { readonly before: DaemonSetPlacement | undefined; readonly after: DaemonSetPlacement | undefined }) {
  const head = after ?? before;
  if (head === undefined) return null;
  return (
    <div class="term rows" tabIndex={0} role="group" aria-label={texts.kubectl.label}>
      <div class="hd">{head.kubectl.header}</div>
      {before !== undefined && (
        <div>
          {before.kubectl.row} <span class="p">{`  # ${whatIfTexts.before.toLowerCase()}`}</span>
        </div>
      )}
      {after !== undefined && (
        <div>
          {after.kubectl.row} <span class="p">{`  # ${whatIfTexts.after.toLowerCase()}`}</span>
        </div>
      )}
    </div>
  );
}

const NAMED = 6;

function Happens({ all }: { readonly all: readonly Happening[] }) {
  const { columns } = whatIfTexts;
  const look = (side: Look | null) =>
    side === null ? (
      <span class="muted">{whatIfTexts.absent}</span>
    ) : (
      <>
        <Glyph name={GLYPH_OF[side]} state={side} /> {texts.look(side)}
      </>
    );
  return (
    <section class="happens">
      <h2 class="h2">{whatIfTexts.happens}</h2>
      {all.length === 0 ? (
        <p class="muted">{whatIfTexts.nothing}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{columns.node}</th>
              <th scope="col">{columns.before}</th>
              <th scope="col">{columns.after}</th>
              <th scope="col">{columns.because}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ nodes, before, after, because }, at) => (
              <tr key={at}>
                <td>
                  <code>{nodes.slice(0, NAMED).join(", ")}</code>
                  {nodes.length > NAMED && <> {whatIfTexts.more(nodes.length - NAMED)}</>}
                </td>
                <td class="look">{look(before)}</td>
                <td class="look">{look(after)}</td>
                <td>
                  <Said text={because} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Others({ before, after, but }: { readonly before: PlaceAnswer; readonly after: PlaceAnswer; readonly but: string }) {
  const all = others(before, after, but);
  if (all.length === 0) return null;
  const changed = all.filter((each) => each.before !== each.after);
  return (
    <section>
      <h2 class="h2">{whatIfTexts.others}</h2>
      {changed.map((each) => (
        <p key={each.name} class="pair">
          <code>{each.name}</code> <span>{whatIfTexts.becomes(each.before, each.after)}</span>
        </p>
      ))}
      {changed.length < all.length && <p class="muted">{whatIfTexts.othersSame(all.length - changed.length)}</p>}
    </section>
  );
}

function ForReal({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 class="h2 with">
        {whatIfTexts.forReal} <CopyButton text={lines.join("\n")} />
      </h2>
      <pre class="codeblock" tabIndex={0} role="group" aria-label={whatIfTexts.forReal}>
        {lines.join("\n")}
      </pre>
    </section>
  );
}
