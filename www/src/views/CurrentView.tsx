import type { FixAnswer, Place, TextEdit } from "everynode";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Aside } from "../answer/aside";
import { chosenDaemonSet } from "../answer/choose";
import type { Answer } from "../answer/answer";
import { groupOfNode } from "../derive/nodes";
import type { Dispatch, Pinned, Shown } from "../state/store";
import { texts } from "../texts";
import { AffinityView } from "./AffinityView";
import type { Later } from "./later";
import { memo } from "./memo";
import { NodeCard } from "./NodeCard";
import { NodesView } from "./NodesView";
import type { ReviewPane } from "./review/ReviewPane";
import type { RolloutPane } from "./rollout/RolloutPane";
import type { StoredPane } from "./stored/StoredPane";
import { TaintsView } from "./TaintsView";
import type { WhatIfPane } from "./whatif/WhatIfPane";

const Affinity = memo(AffinityView);
const Card = memo(NodeCard);
const Nodes = memo(NodesView);
const Taints = memo(TaintsView);

/** The views that are loaded when somebody wants them, or the page is at rest. */
export interface LaterViews {
  readonly review: Later<typeof ReviewPane>;
  readonly stored: Later<typeof StoredPane>;
  readonly rollout: Later<typeof RolloutPane>;
  readonly whatIf: Later<typeof WhatIfPane>;
}

/** What a view may ask for. */
export interface ViewDeeds {
  readonly dispatch: Dispatch;
  readonly pin: (pinned: Pinned | null) => void;
  readonly player: { readonly stop: () => void; readonly again: () => void };
  readonly mend: () => Promise<FixAnswer>;
  readonly aside: Aside;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (to: Pick<Place, "file" | "range">) => void;
}

interface Props extends ViewDeeds {
  readonly shown: Shown;
  readonly answer: Answer;
  /** The answer is about the texts as they are now. */
  readonly current: boolean;
  readonly later: LaterViews;
  /** Stands where the texts hold no DaemonSet. */
  readonly none: JSX.Element;
}

/** The view that is chosen, of the page and of the element alike. */
export function CurrentView({ shown, answer, current, later, none, dispatch, pin, player, mend, aside, apply, jump }: Props) {
  const { state, playing, pinned } = shown;
  const { place, lint } = answer;
  const daemonSet = chosenDaemonSet(place, state.daemonSet);
  const groupOf = useMemo(() => (daemonSet === undefined ? null : groupOfNode(place, daemonSet)), [place, daemonSet]);
  if (state.view === "review") return lately(later.review, { state, lint, current, dispatch, apply, jump, mend });
  if (state.view === "stored") return lately(later.stored, { state, lint, current, aside, jump });
  if (daemonSet === undefined) return none;
  const selected = answer.explain?.node ?? state.node;
  switch (state.view) {
    case "taints":
      return <Taints chosen={state.cell} daemonSet={daemonSet} current={current} dispatch={dispatch} apply={apply} />;
    case "affinity":
      return <Affinity rule={state.rule} daemonSet={daemonSet} names={place.nodes.names} dispatch={dispatch} />;
    case "rollout": {
      const isOwn = current && answer.course?.texts === answer.texts;
      return lately(later.rollout, { state, place, daemonSet, played: answer.course, playing, player, current: isOwn, dispatch, apply });
    }
    case "whatif": {
      const { nodes, supposed } = answer;
      return lately(later.whatIf, { state, place, nodes, supposed, daemonSet, pinned, pin, selected, dispatch });
    }
    case "nodes":
      return (
        <div class="v-nodes">
          <Nodes
            search={state.search}
            grouping={state.groupBy}
            table={state.table}
            place={place}
            nodes={answer.nodes}
            daemonSet={daemonSet}
            selected={selected}
            dispatch={dispatch}
          />
          {answer.explain !== null && (
            <Card
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
}

/** A view that comes later, or why it is not there. */
function lately<Asked extends object>(later: Later<(asked: Asked) => JSX.Element | null>, asked: Asked) {
  if (later === null || later === "failed") return <p class="empty muted">{later === "failed" && texts.page.notLoaded}</p>;
  const Part = later.part;
  return <Part {...asked} />;
}
