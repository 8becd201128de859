import { showView } from "../state/actions";
import { examples } from "../state/examples";
import { openExample } from "../state/open";
import type { State } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Menu } from "./Menu";
import { ThemeSwitch } from "./ThemeSwitch";

interface Props {
  readonly state: State;
  readonly dispatch: Dispatch;
  readonly reset: () => void;
}

export function TopBar({ state, dispatch, reset }: Props) {
  const example = examples.find((each) => each.id === state.example);
  return (
    <header class="top">
      <a class="brand" href="#nodes" aria-label={texts.page.start} onClick={() => dispatch(showView("nodes"))}>
        <Glyph name="brand" />
        {texts.brand}
      </a>
      <Menu
        label={texts.examples.label}
        buttonClass="btn ex"
        button={
          example === undefined ? (
            <span>{texts.examples.none}</span>
          ) : (
            <span>
              <span class="wide">{texts.examples.button}</span>
              {example.title}
              {!state.untouched && <span class="faint wide">, {texts.examples.changed}</span>}
            </span>
          )
        }
        items={examples}
        selected={state.example}
        choose={(id) => {
          const chosen = examples.find((each) => each.id === id);
          if (chosen !== undefined) void openExample(chosen, dispatch);
        }}
      />
      <span class="sp" />
      <button class="btn" title={texts.reset.title} onClick={reset}>
        {texts.reset.button}
      </button>
      <ThemeSwitch theme={state.theme} dispatch={dispatch} />
    </header>
  );
}
