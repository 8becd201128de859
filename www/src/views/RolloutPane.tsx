import type { DaemonSetPlacement, PlaceAnswer } from "everynode";
import { useMemo } from "preact/hooks";
import type { Played } from "../answer/protocol";
import { courseOf } from "../derive/course";
import { scrub, showNode, supposing } from "../state/actions";
import type { State } from "../state/state";
import type { Dispatch } from "../state/store";
import { RolloutView } from "./RolloutView";

interface Props {
  readonly state: State;
  readonly place: PlaceAnswer;
  readonly daemonSet: DaemonSetPlacement;
  readonly played: Played | null;
  readonly dispatch: Dispatch;
}

/** The update of the chosen DaemonSet; empty until it has been played. */
export function RolloutPane({ state, place, daemonSet, played, dispatch }: Props) {
  const course = useMemo(
    () => (played === null ? null : courseOf(played.found, place, daemonSet, state.suppose)),
    [played, place, daemonSet],
  );
  const actions = useMemo(
    () => ({
      scrub: (time: number) => dispatch(scrub(time)),
      supposing: (suppose: State["suppose"]) => dispatch(supposing(suppose)),
      show: (node: string) => dispatch(showNode(node)),
    }),
    [dispatch],
  );
  if (course === null) return null;
  // An update that stops says most where it stops.
  const first = course.answer.outcome === "complete" ? 0 : course.answer.seconds;
  return (
    <RolloutView
      course={course}
      place={place}
      command={daemonSet.kubectl.command}
      time={Math.min(state.moment ?? first, course.end)}
      suppose={state.suppose}
      {...actions}
    />
  );
}
