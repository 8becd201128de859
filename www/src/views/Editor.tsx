import type { TextEdit } from "everynode";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { follow } from "../derive/follow";
import { isAboutChosen, litPlace } from "../derive/lit";
import { Desk } from "../editor/desk";
import type { Lit } from "../editor/marks";
import { edited, openFile } from "../state/actions";
import type { Dispatch, Shown } from "../state/store";

interface Props {
  readonly shown: Shown;
  readonly current: boolean;
  readonly dispatch: Dispatch;
  readonly apply: (edits: readonly TextEdit[]) => void;
  /** Hands the desk to who needs to edit or to jump. */
  readonly onDesk: (desk: Desk | null) => void;
}

/** The text of the selected file. Findings and the lit clause are put into it when an answer about this very text is there. */
export function Editor({ shown, current, dispatch, apply, onDesk }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const desk = useRef<Desk | null>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const revealed = useRef(0);
  const { state, answer } = shown;
  const file = state.files.find((each) => each.id === state.file);

  useLayoutEffect(() => {
    if (host.current === null) return;
    const made = new Desk(host.current, {
      edited: (id, text) => dispatch(edited(id, text)),
      cursor: (id, offset) => dispatch(follow(latest.current, id, offset)),
      apply,
    });
    desk.current = made;
    onDesk(made);
    return () => {
      onDesk(null);
      made.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (file !== undefined) desk.current?.open(file);
    desk.current?.retain(new Set(state.files.map((each) => each.id)));
  }, [file, state.files]);

  useEffect(() => {
    if (!current || answer === null || file === undefined) return;
    desk.current?.showFindings(answer.lint.diagnostics.filter((each) => each.file === file.name));
  }, [answer?.lint, file?.id, current]);

  const place = litPlace(shown);
  useEffect(() => {
    if (!current || answer === null || !isAboutChosen(shown)) return;
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
    desk.current?.light(lit);
    if (wanted) {
      revealed.current = state.reveal.number;
      if (lit !== null) desk.current?.reveal(lit);
    }
  }, [place?.key, answer, file?.id, state.reveal.number, current]);

  return <div class="ed" ref={host} />;
}
