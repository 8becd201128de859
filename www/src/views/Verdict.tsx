import type { DaemonSetPlacement, LintAnswer } from "everynode";
import type { Answer } from "../answer/answer";
import { idOf, playedOf } from "../answer/choose";
import { problemCounts, verdictParts, type Target } from "../derive/verdict";
import { selectCell, selectDaemonSet, selectNode, showView } from "../state/actions";
import type { ViewId } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Menu } from "./Menu";

interface Props {
  readonly answer: Answer;
  readonly daemonSet: DaemonSetPlacement | undefined;
  readonly dispatch: Dispatch;
}

/** One DaemonSet's answer as a sentence; each part goes to the view that proves it. */
export function Verdict({ answer, daemonSet, dispatch }: Props) {
  const { place, lint } = answer;
  if (daemonSet === undefined) return <NoDaemonSet lint={lint} dispatch={dispatch} />;
  const name = idOf(daemonSet);
  const course = playedOf(answer.course, daemonSet);
  const isEarlier = course !== null && course.texts !== answer.texts;
  const go = (target: Target) => {
    if (target.to === "cell") dispatch(selectCell(target.cell));
    dispatch(showView(viewOf(target)));
    if (viewOf(target) !== "nodes") return;
    const group = target.to === "group" ? daemonSet.groups[target.group] : undefined;
    const node = place.nodes.names[group?.nodes[0] ?? -1];
    if (node !== undefined) dispatch(selectNode(node));
    if (target.to === "group") document.getElementById(`group-${target.group}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <section class="verdict" aria-label={texts.page.verdict} aria-live="polite">
      <h1 class="who">
        {place.daemonSets.length > 1 ? (
          <Menu
            label={texts.verdict.choose}
            buttonClass="whobtn"
            button={<span>{name}</span>}
            items={place.daemonSets.map((each) => ({
              id: idOf(each),
              title: <code>{idOf(each)}</code>,
              about: texts.daemonSetOption(each),
            }))}
            selected={name}
            choose={(id) => dispatch(selectDaemonSet(id))}
          />
        ) : (
          name
        )}
      </h1>
      <p class="parts">
        {verdictParts(daemonSet, lint, course?.found ?? null).map((part, at, all) => (
          <span key={keyOf(part.target)}>
            <a
              href={`#${viewOf(part.target)}`}
              class={isEarlier && part.target.to === "rollout" ? "earlier" : undefined}
              onClick={() => go(part.target)}
            >
              <Glyph name={part.glyph} state={part.look} />
              {part.text}
            </a>
            {at < all.length - 1 && (
              <span class="dot" aria-hidden="true">
                ·
              </span>
            )}
          </span>
        ))}
      </p>
    </section>
  );
}

/** A link stays the same one when another part comes before it: focus and clicks go where they were meant to. */
function keyOf(target: Target): string {
  return "group" in target ? `group ${target.group}` : target.to;
}

/** The view that proves what a part says. */
function viewOf({ to }: Target): ViewId {
  return to === "cell" ? "taints" : to === "group" ? "nodes" : to;
}

function NoDaemonSet({ lint, dispatch }: { readonly lint: LintAnswer; readonly dispatch: Dispatch }) {
  const counts = problemCounts(lint);
  return (
    <section class="verdict" aria-label={texts.page.verdict} aria-live="polite">
      <h1 class="who plain">{texts.verdict.none}</h1>
      <p class="parts">
        {counts.error + counts.warning > 0 ? (
          <a href="#review" onClick={() => dispatch(showView("review"))}>
            <Glyph name={counts.error > 0 ? "error" : "warning"} state={counts.error > 0 ? "error" : "warning"} />
            {texts.problems.counts(counts)}
          </a>
        ) : (
          <span class="muted">{texts.verdict.noneShort}</span>
        )}
      </p>
    </section>
  );
}
