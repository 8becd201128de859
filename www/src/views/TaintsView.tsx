import type { DaemonSetPlacement, TaintView, TextEdit } from "everynode";
import { shortKey, shownCell } from "../derive/matrix";
import { firstSentence } from "../derive/words";
import { selectCell, showNode } from "../state/actions";
import type { Cell } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { CellSide } from "./CellSide";
import { Glyph } from "./Glyph";
import { MatrixRow } from "./MatrixRow";
import { Said } from "./Said";

interface Props {
  /** The cell that is chosen; null: the one that comes closest. */
  readonly chosen: Cell | null;
  readonly daemonSet: DaemonSetPlacement;
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

/** Every toleration against every taint: what matches, what nearly does, and what that decides. */
export function TaintsView({ chosen, daemonSet, current, dispatch, apply }: Props) {
  const { matrix } = daemonSet;
  const cell = shownCell(daemonSet, chosen);
  const select = (next: Cell) => dispatch(selectCell(next));
  const rows = matrix.tolerations.map((toleration, at) => ({ toleration, at }));
  const written = rows.filter(({ toleration }) => toleration.origin !== "controller");
  const added = rows.filter(({ toleration }) => toleration.origin === "controller");
  if (matrix.taints.length === 0) {
    return (
      <div class="empty">
        <h2>{texts.taints.none}</h2>
        <p>{texts.taints.noneHelp}</p>
      </div>
    );
  }
  const [lead, rest] = firstSentence(matrix.sentence);
  const columns = matrix.taints.length + 2;
  return (
    <div class="v-taints">
      <div class="scroll mx" tabIndex={0} role="region" aria-label={texts.views.name.taints}>
        <p class="lead">
          <b>
            <Said text={lead} />
          </b>{" "}
          <Said text={rest} />
        </p>
        <table onKeyDown={moveAmongCells} class={matrix.taints.length > 6 ? "wide-mx" : undefined}>
          <thead>
            <tr>
              <th class="corner">{texts.taints.corner}</th>
              {matrix.taints.map((taint, at) => (
                <TaintHead key={at} taint={taint} />
              ))}
              <th class="opens" title={texts.taints.opensTip} scope="col">
                {texts.taints.opens}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr class="sec">
              <th colSpan={columns} scope="rowgroup">
                {texts.taints.written(daemonSet.file)}
              </th>
            </tr>
            {written.length === 0 && (
              <tr>
                <td colSpan={columns} class="nothing">
                  {texts.taints.noTolerations}
                </td>
              </tr>
            )}
            {written.map(({ toleration, at }) => (
              <MatrixRow key={at} matrix={matrix} toleration={toleration} at={at} cell={cell} select={select} />
            ))}
          </tbody>
          {added.length > 0 && (
            <tbody class="auto">
              <tr class="sec">
                <th colSpan={columns} scope="rowgroup">
                  {texts.taints.added}
                </th>
              </tr>
              {added.map(({ toleration, at }) => (
                <MatrixRow key={at} matrix={matrix} toleration={toleration} at={at} cell={cell} select={select} />
              ))}
            </tbody>
          )}
          <tfoot>
            <tr>
              <th scope="row">{texts.taints.outcome}</th>
              {matrix.taints.map((taint, at) => (
                <td key={at}>
                  <Outcome taint={taint} />
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {cell !== null && (
        <CellSide
          daemonSet={daemonSet}
          cell={cell}
          current={current}
          show={(node) => dispatch(showNode(node))}
          apply={apply}
        />
      )}
    </div>
  );
}

function TaintHead({ taint }: { readonly taint: TaintView }) {
  const [prefix, ...name] = shortKey(taint.key).split("/");
  return (
    <th scope="col" title={`${taint.key}${taint.value === "" ? "" : `=${taint.value}`}:${taint.effect}`}>
      <span class="tk">
        {name.length === 0 ? (
          prefix
        ) : (
          <>
            {prefix}/<wbr />
            {name.join("/")}
          </>
        )}
        {taint.value !== "" && (
          <>
            <wbr />={taint.value}
          </>
        )}
      </span>
      <span class="te">{taint.effect}</span>
      <span class="tn">{texts.taints.onNodes(taint)}</span>
    </th>
  );
}

function Outcome({ taint }: { readonly taint: TaintView }) {
  const [glyph, state] =
    taint.outcome === "tolerated"
      ? (["yes", "run"] as const)
      : taint.outcome === "noSay"
        ? (["dash", "out"] as const)
        : (["no", "down"] as const);
  return (
    <>
      <b>
        <Glyph name={glyph} state={state} />
        {texts.taints.outcomeOf(taint.outcome)}
      </b>
      <small>{texts.taints.outcomeNodes(taint)}</small>
    </>
  );
}

/** Arrow keys move among the cells, as in any grid. */
function moveAmongCells(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (!(event.target instanceof HTMLElement) || !event.target.classList.contains("cell")) return;
  const row = event.target.closest("tr");
  const rows = [...event.currentTarget.querySelectorAll("tr")].filter((each) => each.querySelector(".cell") !== null);
  const down = row === null ? -1 : rows.indexOf(row);
  const across = [...(row?.querySelectorAll(".cell") ?? [])].indexOf(event.target);
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const [dy = 0, dx = 0] = step;
  const to = rows[down + dy]?.querySelectorAll<HTMLElement>(".cell")[across + dx];
  to?.click();
  to?.focus();
}
