import type { Trouble } from "../answer/answer";
import { say, undo } from "../state/actions";
import type { Notice } from "../state/state";
import type { Dispatch } from "../state/store";
import { texts } from "../texts";
import { Glyph } from "./Glyph";
import { Said } from "./Said";

interface Props {
  readonly notice: Notice | null;
  readonly trouble: Trouble | null;
  readonly dispatch: Dispatch;
}

function sentence(notice: Notice): string {
  switch (notice.kind) {
    case "restored":
      return texts.keeping.restored(notice.redacted, notice.missing);
    case "keptRedacted":
      return texts.keeping.keptRedacted(notice.files);
    case "brokenLink":
    case "newerLink":
      return texts.keeping[notice.kind];
    case "openedLink":
      return texts.keeping.openedLink(notice.files);
    case "storageFull":
      return texts.notice.storageFull;
    case "attached":
      return texts.notice.attached(notice.file);
    case "unreadable":
      return texts.notice.unreadable(notice.files);
    case "noEditor":
      return texts.notice.noEditor;
    case "replaced":
      return texts.notice.replaced(notice.files);
    case "removed":
      return texts.notice.removed(notice.file.name);
  }
}

/** What the page has to say about itself, under the verdict. */
export function Notices({ notice, trouble, dispatch }: Props) {
  return (
    <div class="notices" role="status">
      {trouble !== null && (
        <p class="notice bad">
          <Glyph name="error" state="error" />
          <span>
            <Said text={texts.trouble[trouble.kind]} /> {trouble.message !== "" && <code>{trouble.message}</code>}
          </span>
        </p>
      )}
      {notice !== null && (
        <p class="notice">
          <Glyph name="info" state="out" />
          <span>{sentence(notice)}</span>
          <span class="acts">
            {(notice.kind === "replaced" || notice.kind === "openedLink" || notice.kind === "removed") && (
              <button class="btn sm line" onClick={() => dispatch(undo)}>
                {texts.notice.undo}
              </button>
            )}
            <button class="btn sm" onClick={() => dispatch(say(null))}>
              {texts.notice.dismiss}
            </button>
          </span>
        </p>
      )}
    </div>
  );
}
