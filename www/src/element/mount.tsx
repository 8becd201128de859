/** Draws the views into an element's shadow root, and keeps them up to date. */

import { render } from "preact";
import { Asker } from "../answer/asker";
import { showView } from "../state/actions";
import { emptyState, sourceFile, type State, type Theme, type ViewId } from "../state/state";
import { Store } from "../state/store";
import { Embed } from "./Embed";
import type { GivenFiles } from "./inputs";
import { sheets } from "./sheets";

/** What the element's attributes say. */
export interface Chosen {
  readonly view: ViewId;
  readonly theme: string | null;
  readonly daemonSet: string | null;
  readonly node: string | null;
  readonly now: string | null;
}

export interface Mounted {
  readonly show: (given: GivenFiles) => void;
  readonly choose: (chosen: Chosen) => void;
  readonly end: () => void;
}

export function mount(root: ShadowRoot, first: Chosen): Mounted {
  let chosen = first;
  const store = new Store({ ...emptyState(themeOf(first)), files: [], view: first.view, daemonSet: first.daemonSet, node: first.node, now: first.now });
  const asker = new Asker(
    {
      answered: (answer) => store.answered(answer),
      troubled: (trouble) => store.troubled(trouble),
      played: (playing) => store.played(playing),
      staged: (stage) => store.staged(stage),
    },
    true,
  );
  const player = { stop: () => asker.stop(), again: () => asker.playAgain() };
  const loadWhole = () => void asker.loadWhole();
  const mend = () => asker.mend();
  const system = matchMedia("(prefers-color-scheme: dark)");
  const box = document.createElement("div");
  box.className = "embed";

  const paint = () => {
    const { theme } = store.shown.state;
    const { light, dark } = sheets();
    root.adoptedStyleSheets = theme === "dark" || (theme === "system" && system.matches) ? [light, dark] : [light];
  };
  let due = false;
  const draw = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      const { shown } = store;
      const current = shown.answer?.texts === asker.texts;
      const acts = { dispatch: store.dispatch, pin: store.pin, player, loadWhole, mend, aside: asker.inPassing };
      render(<Embed shown={shown} current={current} {...acts} />, box);
    });
  };
  // The hash belongs to the page around: links of the views are ways within the element.
  box.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href^='#']") !== null) event.preventDefault();
  });
  store.listen((now, before) => {
    if (now.state !== before.state && now.state.files.length > 0) asker.ask(now.state, false);
    draw();
  });
  system.addEventListener("change", paint);
  paint();

  return {
    show: ({ files, unreadable }) => {
      const held = files.map(({ name, text }) => sourceFile(name, text));
      store.dispatch((state) => ({ ...addAll(state, held), notice: unreadable.length > 0 ? { kind: "unreadable", files: unreadable } : null }));
      if (!box.isConnected) root.replaceChildren(box);
      draw();
    },
    choose: (next) => {
      const before = chosen;
      chosen = next;
      store.dispatch((state) => {
        const shown = next.view === before.view ? state : showView(next.view)(state);
        return { ...shown, theme: themeOf(next), daemonSet: next.daemonSet ?? shown.daemonSet, node: next.node ?? shown.node, now: next.now };
      });
      paint();
    },
    end: () => {
      system.removeEventListener("change", paint);
      asker.end();
      render(null, box);
      root.replaceChildren(document.createElement("slot"));
      root.adoptedStyleSheets = [];
    },
  };
}

function addAll(state: State, files: State["files"]): State {
  return { ...state, files, file: files[0]?.id ?? state.file, moment: null, check: null };
}

function themeOf({ theme }: Chosen): Theme {
  return theme === "dark" || theme === "light" ? theme : "system";
}
