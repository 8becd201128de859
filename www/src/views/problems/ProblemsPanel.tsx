import type { Diagnostic, LintAnswer, Place } from "everynode";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { listed } from "../../derive/problems";
import { problemCounts } from "../../derive/verdict";
import { capital } from "../../derive/words";
import { listing } from "../../state/actions";
import { SEVERITIES, type State } from "../../state/state";
import type { Dispatch } from "../../state/store";
import { texts } from "../../texts";
import { panelTexts } from "../../texts/panel";
import { Glyph } from "../Glyph";
import { Said } from "../Said";

interface Props {
  readonly state: State;
  readonly lint: LintAnswer;
  readonly dispatch: Dispatch;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
}

/** Of each row, in pixels: only those in sight are drawn. */
const ROW = 24;
/** Drawn above and below what is in sight. */
const MARGIN = 8;

/** All findings of the texts in one list, under the editor. */
export function ProblemsPanel({ state, lint, dispatch, jump }: Props) {
  const { files, problems } = state;
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [seen, setSeen] = useState({ top: 0, height: 240 });
  const shown = useMemo(() => listed(files, lint.diagnostics, problems), [files, lint, problems]);
  const counts = useMemo(
    () => problemCounts({ diagnostics: lint.diagnostics.filter(({ file }) => problems.file === null || file === problems.file) }),
    [lint, problems.file],
  );
  const chosen = Math.min(at, shown.length - 1);
  const named = useMemo(() => new Set(lint.diagnostics.map(({ file }) => file)), [lint]);
  const measure = () => {
    if (list.current === null) return;
    const { scrollTop: top, clientHeight: height } = list.current;
    setSeen((before) => (before.top === top && before.height === height ? before : { top, height }));
  };
  useEffect(() => {
    if (list.current === null) return;
    const watch = new ResizeObserver(measure);
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);
  const choose = (index: number) => {
    const next = Math.max(0, Math.min(index, shown.length - 1));
    setAt(next);
    const { current } = list;
    if (current === null) return;
    current.scrollTop = Math.min(Math.max(current.scrollTop, (next + 1) * ROW - current.clientHeight), next * ROW);
    measure();
  };
  const first = Math.max(0, Math.floor(seen.top / ROW) - MARGIN);
  const last = Math.min(shown.length, Math.ceil((seen.top + seen.height) / ROW) + MARGIN);
  return (
    <section class="problems" id="problems" aria-label={panelTexts.label}>
      <div class="probtools">
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            class="btn sm"
            aria-pressed={problems.severity === severity}
            aria-label={texts.problems.severityCount(severity, counts[severity])}
            title={texts.problems.severityCount(severity, counts[severity])}
            disabled={counts[severity] === 0 && problems.severity !== severity}
            onClick={() => dispatch(listing({ severity: problems.severity === severity ? null : severity }))}
          >
            <Glyph name={severity} state={severity} />
            {texts.number(counts[severity])}
          </button>
        ))}
        <span class="sp" />
        <select
          aria-label={panelTexts.file}
          value={problems.file ?? ""}
          onChange={({ currentTarget: { value } }) => dispatch(listing({ file: value === "" ? null : value }))}
        >
          <option value="">{panelTexts.allFiles}</option>
          {files
            .filter(({ name }) => named.has(name) || name === problems.file)
            .map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
        </select>
        <select
          aria-label={panelTexts.order}
          value={problems.order}
          onChange={({ currentTarget: { value } }) => dispatch(listing({ order: value === "place" ? "place" : "gravity" }))}
        >
          <option value="gravity">{panelTexts.byGravity}</option>
          <option value="place">{panelTexts.byPlace}</option>
        </select>
      </div>
      {shown.length === 0 ? (
        <p class="empty muted">{lint.diagnostics.length === 0 ? panelTexts.none : panelTexts.noneLeft(lint.diagnostics.length)}</p>
      ) : (
        <div
          class="problist"
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={panelTexts.list}
          aria-activedescendant={`problem-${chosen}`}
          onScroll={measure}
          onKeyDown={(event) => {
            const page = Math.max(1, Math.floor(seen.height / ROW) - 1);
            const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + page, PageUp: chosen - page, Home: 0, End: shown.length - 1 }[event.key];
            const there = shown[chosen];
            if (to !== undefined) choose(to);
            else if (event.key === "Enter" && there !== undefined) jump(there);
            else return;
            event.preventDefault();
          }}
        >
          <div class="all" style={{ height: `${shown.length * ROW}px` }}>
            {shown.slice(first, last).map((each, nth) => {
              const index = first + nth;
              return (
                <Row
                  key={index}
                  finding={each}
                  index={index}
                  all={shown.length}
                  chosen={index === chosen}
                  go={() => {
                    setAt(index);
                    jump(each);
                  }}
                />
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  readonly finding: Diagnostic;
  readonly index: number;
  readonly all: number;
  readonly chosen: boolean;
  readonly go: () => void;
}

function Row({ finding: { severity, message, file, range, rule }, index, all, chosen, go }: RowProps) {
  return (
    <div
      class="row"
      id={`problem-${index}`}
      role="option"
      aria-selected={chosen}
      aria-setsize={all}
      aria-posinset={index + 1}
      style={{ top: `${index * ROW}px` }}
      title={message}
      onClick={go}
    >
      <Glyph name={severity} state={severity} />
      <span class="sr">{texts.problems.severity(severity)}</span>
      <span class="msg">
        <Said text={capital(message)} />
      </span>
      <span class="rule">{rule}</span>
      <span class="at">
        {file}:{range.start.line}
      </span>
    </div>
  );
}
