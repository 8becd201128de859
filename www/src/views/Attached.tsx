import type { LintAnswer } from "everynode";
import type { SourceFile } from "../state/state";
import { texts } from "../texts";
import { Kinds } from "./Kinds";

/** What stands where the editor would: a text too large for it. */
export function Attached({ file, lint }: { readonly file: SourceFile; readonly lint: LintAnswer | undefined }) {
  const counts = new Map<string, number>();
  for (const object of lint?.objects ?? []) {
    if (object.file === file.name) counts.set(object.kind, (counts.get(object.kind) ?? 0) + 1);
  }
  return (
    <div class="attached scroll">
      <p class="lead">
        <b>{texts.files.attached(file.name, file.attached?.byteLength ?? 0)}</b>
      </p>
      <p class="muted">{texts.files.attachedWhy}</p>
      <Kinds title={texts.files.attachedHolds} counts={[...counts].map(([kind, count]) => ({ kind, count }))} />
    </div>
  );
}
