import type { Diagnostic } from "everynode";
import { useState } from "preact/hooks";
import { fieldsOf, isWhole, type Kind } from "../../derive/scenario";
import { clock, secondsOf } from "../../derive/timeline";
import { capital } from "../../derive/words";
import { CONDITIONS, EVENTS, WAYS, type Suppose, type Supposition } from "../../state/state";
import { supposeTexts } from "../../texts/suppose";
import { Glyph } from "../Glyph";
import { Said } from "../Said";

interface Props {
  readonly suppose: Suppose;
  readonly names: readonly string[];
  /** What the core finds in what is supposed. */
  readonly findings: readonly Diagnostic[];
  /** The time at the cursor: events are put there. */
  readonly time: number;
  readonly supposing: (suppose: Suppose) => void;
}

/** Names that are offered; others can be typed. */
const OFFERED = 500;

/** What the update is, and what the cluster does meanwhile: said here, never in the manifests. */
export function Supposed({ suppose, names, findings, time, supposing }: Props) {
  const [kind, setKind] = useState<Kind | "">("");
  return (
    <div class="suppose">
      <span class="seg" role="group" aria-label={supposeTexts.update}>
        {WAYS.map((way) => (
          <button key={way} aria-pressed={suppose.way === way} title={supposeTexts.wayTip[way]} onClick={() => supposing({ ...suppose, way })}>
            {supposeTexts.way[way]}
          </button>
        ))}
      </span>
      {suppose.way === "setImage" && <ImageField image={suppose.image} set={(image) => supposing({ ...suppose, image })} />}
      {suppose.all.map((each, at) => (
        <span key={at} class="chip">
          {fieldsOf(each.kind).time && <time>{clock(each.time)}</time>}
          <span>
            <Said text={supposeTexts.said(each)} />
          </span>
          <button
            aria-label={supposeTexts.without(supposeTexts.said(each))}
            onClick={() => supposing({ ...suppose, all: suppose.all.filter((_, nth) => nth !== at) })}
          >
            <Glyph name="no" />
          </button>
        </span>
      ))}
      <label class="pick">
        <span class="sr">{supposeTexts.kind}</span>
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind | "")}>
          <option value="">{supposeTexts.pick}</option>
          <optgroup label={supposeTexts.fromTheStart}>
            {CONDITIONS.map((each) => (
              <option key={each} value={each}>
                {supposeTexts.kinds[each]}
              </option>
            ))}
          </optgroup>
          <optgroup label={supposeTexts.atAMoment}>
            {EVENTS.map((each) => (
              <option key={each} value={each}>
                {supposeTexts.kinds[each]}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {kind !== "" && (
        <Details
          key={kind}
          kind={kind}
          names={names}
          time={time}
          add={(supposition) => {
            supposing({ ...suppose, all: [...suppose.all, supposition] });
            setKind("");
          }}
          cancel={() => setKind("")}
        />
      )}
      {findings.map(({ severity, message, help }, at) => (
        <p key={at} class="found">
          <Glyph name={severity} state={severity} />
          <span>
            <Said text={`${capital(message)}.`} /> {help !== undefined && <Said text={`${capital(help)}.`} />}
          </span>
        </p>
      ))}
    </div>
  );
}

/** The image is asked about once it is written. */
function ImageField({ image, set }: { readonly image: string; readonly set: (image: string) => void }) {
  const label = supposeTexts.value("setImage");
  return (
    <input
      class="field"
      aria-label={label}
      placeholder={label}
      value={image}
      autoFocus={image === ""}
      spellcheck={false}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

interface DetailsProps {
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly time: number;
  readonly add: (supposition: Supposition) => void;
  readonly cancel: () => void;
}

/** The fields that a kind asks for. */
function Details({ kind, names, time, add, cancel }: DetailsProps) {
  const fields = fieldsOf(kind);
  const [node, setNode] = useState("");
  const [value, setValue] = useState("");
  const [when, setWhen] = useState(clock(Math.round(time)));
  const seconds = secondsOf(when);
  const made: Supposition = { kind, nodes: node.trim() === "" ? [] : [node.trim()], value, time: seconds ?? 0 };
  const whole = isWhole(made) && (!fields.time || seconds !== undefined);
  return (
    <form
      class="details"
      aria-label={supposeTexts.kinds[kind]}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) add(made);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") cancel();
      }}
    >
      {fields.nodes && (
        <>
          <input
            class="field"
            list="suppose-nodes"
            aria-label={kind === "addNode" ? supposeTexts.like : supposeTexts.node}
            placeholder={kind === "addNode" ? supposeTexts.like : supposeTexts.node}
            value={node}
            autoFocus
            spellcheck={false}
            onInput={(event) => setNode(event.currentTarget.value)}
          />
          <datalist id="suppose-nodes">
            {names.slice(0, OFFERED).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
      {fields.value && (
        <input
          class="field"
          aria-label={supposeTexts.value(kind)}
          placeholder={supposeTexts.value(kind)}
          value={value}
          spellcheck={false}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {fields.time && (
        <label class="when">
          {supposeTexts.at}
          <input class="field" value={when} inputMode="numeric" onInput={(event) => setWhen(event.currentTarget.value)} />
        </label>
      )}
      <button class="btn sm solid" type="submit" disabled={!whole}>
        {supposeTexts.add}
      </button>
    </form>
  );
}
