import type { RolloutFound } from "everynode";
import { rolloutTexts } from "../../texts/rollout";
import { capital } from "../../derive/words";
import { Glyph } from "../Glyph";
import { Said } from "../Said";
import { Links } from "./Links";

interface Props {
  readonly answer: RolloutFound;
  /** Length of the end of the name that every node has. */
  readonly hidden: number;
  readonly show: (node: string) => void;
}

/** What the update is: field by field, with what each change does, and why it is refused where it is. */
export function What({ answer, hidden, show }: Props) {
  const { sentence, changes, moreChanges = 0, gains, loses, refused } = answer.update;
  const links = (nodes: Uint32Array) => <Links nodes={nodes} names={answer.nodes} hidden={hidden} show={show} />;
  return (
    <>
      {refused.length > 0 && (
        <section class="ways">
          <section>
            <h2>{rolloutTexts.refused}</h2>
            <ul class="cul">
              {refused.map(({ by, path, message }, at) => (
                <li key={at}>
                  <Glyph name="error" state="error" />
                  <span>
                    <b>{rolloutTexts.refusedBy[by]}</b>: {path !== undefined && !message.startsWith(path) && `${path}: `}
                    {message}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </section>
      )}
      <details class="what">
        <summary>
          <b>{rolloutTexts.what}:</b> {refused.length === 0 && <Said text={sentence} />} <small>{rolloutTexts.changes(changes.length + moreChanges)}</small>
        </summary>
        {changes.length > 0 && (
          <div class="scroll" tabIndex={0} role="group" aria-label={rolloutTexts.what}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{rolloutTexts.change.path}</th>
                  <th scope="col">{rolloutTexts.change.before}</th>
                  <th scope="col">{rolloutTexts.change.after}</th>
                  <th scope="col">{rolloutTexts.change.effect}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ path, before, after, reordered, text }) => (
                  <tr key={path}>
                    <th scope="row">
                      <code>{path}</code>
                    </th>
                    {reordered === true ? (
                      <td colSpan={2}>{rolloutTexts.reordered}</td>
                    ) : (
                      <>
                        <td>{before === undefined ? <i>{rolloutTexts.absent}</i> : <code class="d">{before}</code>}</td>
                        <td>{after === undefined ? <i>{rolloutTexts.absent}</i> : <code class="a">{after}</code>}</td>
                      </>
                    )}
                    <td>
                      <Said text={text} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {moreChanges > 0 && <p class="muted">{capital(rolloutTexts.moreChanges(moreChanges))}</p>}
        {gains.length > 0 && (
          <p>
            {rolloutTexts.gainsAtOnce}: {links(gains)}
          </p>
        )}
        {loses.length > 0 && (
          <p>
            {rolloutTexts.losesAtOnce}: {links(loses)}
          </p>
        )}
      </details>
    </>
  );
}
