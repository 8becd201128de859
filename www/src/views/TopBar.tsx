import type { ComponentChildren } from "preact";
import { showView } from "../state/actions";
import { examples } from "../state/examples";
import { openExample } from "../state/open";
import type { State } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Menu } from "./Menu";
import type { Overlay } from "./palette/Overlays";
import { ThemeSwitch } from "./ThemeSwitch";

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

interface Props {
  readonly state: State;
  readonly dispatch: Dispatch;
  readonly reset: () => void;
  readonly show: (overlay: Overlay) => void;
  readonly share: ComponentChildren;
}

export function TopBar({ state, dispatch, reset, show, share }: Props) {
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
      <button class="btn goto" onClick={() => show("palette")}>
        <Glyph name="find" />
        <span class="wide" aria-hidden="true">
          {texts.goTo} <kbd>{isApple ? "⌘K" : "Ctrl K"}</kbd>
        </span>
        <span class="sr">{texts.goTo}</span>
      </button>
      <button class="btn" title={texts.reset.title} onClick={reset}>
        {texts.reset.button}
      </button>
      <button class="btn wide" aria-label={texts.keys} title={texts.keys} onClick={() => show("keys")}>
        <kbd>?</kbd>
      </button>
      {share}
      <ThemeSwitch theme={state.theme} dispatch={dispatch} />
    </header>
  );
}
