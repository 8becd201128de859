import type { TaintMatrix, TolerationView } from "everynode";
import { cellKind, shortKey, taintText } from "../derive/matrix";
import type { Cell } from "../state/state";
import { texts } from "../texts";
import { Glyph } from "./Glyph";

interface Props {
  readonly matrix: TaintMatrix;
  readonly toleration: TolerationView;
  readonly at: number;
  readonly cell: Cell | null;
  readonly select: (cell: Cell) => void;
}

/** One toleration against every taint. Only the selected cell is in the tab order; arrow keys reach the others. */
export function MatrixRow({ matrix, toleration, at, cell, select }: Props) {
  const place = toleration.place === undefined ? "" : `, L${toleration.place.range.start.line}`;
  const about = texts.taints.row(toleration) + place;
  return (
    <tr>
      <th scope="row" title={toleration.why ?? toleration.key}>
        <code>{toleration.key === "" ? texts.taints.everyKey : shortKey(toleration.key)}</code>
        <span>{about}</span>
      </th>
      {matrix.taints.map((taint, nth) => {
        const differs = matrix.differs[at]?.[nth] ?? ["key"];
        const kind = cellKind(differs);
        const pressed = cell?.toleration === at && cell.taint === nth;
        return (
          <td key={nth}>
            <button
              class={`cell ${kind}`}
              aria-pressed={pressed}
              tabIndex={pressed ? 0 : -1}
              title={taintText(taint)}
              onClick={() => select({ toleration: at, taint: nth })}
            >
              {kind !== "no" && <Glyph name={kind === "yes" ? "yes" : "no"} />}
              <span aria-hidden="true">{texts.taints.cell(kind, differs)}</span>
              <span class="sr">{texts.taints.cellName(kind, differs)}</span>
            </button>
          </td>
        );
      })}
      <td class="opens">{toleration.opens > 0 ? <b>{texts.number(toleration.opens)}</b> : "0"}</td>
    </tr>
  );
}
