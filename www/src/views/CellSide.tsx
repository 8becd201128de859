import type { DaemonSetPlacement, TextEdit } from "everynode";
import type { ComponentChildren } from "preact";
import { cellKind, compared, type Compared } from "../derive/matrix";
import type { Cell } from "../state/state";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { NodeLinks } from "./NodeLinks";
import { Said } from "./Said";
import { Sheet } from "./Sheet";
import { SuggestionBox } from "./SuggestionBox";

interface Props {
  readonly daemonSet: DaemonSetPlacement;
  readonly cell: Cell;
  readonly current: boolean;
  /** Shows a node in its own view. */
  readonly show: (node: string) => void;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

/** One toleration beside one taint, part by part. */
export function CellSide({ daemonSet, cell, current, show, apply }: Props) {
  const { matrix } = daemonSet;
  const toleration = matrix.tolerations[cell.toleration];
  const taint = matrix.taints[cell.taint];
  const differs = matrix.differs[cell.toleration]?.[cell.taint];
  if (toleration === undefined || taint === undefined || differs === undefined) return null;
  const kind = cellKind(differs);
  const group = daemonSet.groups.find(
    ({ reasons }) =>
      reasons.length === 1 &&
      reasons.some(
        (reason) =>
          reason.reason === "taint" &&
          reason.taint.key === taint.key &&
          reason.taint.value === taint.value &&
          reason.taint.effect === taint.effect,
      ),
  );
  const suggestion = kind === "near" ? group?.suggestion : undefined;
  const means = texts.taints.effectMeans[taint.effect];
  return (
    <Sheet name="side" label={texts.taints.side}>
      <h2>{texts.taints.sideTitle[kind]}</h2>
      <p class="muted">{texts.taints.sideSentence(differs)}</p>
      <ul class="tok">
        {compared(toleration, taint, differs).map((row) => (
          <li key={row.part} class={row.agrees ? undefined : kind === "no" ? "off" : "bad"}>
            <Glyph name={row.agrees ? "yes" : "no"} state={row.agrees ? "run" : kind === "no" ? "out" : "down"} />
            <span>{texts.taints.part[row.part]}</span>
            <span class="val">
              <Part row={row} />
            </span>
          </li>
        ))}
      </ul>
      {toleration.why !== undefined && (
        <p class="muted">
          <Said text={toleration.why} />
        </p>
      )}
      {kind === "yes" && (
        <p class="muted">{toleration.opens > 0 ? texts.taints.opensSome(toleration.opens) : texts.taints.opensNone}</p>
      )}
      {means !== undefined && kind !== "no" && (
        <p class="muted">
          <Said text={means} />
        </p>
      )}
      <NodeLinks title={texts.taints.onWhich} names={taint.examples} all={taint.nodes} show={show} />
      {suggestion !== undefined && <SuggestionBox suggestion={suggestion} current={current} apply={apply} />}
    </Sheet>
  );
}

function value(text: string): ComponentChildren {
  return text === "" ? texts.taints.emptyValue : <code>{text}</code>;
}

function Part({ row }: { readonly row: Compared }) {
  if (row.part === "key" && row.toleration === "") return <>{texts.taints.anyKey}</>;
  if (row.part === "effect" && row.toleration === "") return <>{texts.taints.anyEffect}</>;
  if (row.part === "operator") {
    return (
      <>
        <code>{row.toleration}</code>, {row.toleration === "Exists" ? texts.taints.anyValue : texts.taints.comparesValues}
      </>
    );
  }
  if (row.agrees) return <>{value(row.toleration)}</>;
  return (
    <>
      {value(row.toleration)} {texts.taints.isNot} {value(row.taint)}
    </>
  );
}
