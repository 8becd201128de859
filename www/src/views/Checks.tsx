import type { Check, Place } from "everynode";
import { lines } from "../derive/checks";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Said } from "./Said";

interface Props {
  readonly checks: readonly Check[];
  /** Id of what holds these checks. */
  readonly prefix: string;
  readonly lit: string | undefined;
  readonly choose: (id: string) => void;
  /** Goes to where the Node says it. */
  readonly jump: (place: Place) => void;
}

const GLYPH = { passes: "yes", fails: "no", noSay: "dash" } as const;
const STATE = { passes: "run", fails: "down", noSay: "out" } as const;

/** Checks in order; those with a place are buttons that light it. Parts stand indented under their check. */
export function Checks({ checks, prefix, lit, choose, jump }: Props) {
  return (
    <>
      {checks.map((check, at) => {
        const id = `${prefix}.${at}`;
        return (
          <div key={id} class="chkbox">
            <Row check={check} id={id} lit={lit === id} choose={choose} />
            {check.nodePlace !== undefined && (lit === id || check.outcome === "fails") && (
              <ElsewhereSaid check={check} place={check.nodePlace} lit={lit === id} jump={jump} />
            )}
            {check.parts.length > 0 && (
              <div class="parts">
                <Checks checks={check.parts} prefix={id} lit={lit} choose={choose} jump={jump} />
              </div>
            )}
          </div>
        );
      })}
    </>
  );
}

interface ElsewhereProps {
  readonly check: Check;
  readonly place: Place;
  readonly lit: boolean;
  readonly jump: (place: Place) => void;
}

/** The other side of a check: the label or the taint in the Node's own text, or the Pod. */
function ElsewhereSaid({ check, place, lit, jump }: ElsewhereProps) {
  return (
    <p class={lit ? "onnode on" : "onnode"}>
      {check.check === "pod" ? texts.card.podSays : texts.card.nodeSays}{" "}
      <button class="where" onClick={() => jump(place)}>
        {texts.card.at(place.file, lines(place))}
      </button>
    </p>
  );
}

function Row({
  check,
  id,
  lit,
  choose,
}: {
  readonly check: Check;
  readonly id: string;
  readonly lit: boolean;
  readonly choose: (id: string) => void;
}) {
  const inside = (
    <>
      <Glyph name={GLYPH[check.outcome]} state={STATE[check.outcome]} />
      <span class="t">
        <span class="sr">{texts.card[check.outcome]}: </span>
        <Said text={check.title} />
      </span>
      {check.place === undefined ? (
        <span />
      ) : (
        <span class="ref" title={texts.card.goTo(lines(check.place), check.place.file)}>
          {lines(check.place)}
        </span>
      )}
      {check.evidence !== "" && (
        <span class="ev">
          <Said text={check.evidence} />
        </span>
      )}
    </>
  );
  const name = `chk ${check.outcome}${lit ? " on" : ""}`;
  return check.place === undefined ? (
    <div class={name}>{inside}</div>
  ) : (
    <button class={name} aria-current={lit ? "true" : undefined} onClick={() => choose(id)}>
      {inside}
    </button>
  );
}
