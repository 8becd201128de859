import type { Place, TextEdit } from "everynode";
import { chosenDaemonSet } from "../answer/choose";
import { editedText, editsByFile } from "../derive/edits";
import { allLeaves, ruleTree } from "../derive/rules";
import { edited, openFile } from "../state/actions";
import type { Shown } from "../state/store";
import { texts } from "../texts";
import { embedTexts } from "../texts/embed";
import { CurrentView, type ViewDeeds } from "../views/CurrentView";
import { Glyph } from "../views/Glyph";
import { useLater } from "../views/later";
import { Notices } from "../views/Notices";
import { Unloaded } from "../views/Unloaded";
import { Verdict } from "../views/Verdict";
import { ViewTabs } from "../views/ViewTabs";
import { Source } from "./Source";

interface Props extends Omit<ViewDeeds, "apply" | "jump"> {
  readonly shown: Shown;
  readonly current: boolean;
  readonly loadWhole: () => void;
}

const loadReview = async () => (await import("../views/review/ReviewPane")).ReviewPane;
const loadRollout = async () => (await import("../views/rollout/RolloutPane")).RolloutPane;
const loadStored = async () => (await import("../views/stored/StoredPane")).StoredPane;
const loadWhatIf = async () => (await import("../views/whatif/WhatIfPane")).WhatIfPane;

/** The views without the editor: verdict, tabs, one view, and the text that it speaks of. */
export function Embed({ shown, current, dispatch, pin, player, loadWhole, mend, aside }: Props) {
  const { state, answer, trouble } = shown;
  const later = (view: typeof state.view) => (answer !== null && state.view === view ? "now" : "not");
  const review = useLater(loadReview, later("review"));
  const stored = useLater(loadStored, later("stored"));
  const rollout = useLater(loadRollout, later("rollout"));
  const whatIf = useLater(loadWhatIf, later("whatif"));
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
        <Verdict answer={answer} daemonSet={daemonSet} dispatch={dispatch} />
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
          <CurrentView
            shown={shown}
            answer={answer}
            current={current}
            later={{ review, stored, rollout, whatIf }}
            none={<p class="empty muted">{embedTexts.none}</p>}
            dispatch={dispatch}
            pin={pin}
            player={player}
            mend={mend}
            aside={aside}
            apply={apply}
            jump={jump}
          />
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
