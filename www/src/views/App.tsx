import type { Place, TextEdit } from "everynode";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { chosenDaemonSet } from "../answer/choose";
import { lastLine } from "../derive/checks";
import { editedText, editsByFile } from "../derive/edits";
import { objectsByFile } from "../derive/objects";
import { nextProblem } from "../derive/problems";
import { allLeaves, ruleTree } from "../derive/rules";
import type { Desk } from "../editor/desk";
import { ShareButton } from "../share/ShareButton";
import { addFiles, edited, openFile, say, showManifests, showView } from "../state/actions";
import { examples } from "../state/examples";
import { droppedFiles, pickFiles, readFiles } from "../state/files";
import type { Shown } from "../state/store";
import { texts } from "../texts";
import { Attached, type Peek } from "./Attached";
import { CurrentView, type ViewDeeds } from "./CurrentView";
import { Editor } from "./Editor";
import { EditorFoot } from "./EditorFoot";
import { FileTabs } from "./FileTabs";
import { Footer } from "./Footer";
import { useLater } from "./later";
import { memo } from "./memo";
import { Notices } from "./Notices";
import type { Overlay } from "./palette/Overlays";
import { useShortcuts } from "./shortcuts";
import { Splitter } from "./Splitter";
import { Start } from "./Start";
import { TopBar } from "./TopBar";
import { TryThis } from "./TryThis";
import { Verdict } from "./Verdict";
import { ViewTabs } from "./ViewTabs";

interface Props extends Omit<ViewDeeds, "apply" | "jump"> {
  readonly shown: Shown;
  /** The answer is about the texts as they are now. */
  readonly current: boolean;
  readonly reset: () => void;
  readonly loadWhole: () => void;
}

const Bottom = memo(Footer);
const Head = memo(Verdict);

const loadExamples = () => import("../state/exampleTexts");
const loadReview = async () => (await import("./panes")).ReviewPane;
const loadWhatIf = async () => (await import("./panes")).WhatIfPane;
const loadOverlays = async () => (await import("./panes")).Overlays;
const loadCompare = async () => (await import("./compare/CompareDialog")).CompareDialog;
const loadStored = async () => (await import("./panes")).StoredPane;
const loadProblems = async () => (await import("./panes")).ProblemsPanel;
const loadRollout = async () => (await import("./panes")).RolloutPane;

/** The page: manifests left, the picture in the middle, the reason right; the verdict above all. */
export function App({ shown, current, dispatch, reset, pin, aside, player, loadWhole, mend }: Props) {
  const { state, answer, trouble } = shown;
  const desk = useRef<Desk | null>(null);
  const asked = useRef<((desk: Desk) => void) | null>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const [dragging, setDragging] = useState(false);
  const rollout = useLater(loadRollout, answer === null ? "not" : state.view === "rollout" ? "now" : "soon");
  const review = useLater(loadReview, answer === null ? "not" : state.view === "review" ? "now" : "soon");
  const whatIf = useLater(loadWhatIf, answer === null ? "not" : state.view === "whatif" ? "now" : "soon");
  const [overlay, setOverlay] = useState<{ readonly open: Overlay; readonly nth: number } | null>(null);
  const show = (open: Overlay) => setOverlay((now) => ({ open, nth: (now?.nth ?? 0) + 1 }));
  // A dialog tells late that it was closed, maybe when the next one is open.
  const closeOverlay = () => setOverlay((now) => (now?.nth === overlay?.nth ? null : now));
  const overlays = useLater(loadOverlays, overlay !== null ? "now" : answer === null ? "not" : "soon");
  const compare = useLater(loadCompare, overlay?.open === "compare" ? "now" : "not");
  useShortcuts({
    palette: () => show("palette"),
    keys: () => show("keys"),
    view: (view) => dispatch(showView(view)),
    editor: () => {
      dispatch(showManifests);
      atDesk((there) => there.focus());
    },
    problem: (direction) => {
      const own = latest.current;
      const from = own.state.files.find(({ id }) => id === own.state.file);
      if (own.answer === null || from === undefined) return;
      const next = nextProblem(own.state.files, own.answer.lint.diagnostics, { file: from.name, offset: desk.current?.caret ?? -1 }, direction);
      if (next === undefined) return;
      jump(next);
      atDesk((there) => {
        there.goTo(next.range.start.offset);
        there.explain();
      });
    },
  });
  const stored = useLater(loadStored, answer === null ? "not" : state.view === "stored" ? "now" : "soon");
  const problems = useLater(loadProblems, answer === null ? "not" : state.problems.open ? "now" : "soon");
  useLater(loadExamples, answer === null ? "not" : "soon");
  const [peek, setPeek] = useState<Peek | null>(null);
  const file = state.files.find((each) => each.id === state.file);
  const example = state.untouched ? examples.find(({ id }) => id === state.example) : undefined;
  const place = answer?.place;
  const daemonSet = place === undefined ? undefined : chosenDaemonSet(place, state.daemonSet);
  const last = state.files.at(-1)?.name;
  const counts = useMemo(() => (answer === null ? new Map<string, never>() : objectsByFile(answer.lint, last)), [answer?.lint, last]);

  /** Once the editor has opened the file; the last wish, where the editor itself has still to come. */
  const atDesk = useCallback((wish: (desk: Desk) => void) => {
    asked.current = wish;
    requestAnimationFrame(() => {
      if (desk.current === null || asked.current === null) return;
      asked.current(desk.current);
      asked.current = null;
    });
  }, []);
  const apply = useCallback(
    (edits: readonly TextEdit[]) => {
      for (const [name, own] of editsByFile(edits)) {
        const target = latest.current.state.files.find((each) => each.name === name);
        if (target === undefined || target.attached !== undefined) continue;
        if (desk.current === null) dispatch(edited(target.id, editedText(target.text, own)));
        else desk.current.edit(target, own);
        dispatch((now) => ({ ...openFile(target.id)(now), manifests: now.manifests }));
      }
      // Where the change is, so that it is seen and the next key can undo it.
      atDesk((there) => there.focus());
    },
    [dispatch, atDesk],
  );
  const jump = useCallback(
    (to: Pick<Place, "file" | "range">) => {
      const target = latest.current.state.files.find((each) => each.name === to.file);
      if (target === undefined) return;
      dispatch(openFile(target.id));
      if (target.attached !== undefined) {
        setPeek({ file: target.id, first: to.range.start.line, last: lastLine(to) });
        return;
      }
      atDesk((there) => there.goTo(to.range.start.offset));
    },
    [dispatch, atDesk],
  );
  const explain = () => {
    dispatch(showManifests);
    atDesk((there) => {
      there.focus();
      there.explain();
    });
  };
  useEffect(() => {
    document.title = daemonSet === undefined ? texts.page.title : texts.page.titleOf(daemonSet.name, daemonSet.verdict);
  }, [daemonSet?.name, daemonSet?.verdict]);
  const take = async (files: readonly File[]) => {
    const { read, unreadable } = await readFiles(files);
    if (read.length > 0) dispatch(addFiles(read));
    if (unreadable.length > 0) dispatch(say({ kind: "unreadable", files: unreadable }));
  };

  return (
    <div
      class={dragging ? "page dragging" : "page"}
      data-manifests={state.manifests ? "" : undefined}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes("Files") !== true) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDragging(false);
      }}
      onDrop={(event) => {
        setDragging(false);
        if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <TopBar state={state} dispatch={dispatch} reset={reset} show={show} share={<ShareButton shown={shown} />} />
      {place === undefined || answer === null ? (
        <section class="verdict" aria-label={texts.page.verdict}>
          <h1 class="who plain">{trouble === null ? texts.page.reading : texts.brand}</h1>
        </section>
      ) : (
        <Head answer={answer} daemonSet={daemonSet} dispatch={dispatch} />
      )}
      <Notices notice={state.notice} trouble={trouble} dispatch={dispatch} />
      <main class="panes">
        <section class="left" aria-label={texts.page.manifests}>
          <FileTabs
            files={state.files}
            selected={state.file}
            counts={counts}
            dispatch={dispatch}
            openFiles={() => void pickFiles().then(take)}
            compare={() => show("compare")}
          />
          {file?.attached !== undefined && <Attached file={file} counts={counts.get(file.name) ?? []} peek={peek} />}
          <div class={file?.attached === undefined ? "edbox" : "edbox away"}>
            {example !== undefined && <TryThis example={example} files={state.files} current={current} apply={apply} />}
            <Editor
              shown={shown}
              current={current}
              dispatch={dispatch}
              aside={aside}
              apply={apply}
              onDesk={(made) => {
                desk.current = made;
                if (asked.current !== null) atDesk(asked.current);
              }}
            />
          </div>
          {state.problems.open && answer !== null && problems !== null && problems !== "failed" && (
            <problems.part state={state} lint={answer.lint} dispatch={dispatch} jump={jump} />
          )}
          {file !== undefined && <EditorFoot file={file} lint={answer?.lint} open={state.problems.open} dispatch={dispatch} />}
        </section>
        <Splitter />
        <section class="right" aria-label={texts.page.answer}>
          <ViewTabs
            shown={shown}
            taints={daemonSet?.matrix.taints.length ?? 0}
            rules={daemonSet === undefined ? 0 : allLeaves(ruleTree(daemonSet)).length}
            dispatch={dispatch}
          />
          <div class="view">
            {answer === null ? (
              trouble !== null && <p class="empty muted">{texts.page.noAnswer}</p>
            ) : (
              <CurrentView
                shown={shown}
                answer={answer}
                current={current}
                later={{ review, stored, rollout, whatIf }}
                none={<Start dispatch={dispatch} />}
                dispatch={dispatch}
                pin={pin}
                player={player}
                mend={mend}
                aside={aside}
                apply={apply}
                jump={jump}
              />
            )}
          </div>
        </section>
      </main>
      <Bottom answer={answer} settled={current || trouble !== null} stage={shown.stage} loadWhole={loadWhole} />
      {overlay?.open === "compare" && compare !== null && compare !== "failed" && (
        <compare.part files={state.files} file={state.file} apply={apply} close={closeOverlay} />
      )}
      {overlay !== null && overlay.open !== "compare" && overlays !== null && overlays !== "failed" && (
        <overlays.part
          key={overlay.nth}
          open={overlay.open}
          shown={shown}
          dispatch={dispatch}
          reset={reset}
          explain={explain}
          show={show}
          close={closeOverlay}
        />
      )}
      {dragging && (
        <div class="dropzone" aria-hidden="true">
          {texts.page.drop}
        </div>
      )}
    </div>
  );
}
