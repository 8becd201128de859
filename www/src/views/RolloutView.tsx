import type { PlaceAnswer } from "everynode";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { serves, type Course, type PodState } from "../derive/course";
import { facetValue } from "../derive/nodes";
import { shownNames } from "../derive/names";
import { capital } from "../derive/words";
import type { Suppose } from "../state/state";
import { texts } from "../texts";
import { AtCursor } from "./AtCursor";
import { Patterns, PodBar } from "./Bars";
import { Budget } from "./Budget";
import { Gantt, type GanttRow } from "./Gantt";
import { next, Player, previous } from "./Player";
import { PodTimes } from "./PodTimes";
import { Said } from "./Said";
import { Supposed } from "./Supposed";

interface Props {
  readonly course: Course;
  readonly place: PlaceAnswer;
  /** `kubectl get daemonset -n NAMESPACE NAME` */
  readonly command: string;
  readonly time: number;
  readonly suppose: Suppose;
  readonly scrub: (time: number) => void;
  readonly supposing: (suppose: Suppose) => void;
  readonly show: (node: string) => void;
}

/** More nodes than this are counted in groups. */
const ROWS = 60;
const STATES: readonly PodState[] = ["old", "terminating", "starting", "ready", "available", "pending", "dead"];
/** Width of a letter of a node's name. */
const LETTER = 7.3;

/** The update, node by node over time, and what kubectl says at the cursor. */
export function RolloutView({ course, place, command, time, suppose, scrub, supposing, show }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (host.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);

  const { answer } = course;
  const peak = answer.steps.unavailable.reduce((most, each) => Math.max(most, each), 0);
  const counted = course.nodes.length > ROWS;
  const names = useMemo(() => shownNames(answer.nodes), [answer]);
  const rows = useMemo(() => (counted ? byZone(course, place) : byNode(course, names.hidden)), [course, place, counted, names]);
  const longest = Math.max(...rows.map(({ title }) => title.length));
  const left = Math.round(Math.max(92, Math.min(longest * LETTER + 12, width * 0.3)));
  const scale = useMemo(() => ({ left, width, end: course.end }), [left, width, course.end]);
  const used = useMemo(() => {
    const states = course.bars.flat().map(({ state }) => state);
    return new Set(counted ? states.filter(serves) : states);
  }, [course, counted]);

  return (
    <div
      class="v-roll scroll"
      tabIndex={0}
      role="region"
      aria-label={texts.views.name.rollout}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLElement && event.target.matches("input, button, a, select")) return;
        const to = { ArrowRight: next(course, time), ArrowLeft: previous(course, time) }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        scrub(to);
      }}
    >
      <Patterns />
      <div class="rl-head">
        <p class="lead">
          <b>
            <Said text={`${capital(answer.verdict)}.`} />
          </b>{" "}
          {texts.rollout.start[answer.start]} {peak > 0 && texts.rollout.peak(peak)}{" "}
          {course.dropped.length > 0 && <Said text={texts.rollout.dropped(course.dropped.map((node) => answer.nodes[node] ?? ""))} />}
        </p>
        <Supposed suppose={suppose} names={answer.nodes} supposing={supposing} />
      </div>
      <ul class="legend" aria-label={texts.rollout.legend}>
        {STATES.filter((state) => used.has(state)).map((state) => (
          <li key={state}>
            <svg viewBox="0 0 26 14" aria-hidden="true">
              <PodBar state={state} x={0} width={26} y={0} />
            </svg>
            {texts.rollout.state[state]}
          </li>
        ))}
      </ul>
      <div class="gantt" ref={host}>
        {width > 0 && <Gantt course={course} rows={rows} scale={scale} time={time} scrub={scrub} />}
      </div>
      <Player course={course} time={time} left={left} scrub={scrub} />
      <div class="rl-low">
        <AtCursor course={course} time={time} command={command} />
        <section>
          <Budget course={course} time={time} show={show} />
          <PodTimes times={answer.times} />
          <ul class="notes" aria-label={texts.nodes.notes}>
            {answer.notes.map((note) => (
              <li key={note}>
                <span />
                <span>
                  <Said text={note} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function byNode({ answer, nodes }: Course, hidden: number): readonly GanttRow[] {
  return nodes.map((node) => {
    const name = answer.nodes[node] ?? "";
    return { title: name.slice(0, name.length - hidden), nodes: [node] };
  });
}

/** One row a zone, or a single one where zones do not tell nodes apart. */
function byZone({ answer, nodes }: Course, place: PlaceAnswer): readonly GanttRow[] {
  const zone = place.nodes.facets.find(({ key, values }) => key === "zone" && values.length > 1);
  if (zone === undefined) return [];
  const at = new Map(place.nodes.names.map((name, index) => [name, index]));
  const rows = new Map<string, number[]>();
  for (const node of nodes) {
    const index = at.get(answer.nodes[node] ?? "");
    const value = index === undefined ? undefined : facetValue(zone, index);
    const title = value === undefined ? texts.nodes.withoutFacet(zone.key) : texts.nodes.facetValue(zone.key, value);
    const row = rows.get(title);
    if (row === undefined) rows.set(title, [node]);
    else row.push(node);
  }
  return [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([title, own]) => ({ title, nodes: own }));
}
