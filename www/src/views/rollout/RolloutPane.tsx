import type { DaemonSetPlacement, PlaceAnswer, RolloutFound, TextEdit } from "everynode";
import { useMemo } from "preact/hooks";
import type { Played } from "../../answer/protocol";
import { courseOf } from "../../derive/course";
import { wishesOf } from "../../derive/remedy";
import { repair } from "../../editor/repair";
import { scrub, showNode, supposing } from "../../state/actions";
import type { State } from "../../state/state";
import type { Dispatch } from "../../state/store";
import { versionsOf } from "../../derive/versions";
import { RolloutView } from "./RolloutView";

interface Props {
  readonly state: State;
  readonly place: PlaceAnswer;
  readonly daemonSet: DaemonSetPlacement;
  readonly played: Played | null;
  /** The answer is about the texts as they are now. */
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

/** The update of the chosen DaemonSet; empty until it has been played. */
export function RolloutPane({ state, place, daemonSet, played, current, dispatch, apply }: Props) {
  const course = useMemo(() => (played === null ? null : courseOf(played.found)), [played]);
  const actions = useMemo(
    () => ({
      scrub: (time: number) => dispatch(scrub(time)),
      supposing: (suppose: State["suppose"]) => dispatch(supposing(suppose)),
      show: (node: string) => dispatch(showNode(node)),
    }),
    [dispatch],
  );
  const editsOf = useMemo(() => {
    const file = state.files.find(({ name }) => name === daemonSet.file);
    return (remedy: RolloutFound["remedies"][number]): readonly TextEdit[] => {
      const wishes = wishesOf(remedy);
      if (!current || wishes.length === 0 || file === undefined || file.attached !== undefined) return [];
      return repair(file.name, file.text, daemonSet.range, wishes) ?? [];
    };
  }, [state.files, daemonSet, current]);
  if (course === null) return null;
  const { answer } = course;
  // An update that stops says most where it stops.
  const first = answer.outcome === "complete" ? 0 : answer.seconds;
  return (
    <RolloutView
      course={course}
      versions={versionsOf(answer)}
      place={place}
      command={daemonSet.kubectl.command}
      time={Math.min(state.moment ?? first, course.end)}
      suppose={state.suppose}
      current={current}
      editsOf={editsOf}
      apply={apply}
      {...actions}
    />
  );
}
