import type { TextEdit } from "everynode";
import { difference } from "../derive/difference";
import type { Example } from "../state/examples";
import type { SourceFile } from "../state/state";
import { texts } from "../texts";
import { Said } from "./Said";

interface Props {
  readonly example: Example;
  readonly files: readonly SourceFile[];
  /** Whether what is shown is of the texts as they are. */
  readonly current: boolean;
  readonly apply: (edits: readonly TextEdit[]) => void;
}

/** What an example invites to, with a button that does it. */
export function TryThis({ example: { tryThis, edit }, files, current, apply }: Props) {
  const file = files.find(({ name }) => name === edit.file);
  const can = file !== undefined && file.text.includes(edit.replace);
  return (
    <p class="try">
      <b>{texts.examples.tryThis}</b> <Said text={tryThis} />{" "}
      {can && (
        <button class="btn sm line" disabled={!current} onClick={() => apply([difference(file.name, file.text, file.text.replace(edit.replace, () => edit.with))])}>
          {texts.examples.tryButton}
        </button>
      )}
    </p>
  );
}
