import type { TextEdit } from "everynode";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Aside } from "../answer/aside";
import { follow } from "../derive/follow";
import { isAboutChosen, litPlace } from "../derive/lit";
import type { Desk, DeskListener } from "../editor/desk";
import type { Lit } from "../editor/marks";
import { edited, openFile, say } from "../state/actions";
import type { Dispatch, Shown } from "../state/store";
import { useLater } from "./later";
import { PlainText } from "./PlainText";

interface Props {
  readonly shown: Shown;
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly aside: Aside;
  readonly apply: (edits: readonly TextEdit[]) => void;
  /** Hands the desk to who needs to edit or to jump. */
  readonly onDesk: (desk: Desk | null) => void;
}

const loadDesk = () => import("../editor");

/**
 * The text of the selected file. The editor is most of the page's code and no part of the answer: it comes when the first
 * answer is on screen, or when somebody wants to write; until then the text stands there plain. Findings and the lit clause
 * are put into it when an answer about this very text is there.
 */
export function Editor({ shown, current, dispatch, aside, apply, onDesk }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLDivElement>(null);
  const [desk, setDesk] = useState<Desk | null>(null);
  const [wanted, setWanted] = useState(false);
  const latest = useRef({ shown, apply });
  latest.current = { shown, apply };
  const revealed = useRef(0);
  const { state, answer, trouble } = shown;
  const later = useLater(loadDesk, wanted || answer !== null || trouble !== null ? "now" : "not");
  const file = state.files.find((each) => each.id === state.file);

  useLayoutEffect(() => {
    if (later === null) return;
    if (later === "failed") {
      dispatch(say({ kind: "noEditor" }));
      return;
    }
    if (host.current === null) return;
    const { Desk, asksOf } = later.part;
    const listener: DeskListener = {
      edited: (id, text) => dispatch(edited(id, text)),
      cursor: (id, offset) => dispatch(follow(latest.current.shown, id, offset)),
      apply: (edits) => latest.current.apply(edits),
    };
    const made = new Desk(host.current, listener, asksOf(aside));
    // The text stays where it was being read, and the keys go where they went.
    if (file !== undefined) made.open(file, plain.current?.firstElementChild?.scrollTop ?? 0);
    if (plain.current?.contains(document.activeElement) === true) made.focus();
    setDesk(made);
    onDesk(made);
    return () => {
      onDesk(null);
      made.destroy();
    };
  }, [later]);

  useLayoutEffect(() => {
    if (file !== undefined) desk?.open(file);
    desk?.retain(new Set(state.files.map((each) => each.id)));
  }, [desk, file, state.files]);

  useEffect(() => {
    if (!current || answer === null || file === undefined) return;
    desk?.showFindings(answer.lint.diagnostics.filter((each) => each.file === file.name));
  }, [desk, answer?.lint, file?.id, current]);

  const place = litPlace(shown);
  useEffect(() => {
    if (desk === null || !current || answer === null || !isAboutChosen(shown)) return;
    const wanted = state.reveal.number > revealed.current;
    if (wanted && state.reveal.open && place !== null && place.place.file !== file?.name) {
      const other = state.files.find((each) => each.name === place.place.file);
      if (other !== undefined && other.attached === undefined) {
        // The file opens first; this effect then runs again and scrolls.
        dispatch((now) => ({ ...openFile(other.id)(now), manifests: now.manifests }));
        return;
      }
    }
    const lit: Lit | null =
      place !== null && place.place.file === file?.name
        ? {
            from: place.place.range.start.offset,
            to: place.place.range.end.offset,
            ...(place.note === undefined ? {} : { note: place.note }),
          }
        : null;
    desk.light(lit);
    if (wanted) {
      revealed.current = state.reveal.number;
      if (lit !== null) desk.reveal(lit);
    }
  }, [desk, place?.key, answer, file?.id, state.reveal.number, current]);

  return (
    <div class="ed">
      <div class="host" ref={host} />
      {desk === null && file !== undefined && (
        <div class="host" ref={plain}>
          <PlainText file={file} lit={current && place?.place.file === file.name ? place : null} wanted={() => setWanted(true)} />
        </div>
      )}
    </div>
  );
}
