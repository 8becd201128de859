import type { Comparison, Side } from "../../derive/compare";
import { GLYPH_OF } from "../../derive/look";
import { texts } from "../../texts";
import { whatIfTexts } from "../../texts/whatif";
import { Glyph } from "../Glyph";

interface Props {
  readonly comparison: Comparison;
  readonly show: (node: string) => void;
}

/** More nodes than this are counted, not drawn. */
const DRAWN = 60;

/** Every node before and after, one above the other. */
export function Sides({ comparison: { nodes, before, after }, show }: Props) {
  if (nodes.length === 0) return null;
  const changed = nodes.filter((node) => node.change !== 0 || node.before?.look !== node.after?.look);
  const drawn = nodes.length <= DRAWN ? nodes : changed.slice(0, DRAWN);
  if (drawn.length === 0) return null;
  const head = (label: string, eligible: number | undefined, all: number) => (
    <th scope="row">
      {label}
      <small>{whatIfTexts.of(eligible ?? 0, all)}</small>
    </th>
  );
  const count = (side: "before" | "after") => nodes.filter((node) => node[side] !== null).length;
  return (
    <div class="sides scroll" tabIndex={0} role="region" aria-label={whatIfTexts.sides}>
      <table>
        <thead>
          <tr>
            <td />
            {drawn.map(({ name, change }) => (
              <th scope="col" key={name} class={change === 0 ? undefined : "changed"}>
                <button title={name} onClick={() => show(name)}>
                  {name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {head(whatIfTexts.before, before?.eligible, count("before"))}
            {drawn.map(({ name, before: side }) => (
              <Cell key={name} side={side} />
            ))}
          </tr>
          <tr class="delta">
            <td />
            {drawn.map(({ name, change }) => (
              <td key={name} class={change > 0 ? "st-run" : "st-lose"}>
                {change !== 0 && (
                  <>
                    <span aria-hidden="true">{change > 0 ? "+1" : "−1"}</span>
                    <span class="sr">{change > 0 ? whatIfTexts.gains : whatIfTexts.loses}</span>
                  </>
                )}
              </td>
            ))}
          </tr>
          <tr>
            {head(whatIfTexts.after, after?.eligible, count("after"))}
            {drawn.map(({ name, after: side }) => (
              <Cell key={name} side={side} />
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Cell({ side }: { readonly side: Side | null }) {
  return (
    <td class="side-cell">
      {side === null ? (
        <span class="sr">{whatIfTexts.absent}</span>
      ) : (
        <span class={`tile ${side.look}`} title={side.group.title}>
          <Glyph name={GLYPH_OF[side.look]} state={side.look} />
          <span class="sr">{texts.look(side.look)}</span>
        </span>
      )}
    </td>
  );
}
