import { texts } from "../../texts";

/** Nodes that are named one by one. */
const NAMED = 6;

interface Props {
  readonly nodes: Uint32Array;
  readonly names: readonly string[];
  readonly hidden: number;
  readonly show: (node: string) => void;
}

/** Nodes by name, each a way to its card. */
export function Links({ nodes, names, hidden, show }: Props) {
  return (
    <>
      {[...nodes.subarray(0, NAMED)].map((node, at) => {
        const name = names[node] ?? "";
        return (
          <span key={node}>
            {at > 0 && ", "}
            <a href="#nodes" title={name} onClick={() => show(name)}>
              <code>{name.slice(0, name.length - hidden)}</code>
            </a>
          </span>
        );
      })}
      {nodes.length > NAMED && ` ${texts.nodes.andMore(nodes.length - NAMED)}`}
    </>
  );
}
