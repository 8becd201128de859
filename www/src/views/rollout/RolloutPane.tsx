import type { DaemonSetPlacement, PlaceAnswer, RolloutFound, TextEdit } from "everynode";
import { useMemo } from "preact/hooks";
import type { Played, Playing } from "../../answer/answer";
import { idOf, playedOf } from "../../answer/choose";
import { courseOf } from "../../derive/course";
import { wishesOf } from "../../derive/remedy";
import { commandLine } from "../../derive/scenario";
import { scrub, showNode, supposing } from "../../state/actions";
import type { State } from "../../state/state";
import type { Dispatch } from "../../state/store";
import { versionsOf } from "../../derive/versions";
import { useLater } from "../later";
import { memo } from "../memo";
import { Progress } from "./Progress";
import { rolloutTexts } from "../../texts/rollout";
import { RolloutView } from "./RolloutView";

type Remedy = RolloutFound["remedies"][number];

interface Props {
  readonly state: State;
  readonly place: PlaceAnswer;
  readonly daemonSet: DaemonSetPlacement;
  readonly played: Played | null;
  readonly playing: Playing | null;
  readonly player: { readonly stop: () => void; readonly again: () => void };
  /** The answer is about the texts as they are now. */
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

type Mended = ReadonlyMap<Remedy, readonly TextEdit[]>;

const NOTHING_MENDED: Mended = new Map();

const View = memo(RolloutView);

/** It reads YAML, and most updates have no remedy in the manifest. */
const loadRepair = async () => (await import("../../editor/repair")).repair;

/** The update of the chosen DaemonSet; empty until it has been played. */
export function RolloutPane({ state, place, daemonSet, played, playing, player, current, dispatch, apply }: Props) {
  const found = playedOf(played, daemonSet)?.found ?? null;
  const course = useMemo(() => (found === null ? null : courseOf(found)), [found]);
  const actions = useMemo(
    () => ({
      scrub: (time: number) => dispatch(scrub(time)),
      supposing: (suppose: State["suppose"]) => dispatch(supposing(suppose)),
      show: (node: string) => dispatch(showNode(node)),
    }),
    [dispatch],
  );
  const mends = course !== null && course.answer.remedies.some((remedy) => wishesOf(remedy).length > 0);
  const repair = useLater(loadRepair, mends ? "now" : "not");
  const edits = useMemo((): Mended => {
    const file = state.files.find(({ name }) => name === daemonSet.file);
    if (repair === null || repair === "failed") return NOTHING_MENDED;
    if (!current || course === null || file === undefined || file.attached !== undefined) return NOTHING_MENDED;
    const found = new Map<Remedy, readonly TextEdit[]>();
    for (const remedy of course.answer.remedies) {
      const wishes = wishesOf(remedy);
      const made = wishes.length === 0 ? undefined : repair.part(file.name, file.text, daemonSet.range, wishes);
      if (made !== undefined) found.set(remedy, made);
    }
    return found;
  }, [state.files, daemonSet, current, course, repair]);
  const versions = useMemo(() => {
    // Amid another update there are older Pods than those of the recorded template.
    const { recordedStatus: status } = daemonSet;
    const amid = found?.start === "recorded" && status?.updatedNumberScheduled !== status?.currentNumberScheduled;
    const named = found === null ? null : versionsOf(found.update);
    return named === null || amid ? { old: rolloutTexts.old, new: named?.new ?? rolloutTexts.new } : named;
  }, [found, daemonSet]);
  const lines = useMemo(
    () =>
      commandLine({
        files: state.files.filter(({ text, attached }) => text !== "" || attached !== undefined).map(({ name }) => name),
        daemonSet: idOf(daemonSet),
        now: state.now,
        suppose: state.suppose,
      }),
    [state.files, state.now, state.suppose, daemonSet],
  );
  const progress = playing !== null && <Progress playing={playing} {...player} />;
  if (course === null) return <div class="v-wait">{progress}</div>;
  const { answer } = course;
  // An update that stops says most where it stops.
  const first = answer.outcome === "complete" ? 0 : answer.seconds;
  return (
    <View
      course={course}
      versions={versions}
      place={place}
      command={daemonSet.kubectl.command}
      lines={lines}
      time={Math.min(state.moment ?? first, course.end)}
      suppose={state.suppose}
      current={current}
      progress={progress}
      edits={edits}
      apply={apply}
      {...actions}
    />
  );
}
