/** The place in the text that the view at the right talks about. */

import type { Place } from "everynode";
import { choose, chosenDaemonSet } from "../answer/choose";
import type { Shown } from "../state/store";
import { findingOf } from "./findings";
import { litCheck } from "./checks";
import { texts } from "../texts";
import { litLeaf, ruleTree } from "./rules";
import { cellKind, shownCell } from "./matrix";

export interface LitPlace {
  readonly place: Place;
  readonly note?: string;
  /** Equal for equal places. */
  readonly key: string;
}

/** The explanation is of what was chosen last, and not of what was chosen before. */
export function isAboutChosen({ state, answer }: Shown): boolean {
  if (answer === null) return false;
  const { daemonSet, node } = choose(answer.place, state) ?? { daemonSet: null, node: null };
  return answer.chosen === null || (answer.chosen.daemonSet === daemonSet && answer.chosen.node === node);
}

export function litPlace({ state, answer }: Shown): LitPlace | null {
  if (answer === null) return null;
  if (state.view === "taints") {
    const daemonSet = chosenDaemonSet(answer.place, state.daemonSet);
    const cell = daemonSet === undefined ? null : shownCell(daemonSet, state.cell);
    if (cell === null || daemonSet === undefined) return null;
    const place = daemonSet.matrix.tolerations[cell.toleration]?.place;
    const taint = daemonSet.matrix.taints[cell.taint];
    const differs = daemonSet.matrix.differs[cell.toleration]?.[cell.taint] ?? [];
    const note = taint !== undefined && cellKind(differs) === "near" ? texts.taints.note(taint, differs) : undefined;
    return place === undefined ? null : lit(place, note);
  }
  if (state.view === "affinity") {
    const daemonSet = chosenDaemonSet(answer.place, state.daemonSet);
    const leaf = daemonSet === undefined ? undefined : litLeaf(ruleTree(daemonSet), state.rule);
    return leaf?.requirement.place === undefined ? null : lit(leaf.requirement.place, undefined);
  }
  if (state.view === "review") {
    const finding = state.finding === null ? undefined : findingOf(answer.lint, state.finding);
    return finding === undefined ? null : lit(finding, undefined);
  }
  if (state.view === "rollout" || state.view === "whatif") return null;
  const check = litCheck(answer.explain, state.check)?.check;
  return check?.place === undefined ? null : lit(check.place, check.note);
}

function lit(place: Place, note: string | undefined): LitPlace {
  const key = `${place.file} ${place.range.start.offset} ${place.range.end.offset} ${note ?? ""}`;
  return note === undefined ? { place, key } : { place, note, key };
}
