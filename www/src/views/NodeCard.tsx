import type { Decider, ExplainFound, NodeGroup, Place, TextEdit } from "everynode";
import { litCheck } from "../derive/checks";
import { GLYPH_OF, lookOf } from "../derive/look";
import { selectCheck } from "../state/actions";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Checks } from "./Checks";
import { Glyph } from "./Glyph";
import { Said } from "./Said";
import { Sheet } from "./Sheet";
import { SuggestionBox } from "./SuggestionBox";

interface Props {
  readonly explain: ExplainFound;
  /** The group that the node is in. */
  readonly group: NodeGroup | undefined;
  /** Id of the chosen check. */
  readonly check: string | null;
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
  readonly jump: (place: Place) => void;
}

const RAIL = { yes: "pass", no: "stop", notAsked: "idle" } as const;

/** Why one node has the verdict it has: who decides, check by check, and the way out. */
export function NodeCard({ explain, group, check, current, dispatch, apply, jump }: Props) {
  const look = lookOf(explain.verdict, group?.reasons ?? []);
  const lit = litCheck(explain, check);
  const stops = explain.deciders.map(({ says }) => says === "no").lastIndexOf(true);
  return (
    <Sheet name="why" label={texts.card.label(explain.node)}>
      <header>
        <h2>{explain.node}</h2>
        <span class="state">
          <Glyph name={GLYPH_OF[look]} state={look} />
          {texts.look(look)}
        </span>
        {explain.about !== "" && <p class="meta">{explain.about}</p>}
      </header>
      <p class="say">
        <Said text={explain.sentence} />
      </p>
      <div class="rail">
        {explain.deciders.map((decider, at) => (
          <Station
            key={decider.by}
            decider={decider}
            at={at}
            folded={at < stops && decider.says === "yes"}
            lit={lit?.id}
            dispatch={dispatch}
            jump={jump}
          />
        ))}
      </div>
      {explain.suggestion !== undefined && <SuggestionBox suggestion={explain.suggestion} current={current} apply={apply} />}
    </Sheet>
  );
}

interface StationProps {
  readonly decider: Decider;
  readonly at: number;
  /** Agrees before somebody refuses: one line that opens. */
  readonly folded: boolean;
  readonly lit: string | undefined;
  readonly dispatch: Dispatch;
  readonly jump: (place: Place) => void;
}

function Station({ decider, at, folded, lit, dispatch, jump }: StationProps) {
  const choose = (id: string) => dispatch(selectCheck(id));
  const checks = <Checks checks={decider.checks} prefix={`${at}`} lit={lit} choose={choose} jump={jump} />;
  return (
    <section class={`stn ${RAIL[decider.says]}`}>
      <span class="bul">{decider.says !== "notAsked" && <Glyph name={decider.says === "yes" ? "yes" : "no"} />}</span>
      <h3>
        {texts.card.by(decider.by)}
        <span>{decider.word}</span>
      </h3>
      {folded && decider.checks.length > 0 ? (
        <details>
          <summary>{texts.card.allPass(decider.checks.length)}</summary>
          {checks}
        </details>
      ) : (
        checks
      )}
    </section>
  );
}
