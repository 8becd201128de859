import { texts } from "../texts";

interface Props {
  readonly title: string;
  readonly names: readonly string[];
  /** How many there are, of which `names` are some. */
  readonly all: number;
  readonly show: (node: string) => void;
}

/** Nodes by name, each a way to its card. */
export function NodeLinks({ title, names, all, show }: Props) {
  return (
    <div class="links">
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href="#nodes" onClick={() => show(name)}>
              {name}
            </a>
          </li>
        ))}
        {all > names.length && <li class="muted">{texts.nodes.andMore(all - names.length)}</li>}
      </ul>
    </div>
  );
}
