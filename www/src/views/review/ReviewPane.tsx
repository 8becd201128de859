import type { Diagnostic, FixAnswer, LintAnswer, Place, Role, TextEdit } from "everynode";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { differences } from "../../derive/difference";
import { findingGroups, keyOf, safelyFixable, sifted, type FindingGroup } from "../../derive/findings";
import { reviewMarkdown } from "../../derive/reviewMarkdown";
import { problemCounts } from "../../derive/verdict";
import { reviewing, selectFinding, sifting } from "../../state/actions";
import type { RulePages } from "../../state/rulePages";
import { ALL_FINDINGS, CONFIGURATION, type Review, type State } from "../../state/state";
import type { Dispatch } from "../../state/store";
import { reviewTexts } from "../../texts/review";
import { Kinds } from "../Kinds";
import { useLater } from "../later";
import { memo } from "../memo";
import { DiffBox } from "./DiffBox";
import { Finding } from "./Finding";
import { GroupHead } from "./GroupHead";
import { NoFindings } from "./NoFindings";
import { ReviewTools } from "./ReviewTools";

interface Props {
  readonly state: State;
  readonly lint: LintAnswer;
  /** The answer is about the texts as they are now. */
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (place: Pick<Place, "file" | "range">) => void;
  /** The texts with every safe fix made. */
  readonly mend: () => Promise<FixAnswer>;
}

/** What the safe fixes make of the texts. */
interface Mended {
  readonly answer: FixAnswer;
  readonly edits: readonly TextEdit[];
}

/** As many are drawn at once; the next ones when the end of these comes near. */
const A_PAGE = 40;

const OneFinding = memo(Finding);

const loadPages = async (): Promise<RulePages> => (await import("../../state/rulePages")).rulePages;

/** What a reviewer says of the texts, by object, the gravest first. */
export function ReviewPane({ state, lint, current, dispatch, apply, jump, mend }: Props) {
  const { sieve, review, finding, files } = state;
  // Lines are shown as the answer knows them; while somebody types, those of the text before stay.
  const answered = useRef(files);
  if (current) answered.current = files;
  const [shown, setShown] = useState(A_PAGE);
  const [mended, setMended] = useState<Mended | null>(null);
  const [wanted, setWanted] = useState(false);
  const pages = useLater(loadPages, wanted || lint.diagnostics.length === 0 ? "now" : "soon");
  const kept = useMemo(() => sifted(lint.diagnostics, sieve), [lint, sieve]);
  const groups = useMemo(() => findingGroups(kept, lint.roles), [kept, lint]);
  const open = useMemo(() => new Map(files.flatMap(({ name, text, attached }) => (attached === undefined ? [[name, text] as const] : []))), [files]);
  const fixes = useMemo(() => safelyFixable(lint.diagnostics, (file) => open.has(file)), [lint, open]);
  // What was made of other texts says nothing about these.
  useEffect(() => setMended(null), [files]);
  const wantPages = useCallback(() => setWanted(true), []);
  const select = useCallback((key: string) => dispatch(selectFinding(key)), [dispatch]);
  const fixAll = () => {
    if (mended !== null) {
      setMended(null);
      return;
    }
    mend().then(
      (answer) => setMended({ answer, edits: answer.files.flatMap(({ name, text }) => differences(name, open.get(name) ?? text, text)) }),
      // The core says on the page what it cannot do.
      () => setMended(null),
    );
  };
  const counts = useMemo(() => problemCounts({ diagnostics: sifted(lint.diagnostics, { ...sieve, severity: null }) }), [lint, sieve]);
  const inOrder = useMemo(() => groups.flatMap((group) => group.findings), [groups]);
  const chosen = inOrder.findIndex((each) => keyOf(each) === finding);
  const drawn = Math.max(shown, chosen + 1);
  const configured = files.some(({ name }) => name === CONFIGURATION);
  const tools = (
    <ReviewTools
      counts={counts}
      sieve={sieve}
      review={review}
      configured={configured}
      fixes={fixes}
      fixing={mended !== null}
      markdown={() => reviewMarkdown(lint, inOrder, review.preset ?? "recommended", answered.current)}
      sift={(change) => dispatch(sifting(change))}
      ask={(change) => dispatch(reviewing(change))}
      fixAll={fixAll}
    />
  );
  let left = drawn;
  return (
    <div class="v-review">
      {tools}
      <div class="scroll probs" tabIndex={0} role="region" aria-label={reviewTexts.region}>
        {mended !== null && (
          <DiffBox
            title={reviewTexts.fixAllTitle(mended.answer.fixed.length)}
            effect={[reviewTexts.fixAllEffect, ...mended.answer.refused.map(({ title, brings }) => reviewTexts.fixLeft(title, brings.message))].join(" ")}
            files={answered.current}
            edits={mended.edits}
            applyLabel={reviewTexts.apply}
            current={current}
            apply={() => {
              setMended(null);
              apply(mended.edits);
            }}
            cancel={() => setMended(null)}
          />
        )}
        {lint.diagnostics.length === 0 && (
          <NoFindings lint={lint} preset={review.preset ?? "recommended"} pages={pages} ask={(preset) => dispatch(reviewing({ preset }))} />
        )}
        {lint.diagnostics.length > 0 && kept.length === 0 && (
          <div class="empty">
            <h2>{reviewTexts.noneLeft}</h2>
            <p>{reviewTexts.noneLeftHelp(lint.diagnostics.length)}</p>
            <button class="btn line" onClick={() => dispatch(sifting(ALL_FINDINGS))}>
              {reviewTexts.showAll}
            </button>
          </div>
        )}
        {groups.map((group) => {
          const findings = group.findings.slice(0, Math.max(0, left));
          left -= group.findings.length;
          if (findings.length === 0) return null;
          return (
            <section class="probgroup" key={group.id}>
              <GroupHead
                group={group}
                role={roleOf(review, group)}
                fixed={configured}
                setRole={(role) => dispatch(reviewing({ roles: rolesWith(review, group, role) }))}
              />
              {numbered(findings).map(([key, diagnostic]) => (
                <OneFinding
                  key={key}
                  diagnostic={diagnostic}
                  files={answered.current}
                  current={current}
                  chosen={diagnostic === inOrder[chosen]}
                  pages={pages}
                  wantPages={wantPages}
                  apply={apply}
                  jump={jump}
                  select={select}
                />
              ))}
            </section>
          );
        })}
        {drawn < kept.length && <More left={kept.length - drawn} more={() => setShown(drawn + A_PAGE)} />}
        {lint.ignored > 0 && <p class="muted put-aside">{reviewTexts.ignored(lint.ignored)}</p>}
        <Kinds title={reviewTexts.read} counts={lint.counts} />
      </div>
    </div>
  );
}

/** `DaemonSet/logging/fluent-bit`, as configurations name it. */
const pathOf = ({ object }: FindingGroup) => (object === undefined ? "" : `${object.kind}/${object.namespace ?? ""}/${object.name}`);

function roleOf({ roles }: Review, group: FindingGroup): Role | null {
  return roles[pathOf(group)] ?? null;
}

function rolesWith({ roles }: Review, group: FindingGroup, role: Role | null): Review["roles"] {
  const others = Object.entries(roles).filter(([path]) => path !== pathOf(group));
  return Object.fromEntries(role === null ? others : [...others, [pathOf(group), role]]);
}

/** With keys that no two share: one rule can find several things at one place. */
function numbered(findings: readonly Diagnostic[]): readonly (readonly [string, Diagnostic])[] {
  const seen = new Map<string, number>();
  return findings.map((each) => {
    const key = keyOf(each);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return [`${key} ${times}`, each];
  });
}

/** Draws more when it comes into sight; a button, for those who do not scroll. */
function More({ left, more }: { readonly left: number; readonly more: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) more();
      },
      { rootMargin: "600px" },
    );
    watch.observe(button.current);
    return () => watch.disconnect();
  }, [left]);
  return (
    <button class="btn line" ref={button} onClick={more}>
      {reviewTexts.more(left)}
    </button>
  );
}
