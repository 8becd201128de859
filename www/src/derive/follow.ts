/** What the cursor is in is what gets explained: a finding, a toleration, an expression, a Node, a DaemonSet. */

import type { DaemonSetPlacement, Place } from "everynode";
import { chosenDaemonSet, idOf } from "../answer/choose";
import type { Answer } from "../answer/answer";
import { followCursor, type Action } from "../state/actions";
import type { State } from "../state/state";
import type { Shown } from "../state/store";
import { checkAt, holds } from "./checks";
import { findingAt, keyOf } from "./findings";
import { cellOf, shownCell } from "./matrix";
import { allLeaves, ruleTree } from "./rules";

const stay: Action = (state) => state;

/** What changes when the cursor goes to an offset of a file. */
export function follow({ state, answer }: Shown, id: number, offset: number): Action {
  const file = state.files.find((each) => each.id === id)?.name;
  if (file === undefined || answer === null) return stay;
  const isHere = (place: Place | undefined) => place !== undefined && holds(place, file, offset);
  const daemonSet = chosenDaemonSet(answer.place, state.daemonSet);
  return (
    (state.view === "review" ? finding(answer, file, offset) : undefined) ??
    (daemonSet === undefined ? undefined : inView(state, daemonSet, isHere)) ??
    check(answer, file, offset) ??
    object(answer, file, offset) ??
    stay
  );
}

/** A row of the matrix, a branch of the tree. */
function inView(
  state: State,
  daemonSet: DaemonSetPlacement,
  isHere: (place: Place | undefined) => boolean,
): Action | undefined {
  if (state.view === "taints") {
    const toleration = daemonSet.matrix.tolerations.findIndex(({ place }) => isHere(place));
    if (toleration < 0) return undefined;
    const cell = shownCell(daemonSet, state.cell)?.toleration === toleration ? null : cellOf(daemonSet, toleration);
    return cell === null ? stay : followCursor({ cell });
  }
  if (state.view === "affinity") {
    const leaf = allLeaves(ruleTree(daemonSet)).find(({ requirement }) => isHere(requirement.place));
    return leaf === undefined ? undefined : followCursor({ rule: leaf.id });
  }
  return undefined;
}

function finding({ lint }: Answer, file: string, offset: number): Action | undefined {
  const here = findingAt(lint, file, offset);
  return here === undefined ? undefined : followCursor({ finding: keyOf(here) });
}

function check({ explain }: Answer, file: string, offset: number): Action | undefined {
  const found = explain === null ? undefined : checkAt(explain, file, offset);
  return found === undefined ? undefined : followCursor({ check: found.id });
}

function object({ lint, chosen }: Answer, file: string, offset: number): Action | undefined {
  const found = lint.objects.find((each) => holds(each, file, offset));
  if (found?.kind === "Node" && chosen?.node !== found.name) return followCursor({ node: found.name, check: null });
  if (found?.kind === "DaemonSet" && chosen?.daemonSet !== idOf(found)) {
    return followCursor({ daemonSet: idOf(found), check: null, cell: null, rule: null });
  }
  return undefined;
}
