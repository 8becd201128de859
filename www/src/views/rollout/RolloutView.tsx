import type { PlaceAnswer, RolloutFound, TextEdit } from "everynode";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Course } from "../../derive/course";
import { shownNames } from "../../derive/names";
import { defaultRows, rowsBy, rowsOffered, type RowsBy } from "../../derive/rows";
import type { Versions } from "../../derive/versions";
import type { Suppose } from "../../state/state";
import { texts } from "../../texts";
import { rolloutTexts } from "../../texts/rollout";
import { Notes } from "../Notes";
import { AtCursor } from "./AtCursor";
import { Patterns } from "./Bars";
import { Budget } from "./Budget";
import { CommandLine } from "./CommandLine";
import { CursorNodes } from "./CursorNodes";
import { Gantt, type GanttRow } from "./Gantt";
import { Legend } from "./Legend";
import { Outcome } from "./Outcome";
import { playKey, Player, usePlay } from "./Player";
import { PodTimes } from "./PodTimes";
import { Supposed } from "./Supposed";
import { Ways } from "./Ways";
import { What } from "./What";

interface Props {
  readonly course: Course;
  readonly versions: Versions;
  readonly place: PlaceAnswer;
  /** `kubectl get daemonset -n NAMESPACE NAME` */
  readonly command: string;
  /** The same question on the command line. */
  readonly lines: string;
  readonly time: number;
  readonly suppose: Suppose;
  readonly current: boolean;
  /** How far the next picture is. */
  readonly progress: ComponentChildren;
  /** What remedies change in the manifest. */
  readonly edits: ReadonlyMap<RolloutFound["remedies"][number], readonly TextEdit[]>;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly scrub: (time: number) => void;
  readonly supposing: (suppose: Suppose) => void;
  readonly show: (node: string) => void;
}

/** What findings call the scenario that is made here. */
const SCENARIO = "scenario";
/** Width of a letter of a node's name. */
const LETTER = 7.3;
/** Below this the player stands under its slider. */
const STACKED = 560;

/** The update, node by node over time, and what kubectl says at the cursor. */
export function RolloutView({ course, versions, place, command, lines, time, suppose, current, progress, edits, apply, scrub, supposing, show }: Props) {
  const { answer } = course;
  const refused = answer.outcome === "refused";
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [by, setBy] = useState<RowsBy | null>(null);
  useEffect(() => {
    if (host.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [refused]);

  const names = useMemo(() => shownNames(answer.nodes), [answer]);
  const offered = useMemo(() => rowsOffered(course, place), [course, place]);
  const chosen = by !== null && offered.includes(by) ? by : defaultRows(course, offered);
  const rows = useMemo(() => rowsBy(chosen, course, place, names.hidden), [chosen, course, place, names]);
  const stacked = width < STACKED;
  const longest = useMemo(() => rows.reduce((most, { title }) => Math.max(most, title.length), 0), [rows]);
  const left = Math.round(Math.max(stacked ? 84 : 148, Math.min(longest * LETTER + 12, width * 0.3)));
  const picture = rows.length > 60 ? width - 12 : width;
  const scale = useMemo(() => ({ left, width: picture, end: course.end }), [left, picture, course.end]);
  const play = usePlay(course, time, scrub);

  // The keys work wherever nothing else wants them.
  const latest = useRef({ course, time, play });
  latest.current = { course, time, play };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof HTMLElement)) return;
      const inView = target.closest(".v-roll") !== null;
      if (!inView && target !== document.body) return;
      if (target.matches("textarea, select, input:not([type=range])")) return;
      if (target.matches("button, a, summary") && (event.key === " " || event.key === "Enter")) return;
      const now = latest.current;
      if (playKey(event, now.course, now.time, now.play, scrub)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [scrub]);

  const choose = ({ nodes }: GanttRow) => {
    const only = nodes[0];
    if (only !== undefined && nodes.length === 1) show(answer.nodes[only] ?? "");
  };
  const played = () => (
    <>
      <div class="rl-tool">
        <Legend course={course} time={time} />
        {offered.length > 1 && (
          <div class="seg" role="group" aria-label={rolloutTexts.rows}>
            {offered.map((each) => (
              <button key={each} aria-pressed={each === chosen} onClick={() => setBy(each)}>
                {rolloutTexts.rowsBy(each)}
              </button>
            ))}
          </div>
        )}
      </div>
      <div class="picture" ref={host}>
        {width > 0 && (
          <Gantt course={course} versions={versions} rows={rows} scale={scale} time={time} scrub={scrub} choose={choose} />
        )}
      </div>
      <Player course={course} time={time} play={play} left={left} width={picture} scrub={scrub} />
      <div class="rl-low">
        <AtCursor course={course} time={time} command={command} />
        <section>
          <Budget course={course} time={time} hidden={names.hidden} show={show} />
          <PodTimes times={answer.times} />
          <Notes notes={answer.notes} />
        </section>
      </div>
      <section class="rl-nodes" aria-label={rolloutTexts.nodesAtCursor}>
        <h2>{rolloutTexts.nodesAtCursor}</h2>
        <CursorNodes course={course} place={place} shown={names} time={time} show={show} />
      </section>
    </>
  );
  return (
    <div class={stacked ? "v-roll scroll stacked" : "v-roll scroll"} tabIndex={0} role="region" aria-label={texts.views.name.rollout}>
      <Patterns />
      <div class="rl-head">
        <Outcome answer={answer} />
        <Supposed
          suppose={suppose}
          names={answer.nodes}
          findings={answer.diagnostics.filter(({ file }) => file === SCENARIO)}
          time={time}
          supposing={supposing}
        />
      </div>
      <What answer={answer} hidden={names.hidden} show={show} />
      <Ways
        answer={answer}
        edits={edits}
        hidden={names.hidden}
        current={current}
        apply={apply}
        play={(events) => supposing({ ...suppose, all: [...suppose.all, ...events] })}
        show={show}
      />
      {refused ? <p class="muted">{rolloutTexts.nothingStored}</p> : played()}
      <CommandLine lines={lines} />
      {/* Behind all else: what is being clicked stays where it is. */}
      {progress}
    </div>
  );
}
