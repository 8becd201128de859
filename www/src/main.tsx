/** Starts the page: state from the last visit, the worker, and one render for each change. */

import { render } from "preact";
import { Asker } from "./answer/asker";
import { keepOffline } from "./offline/offline";
import { isLookedThrough, redactedOf } from "./share/redacted";
import { IS_STANDALONE } from "./share/standalone";
import { replaced, say, showView } from "./state/actions";
import { emptyState, viewOf, type State } from "./state/state";
import { firstVisit, forget, restore, keptRedacted, store as keep } from "./state/storage";
import { Store } from "./state/store";
import { App } from "./views/App";

const KEEP_AFTER_MS = 400;

const root = document.getElementById("app");
const isLink = () => /^#v\d+=/.test(location.hash);
/** The files came with a link: those of the last visit stay in storage until one of these is changed. */
let borrowed = IS_STANDALONE || isLink();
const store = new Store(emptyState("system"));
const asker = new Asker(
  {
    answered: (answer) => {
      store.answered(answer);
      keepPage();
    },
    troubled: (trouble) => store.troubled(trouble),
    played: (playing) => store.played(playing),
    staged: (stage) => store.staged(stage),
  },
  !IS_STANDALONE,
);

const player = { stop: () => asker.stop(), again: () => asker.playAgain() };
const loadWhole = () => void asker.loadWhole();
const mend = () => asker.mend();

let pageKept = IS_STANDALONE;

/** The first answer comes first. */
function keepPage(): void {
  if (pageKept) return;
  pageKept = true;
  void keepOffline();
}

async function begin(): Promise<State> {
  if (!borrowed) return restore();
  const { fromFile, fromLink } = await import("./share/opening");
  return IS_STANDALONE ? fromFile() : fromLink(location.hash, restore());
}

let due: "never" | "later" | "now" = "never";

/**
 * Draws once for all changes of one turn, and never while a draw is under way. What is typed stands in the editor already: the rest of
 * the page follows in a task of its own, so that no key waits for both.
 */
function drawSoon(typed: boolean): void {
  if (due === "now" || (due === "later" && typed)) return;
  due = typed ? "later" : "now";
  if (typed) setTimeout(draw);
  else queueMicrotask(draw);
}

function draw(): void {
  if (root === null || due === "never") return;
  due = "never";
  const { shown } = store;
  const current = shown.answer?.texts === asker.texts;
  render(<App shown={shown} current={current} dispatch={store.dispatch} reset={reset} pin={store.pin} aside={asker.inPassing} player={player} loadWhole={loadWhole} mend={mend} />, root);
}

function reset(): void {
  forget();
  store.dispatch((state) => ({ ...firstVisit("system"), notice: replaced(state) }));
}

/** Somebody types: the texts of the same files differ. */
function isTyping(now: State, before: State): boolean {
  return (
    now.files !== before.files &&
    now.files.length === before.files.length &&
    now.files.every((file, at) => file.id === before.files[at]?.id)
  );
}

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function paintTheme(): void {
  const { theme } = store.shown.state;
  const dark = theme === "dark" || (theme === "system" && systemIsDark.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

let keepTimer: ReturnType<typeof setTimeout> | undefined;
let saidRedacted = "";

/** Looks through one text after the other, each in a task of its own, before all of them are written down. */
function keepSoon(): void {
  const next = store.shown.state.files.find((file) => !isLookedThrough(file));
  if (next === undefined || borrowed) return keepNow();
  redactedOf(next);
  keepTimer = setTimeout(keepSoon);
}

function keepNow(): void {
  clearTimeout(keepTimer);
  const { state } = store.shown;
  if (borrowed) return;
  if (!keep(state)) {
    if (state.notice === null) store.dispatch(say({ kind: "storageFull" }));
    return;
  }
  const secrets = keptRedacted(state.files);
  if (secrets.length > 0 && secrets.join() !== saidRedacted) store.dispatch(say({ kind: "keptRedacted", files: secrets }));
  saidRedacted = secrets.join();
}

function routed(): void {
  if (isLink() && !IS_STANDALONE) {
    void import("./share/opening").then(async ({ fromLink }) => {
      const before = store.shown.state;
      const opened = await fromLink(location.hash, before);
      store.dispatch(() => opened);
      borrowed = opened.files !== before.files;
    });
    return;
  }
  const wanted = viewOf(location.hash.slice(1));
  if (wanted !== undefined && wanted !== store.shown.state.view) store.dispatch(showView(wanted));
}

/** With the state that the page begins with. What brings it needs parts of this module: it is not waited for while that is evaluated. */
function start(state: State): void {
  store.dispatch(() => state);
  store.listen((now, before) => {
    const typed = now.state !== before.state && isTyping(now.state, before.state);
    if (now.state !== before.state) {
      if (borrowed && now.state.files !== before.state.files && !IS_STANDALONE) {
        borrowed = false;
        if (isLink()) history.replaceState(null, "", `#${now.state.view}`);
      }
      asker.ask(now.state, typed);
      if (now.state.theme !== before.state.theme) paintTheme();
      clearTimeout(keepTimer);
      keepTimer = setTimeout(keepSoon, KEEP_AFTER_MS);
    }
    drawSoon(typed);
  });

  paintTheme();
  systemIsDark.addEventListener("change", paintTheme);
  addEventListener("hashchange", routed);
  // The address stays the link that brought the files, so that a reload brings them again.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (borrowed && link !== null) event.preventDefault();
  });
  addEventListener("pagehide", keepNow);
  if (!isLink()) routed();
  asker.ask(store.shown.state, false);
  drawSoon(false);
}

void begin().then(start);
