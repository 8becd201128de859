import { examples } from "../state/examples";
import { openExample } from "../state/open";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Said } from "./Said";

/** What the views show before there is a DaemonSet: how to bring one, and examples to begin with. */
export function Start({ dispatch }: { readonly dispatch: Dispatch }) {
  return (
    <div class="scroll empty start" tabIndex={0} role="region" aria-label={texts.verdict.none}>
      <h2>{texts.verdict.none}</h2>
      <p>
        <Said text={texts.verdict.noneHelp} />
      </p>
      <h3>{texts.verdict.examples}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.id}>
            <button onClick={() => void openExample(example, dispatch)}>
              <b>{example.title}</b>
              <span>
                <Said text={example.about} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
