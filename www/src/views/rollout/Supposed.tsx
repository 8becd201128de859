import type { Suppose } from "../../state/state";
import { texts } from "../../texts";
import { Glyph } from "../Glyph";

interface Props {
  readonly suppose: Suppose;
  readonly names: readonly string[];
  readonly supposing: (suppose: Suppose) => void;
}

const WAYS = ["down", "neverReady", "unschedulable"] as const;

/** What the update is, and what goes wrong on which node: said here, never in the manifests. */
export function Supposed({ suppose, names, supposing }: Props) {
  return (
    <div class="suppose">
      <span class="seg" role="group" aria-label={texts.rollout.update}>
        <button aria-pressed={!suppose.restart} onClick={() => supposing({ ...suppose, restart: false })}>
          {texts.rollout.applied}
        </button>
        <button aria-pressed={suppose.restart} onClick={() => supposing({ ...suppose, restart: true })}>
          {texts.rollout.restarted}
        </button>
      </span>
      {WAYS.flatMap((way) =>
        suppose[way].map((name) => (
          <span key={`${way} ${name}`} class="chip">
            <code>{name}</code> {texts.rollout.way[way]}
            <button
              aria-label={texts.rollout.notSuppose(name)}
              onClick={() => supposing({ ...suppose, [way]: suppose[way].filter((each) => each !== name) })}
            >
              <Glyph name="no" />
            </button>
          </span>
        )),
      )}
      {WAYS.map((way) => (
        <label key={way} class="pick">
          <span class="sr">{texts.rollout.supposeWay(texts.rollout.way[way])}</span>
          <select
            value=""
            onChange={(event) => {
              const name = event.currentTarget.value;
              event.currentTarget.value = "";
              if (name !== "" && !suppose[way].includes(name)) supposing({ ...suppose, [way]: [...suppose[way], name] });
            }}
          >
            <option value="">{texts.rollout.pick[way]}</option>
            {names.slice(0, 500).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
