import { useMemo } from "preact/hooks";
import { idOf } from "../../answer/choose";
import { keyOf } from "../../derive/findings";
import type { Entry } from "../../derive/palette";
import { capital } from "../../derive/words";
import { listing, newFile, openFile, selectDaemonSet, setTheme, showFinding, showManifests, showNode, showView } from "../../state/actions";
import { examples } from "../../state/examples";
import { openExample } from "../../state/open";
import { VIEWS, type Theme } from "../../state/state";
import type { Dispatch, Shown } from "../../state/store";
import { texts } from "../../texts";
import { paletteTexts } from "../../texts/palette";
import { KeySheet } from "./KeySheet";
import { Palette } from "./Palette";

export type Overlay = "palette" | "keys" | "compare";

interface Props {
  readonly open: Exclude<Overlay, "compare">;
  readonly shown: Shown;
  readonly dispatch: Dispatch;
  readonly reset: () => void;
  /** Says what there is to say at the cursor. */
  readonly explain: () => void;
  /** Another one. */
  readonly show: (overlay: Overlay) => void;
  readonly close: () => void;
}

const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** What lies over the page: the palette, the sheet of keys. */
export function Overlays({ open, shown, dispatch, reset, explain, show, close }: Props) {
  const { state, answer } = shown;
  const entries = useMemo((): readonly Entry[] => {
    const place = answer?.place;
    return [
      ...VIEWS.map((view): Entry => ({ kind: "view", name: texts.views.name[view], about: "", go: () => dispatch(showView(view)) })),
      ...(place?.daemonSets ?? []).map((each): Entry => ({ kind: "daemonSet", name: idOf(each), about: each.verdict, go: () => dispatch(selectDaemonSet(idOf(each))) })),
      ...state.files.map((file): Entry => ({ kind: "file", name: file.name, about: "", go: () => dispatch(openFile(file.id)) })),
      ...(answer?.lint.diagnostics ?? []).map(
        (each): Entry => ({ kind: "finding", name: each.rule, about: capital(each.message), go: () => dispatch(showFinding(keyOf(each))) }),
      ),
      ...(place?.nodes.names ?? []).map((name): Entry => ({ kind: "node", name, about: "", go: () => dispatch(showNode(name)) })),
      ...examples.map((each): Entry => ({ kind: "example", name: each.title, about: "", go: () => void openExample(each, dispatch) })),
      ...THEMES.map((theme): Entry => ({ kind: "theme", name: paletteTexts.theme[theme], about: "", go: () => dispatch(setTheme(theme)) })),
      { kind: "action", name: paletteTexts.keys, about: "", go: () => show("keys") },
      { kind: "action", name: paletteTexts.explain, about: "", go: explain },
      { kind: "action", name: paletteTexts.problems, about: "", go: () => dispatch((now) => listing({ open: true })(showManifests(now))) },
      { kind: "action", name: paletteTexts.compare, about: "", go: () => show("compare") },
      { kind: "action", name: paletteTexts.newFile, about: "", go: () => dispatch(newFile) },
      { kind: "action", name: paletteTexts.reset, about: "", go: reset },
    ];
  }, [answer, state.files, dispatch]);
  return open === "keys" ? <KeySheet close={close} /> : <Palette entries={entries} close={close} />;
}
