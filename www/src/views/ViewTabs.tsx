import { useEffect, useRef } from "preact/hooks";
import type { Shown } from "../state/store";
import { showManifests, showView } from "../state/actions";
import { VIEWS, type ViewId } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";

interface Props {
  readonly shown: Shown;
  readonly taints: number;
  readonly rules: number;
  readonly dispatch: Dispatch;
}

/** One tab a view; on narrow screens the manifests are the first of them. */
export function ViewTabs({ shown: { state, answer }, taints, rules, dispatch }: Props) {
  const count: Readonly<Record<ViewId, number>> = {
    nodes: answer?.place.nodes.names.length ?? 0,
    taints,
    affinity: rules,
    rollout: 0,
    whatif: state.whatIf.length,
    stored: 0,
    review: answer?.lint.diagnostics.length ?? 0,
  };
  const tabs = useRef<HTMLElement>(null);
  // On narrow screens not all of them are in sight.
  useEffect(() => tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }), [state.view]);
  return (
    <nav class="tabs views" ref={tabs} aria-label={texts.views.label}>
      <button class={state.manifests ? "tab narrow chosen" : "tab narrow"} onClick={() => dispatch(showManifests)}>
        {texts.views.manifests}
      </button>
      {VIEWS.map((view) => (
        <a
          key={view}
          class={state.manifests ? "tab behind" : "tab"}
          href={`#${view}`}
          aria-current={state.view === view ? "page" : undefined}
          onClick={() => dispatch(showView(view))}
        >
          {texts.views.name[view]}
          {count[view] > 0 && <span class="n">{texts.number(count[view])}</span>}
        </a>
      ))}
    </nav>
  );
}
