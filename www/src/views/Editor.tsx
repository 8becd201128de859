import type { TextEdit } from "everynode";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { chosenDaemonSet, idOf } from "../answer/choose";
import { checkAt, holds, lastLine } from "../derive/checks";
import { litPlace } from "../derive/lit";
import { cellOf, shownCell } from "../derive/matrix";
import { allLeaves, ruleTree } from "../derive/rules";
import { Desk } from "../editor/desk";
import type { Lit } from "../editor/marks";
import { edited, followCursor, openFile, type Action } from "../state/actions";
import type { Dispatch, Shown } from "../state/store";

interface Props {
  readonly shown: Shown;
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
  /** Hands the desk to who needs to edit or to jump. */
  readonly onDesk: (desk: Desk | null) => void;
}

/** The text of the selected file. Findings and the lit clause are put into it when an answer about this very text is there. */
export function Editor({ shown, current, dispatch, apply, onDesk }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const desk = useRef<Desk | null>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const revealed = useRef(0);
  const { state, answer } = shown;
  const file = state.files.find((each) => each.id === state.file);

  useLayoutEffect(() => {
    if (host.current === null) return;
    const made = new Desk(host.current, {
      edited: (id, text) => dispatch(edited(id, text)),
      cursor: (id, offset) => dispatch(follow(latest.current, id, offset)),
      apply,
    });
    desk.current = made;
    onDesk(made);
    return () => {
      onDesk(null);
      made.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (file !== undefined) desk.current?.open(file);
    desk.current?.retain(new Set(state.files.map((each) => each.id)));
  }, [file, state.files]);

  useEffect(() => {
    if (!current || answer === null || file === undefined) return;
    desk.current?.showFindings(answer.lint.diagnostics.filter((each) => each.file === file.name));
  }, [answer?.lint, file?.id, current]);

  const place = litPlace(shown);
  useEffect(() => {
    if (!current || answer === null) return;
    const wanted = state.reveal.number > revealed.current;
    if (wanted && state.reveal.open && place !== null && place.place.file !== file?.name) {
      const other = state.files.find((each) => each.name === place.place.file);
      if (other !== undefined && other.attached === undefined) {
        // The file opens first; this effect then runs again and scrolls.
        dispatch((now) => ({ ...openFile(other.id)(now), manifests: now.manifests }));
        return;
      }
    }
    const lit: Lit | null =
      place !== null && place.place.file === file?.name
        ? {
            from: place.place.range.start.offset,
            to: place.place.range.end.offset,
            ...(place.note === undefined ? {} : { note: place.note }),
          }
        : null;
    desk.current?.light(lit);
    if (wanted) {
      revealed.current = state.reveal.number;
      if (lit !== null) desk.current?.reveal(lit);
    }
  }, [place?.key, answer, file?.id, state.reveal.number, current]);

  return <div class="ed" ref={host} />;
}

/** What the cursor is in is what gets explained: a toleration, an expression, a Node, a DaemonSet. */
function follow({ state, answer }: Shown, id: number, offset: number): Action {
  const file = state.files.find((each) => each.id === id);
  if (file === undefined || answer === null) return (same) => same;
  if (state.view === "taints") {
    const daemonSet = chosenDaemonSet(answer.place, state.daemonSet);
    const at =
      daemonSet?.matrix.tolerations.findIndex(({ place }) => place !== undefined && holds(place, file.name, offset)) ?? -1;
    const cell =
      daemonSet === undefined || at < 0 || shownCell(daemonSet, state.cell)?.toleration === at
        ? null
        : cellOf(daemonSet, at);
    if (cell !== null) return followCursor({ cell });
  }
  if (state.view === "affinity") {
    const daemonSet = chosenDaemonSet(answer.place, state.daemonSet);
    const leaf =
      daemonSet === undefined
        ? undefined
        : allLeaves(ruleTree(daemonSet)).find(
            ({ requirement: { place } }) => place !== undefined && holds(place, file.name, offset),
          );
    if (leaf !== undefined) return followCursor({ rule: leaf.id });
  }
  const check = answer.explain === null ? undefined : checkAt(answer.explain, file.name, offset);
  if (check !== undefined) return followCursor({ check: check.id });
  const object = answer.lint.objects.find(
    (each) => holds(each, file.name, offset) && lastLine(each) >= each.range.start.line,
  );
  if (object?.kind === "Node" && answer.chosen?.node !== object.name)
    return followCursor({ node: object.name, check: null });
  if (object?.kind === "DaemonSet" && answer.chosen?.daemonSet !== idOf(object)) {
    return followCursor({ daemonSet: idOf(object), check: null, cell: null });
  }
  return (same) => same;
}
