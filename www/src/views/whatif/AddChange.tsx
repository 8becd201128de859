import type { NodesAnswer } from "everynode";
import { useState } from "preact/hooks";
import { namedNodes } from "../../derive/labelSelector";
import { labelOf, taintOf } from "../../derive/whatIf";
import { NODE_CHANGES, type NodeChange } from "../../state/state";
import { whatIfTexts } from "../../texts/whatif";

interface Props {
  readonly nodes: NodesAnswer;
  /** The node that is talked about: the first guess. */
  readonly node: string | null;
  readonly add: (change: NodeChange) => void;
}

/** Names that are offered; others can be typed. */
const OFFERED = 500;

const isValued = (kind: NodeChange["kind"]) => kind === "taint" || kind === "label" || kind === "addNode";

/** Chooses a change, and asks for what it needs. */
export function AddChange({ nodes, node, add }: Props) {
  const [kind, setKind] = useState<NodeChange["kind"] | null>(null);
  return (
    <>
      <label class="pick">
        <span class="sr">{whatIfTexts.pickLabel}</span>
        <select
          value={kind ?? ""}
          onChange={(event) => setKind(NODE_CHANGES.find((each) => each === event.currentTarget.value) ?? null)}
        >
          <option value="">{whatIfTexts.pick}</option>
          {NODE_CHANGES.map((each) => (
            <option key={each} value={each}>
              {whatIfTexts.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      {kind !== null && (
        <Details
          key={kind}
          kind={kind}
          nodes={nodes}
          node={node}
          add={(change) => {
            add(change);
            setKind(null);
          }}
          cancel={() => setKind(null)}
        />
      )}
    </>
  );
}

interface DetailsProps extends Props {
  readonly kind: NodeChange["kind"];
  readonly cancel: () => void;
}

function Details({ kind, nodes, node, add, cancel }: DetailsProps) {
  const [wanted, setWanted] = useState(node ?? "");
  const [value, setValue] = useState("");
  const named = namedNodes(nodes, wanted);
  const chosen = kind === "addNode" ? named?.slice(0, 1) : named;
  const whole =
    chosen !== undefined &&
    chosen.length > 0 &&
    (kind === "taint"
      ? taintOf(value) !== undefined
      : kind === "label"
        ? labelOf(value) !== undefined
        : kind !== "addNode" || (/^\S+$/.test(value.trim()) && !nodes.names.includes(value.trim())));
  return (
    <form
      class="details"
      aria-label={whatIfTexts.kinds[kind]}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && chosen !== undefined) add({ kind, nodes: chosen, value: value.trim() });
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") cancel();
      }}
    >
      <input
        class="field"
        list="whatif-nodes"
        aria-label={kind === "addNode" ? whatIfTexts.like : whatIfTexts.nodes}
        placeholder={kind === "addNode" ? whatIfTexts.like : whatIfTexts.nodes}
        value={wanted}
        autoFocus={wanted === "" || !isValued(kind)}
        spellcheck={false}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <datalist id="whatif-nodes">
        {nodes.names.slice(0, OFFERED).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <span class="muted">{chosen === undefined ? whatIfTexts.noNodes : whatIfTexts.chosen(chosen.length)}</span>
      {isValued(kind) && (
        <input
          class="field"
          aria-label={whatIfTexts.value[kind]}
          placeholder={whatIfTexts.value[kind]}
          value={value}
          autoFocus={wanted !== ""}
          spellcheck={false}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <button class="btn sm solid" type="submit" disabled={!whole}>
        {whatIfTexts.add}
      </button>
    </form>
  );
}
