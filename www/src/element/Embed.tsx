import type { FixAnswer, Place, TextEdit } from "everynode";
import { useMemo } from "preact/hooks";
import type { Aside } from "../answer/aside";
import { chosenDaemonSet, courseOf } from "../answer/choose";
import { editedText, editsByFile } from "../derive/edits";
import { groupOfNode } from "../derive/nodes";
import { allLeaves, ruleTree } from "../derive/rules";
import { edited, openFile } from "../state/actions";
import type { Dispatch, Pinned, Shown } from "../state/store";
import { texts } from "../texts";
import { embedTexts } from "../texts/embed";
import { AffinityView } from "../views/AffinityView";
import { Glyph } from "../views/Glyph";
import { useLater } from "../views/later";
import { NodeCard } from "../views/NodeCard";
import { NodesView } from "../views/NodesView";
import { Notices } from "../views/Notices";
import { TaintsView } from "../views/TaintsView";
import { Unloaded } from "../views/Unloaded";
import { Verdict } from "../views/Verdict";
import { ViewTabs } from "../views/ViewTabs";
import { Source } from "./Source";

interface Props {
  readonly shown: Shown;
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly pin: (pinned: Pinned | null) => void;
  readonly player: { readonly stop: () => void; readonly again: () => void };
  readonly loadWhole: () => void;
  readonly mend: () => Promise<FixAnswer>;
  readonly aside: Aside;
}

const loadReview = async () => (await import("../views/review/ReviewPane")).ReviewPane;
const loadRollout = async () => (await import("../views/rollout/RolloutPane")).RolloutPane;
const loadStored = async () => (await import("../views/stored/StoredPane")).StoredPane;
const loadWhatIf = async () => (await import("../views/whatif/WhatIfPane")).WhatIfPane;

/** The views without the editor: verdict, tabs, one view, and the text that it speaks of. */
export function Embed({ shown, current, dispatch, pin, player, loadWhole, mend, aside }: Props) {
  const { state, answer, trouble } = shown;
  const place = answer?.place;
  const daemonSet = place === undefined ? undefined : chosenDaemonSet(place, state.daemonSet);
  const apply = (edits: readonly TextEdit[]) => {
    for (const [name, own] of editsByFile(edits)) {
      const target = state.files.find((each) => each.name === name);
      if (target !== undefined && target.attached === undefined) dispatch(edited(target.id, editedText(target.text, own)));
    }
  };
  const jump = (to: Pick<Place, "file" | "range">) => {
    const target = state.files.find((each) => each.name === to.file);
    if (target !== undefined) dispatch(openFile(target.id));
  };
  return (
    <div class="embedbox">
      {place === undefined || answer === null ? (
        <section class="verdict" aria-label={texts.page.verdict}>
          <p class="who plain">{trouble === null ? texts.page.reading : texts.brand}</p>
        </section>
      ) : (
        <Verdict place={place} lint={answer.lint} daemonSet={daemonSet} course={courseOf(answer, daemonSet)} dispatch={dispatch} />
      )}
      <Notices notice={state.notice} trouble={trouble} dispatch={dispatch} />
      <ViewTabs
        shown={shown}
        taints={daemonSet?.matrix.taints.length ?? 0}
        rules={daemonSet === undefined ? 0 : allLeaves(ruleTree(daemonSet)).length}
        dispatch={dispatch}
      />
      <div class="view">
        {state.manifests || answer === null ? (
          <Source shown={shown} dispatch={dispatch} />
        ) : (
          <Body shown={shown} current={current} dispatch={dispatch} pin={pin} player={player} mend={mend} aside={aside} apply={apply} jump={jump} />
        )}
      </div>
      <footer class="foot">
        <span class="embedbrand">
          <Glyph name="brand" />
          {texts.brand}
        </span>
        {place !== undefined && (
          <span class="wide">
            {texts.foot.rules}
            <b>{texts.foot.kubernetes(place.kubernetes)}</b>
          </span>
        )}
        <span class="sp" />
        <Unloaded stage={shown.stage} loadWhole={loadWhole} />
        <span title={texts.foot.privateTip}>{texts.foot.private}</span>
      </footer>
    </div>
  );
}

interface BodyProps extends Omit<Props, "loadWhole"> {
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (to: Pick<Place, "file" | "range">) => void;
}

function Body({ shown, current, dispatch, pin, player, mend, aside, apply, jump }: BodyProps) {
  const { state, answer, playing, pinned } = shown;
  const review = useLater(loadReview, state.view === "review" ? "now" : "not");
  const rollout = useLater(loadRollout, state.view === "rollout" ? "now" : "not");
  const stored = useLater(loadStored, state.view === "stored" ? "now" : "not");
  const whatIf = useLater(loadWhatIf, state.view === "whatif" ? "now" : "not");
  const place = answer?.place;
  const daemonSet = place === undefined ? undefined : chosenDaemonSet(place, state.daemonSet);
  const groupOf = useMemo(
    () => (place === undefined || daemonSet === undefined ? null : groupOfNode(place, daemonSet)),
    [place, daemonSet],
  );
  if (answer === null || place === undefined) return null;
  if (state.view === "review") {
    if (review === null || review === "failed") return <p class="empty muted">{review === "failed" && texts.page.notLoaded}</p>;
    return <review.part state={state} lint={answer.lint} current={current} dispatch={dispatch} apply={apply} jump={jump} mend={mend} />;
  }
  if (state.view === "stored") {
    if (stored === null || stored === "failed") return <p class="empty muted">{stored === "failed" && texts.page.notLoaded}</p>;
    return <stored.part state={state} lint={answer.lint} current={current} aside={aside} jump={jump} />;
  }
  if (daemonSet === undefined) return <p class="empty muted">{embedTexts.none}</p>;
  if (state.view === "taints") return <TaintsView state={state} daemonSet={daemonSet} current={current} dispatch={dispatch} apply={apply} />;
  if (state.view === "affinity") return <AffinityView state={state} daemonSet={daemonSet} names={place.nodes.names} dispatch={dispatch} />;
  if (state.view === "rollout") {
    if (rollout === null || rollout === "failed") return <p class="empty muted">{rollout === "failed" && texts.page.notLoaded}</p>;
    return (
      <rollout.part
        state={state}
        place={place}
        daemonSet={daemonSet}
        played={answer.course}
        playing={playing}
        player={player}
        current={current && answer.course?.texts === answer.texts}
        dispatch={dispatch}
        apply={apply}
      />
    );
  }
  if (state.view === "whatif") {
    if (whatIf === null || whatIf === "failed") return <p class="empty muted">{whatIf === "failed" && texts.page.notLoaded}</p>;
    return (
      <whatIf.part
        state={state}
        place={place}
        nodes={answer.nodes}
        supposed={answer.supposed}
        daemonSet={daemonSet}
        pinned={pinned}
        pin={pin}
        selected={answer.explain?.node ?? state.node}
        dispatch={dispatch}
      />
    );
  }
  return (
    <div class="v-nodes">
      <NodesView state={state} place={place} nodes={answer.nodes} daemonSet={daemonSet} selected={answer.explain?.node ?? state.node} dispatch={dispatch} />
      {answer.explain !== null && (
        <NodeCard
          explain={answer.explain}
          group={daemonSet.groups[groupOf?.[place.nodes.names.indexOf(answer.explain.node)] ?? -1]}
          check={state.check}
          current={current}
          dispatch={dispatch}
          apply={apply}
          jump={jump}
        />
      )}
    </div>
  );
}
