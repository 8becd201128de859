import type { ComponentChildren } from "preact";
import type { ShownNames } from "../derive/names";

/** Tiles in rows, wide enough for the longest name among all Nodes, so that sections have the same columns. */
export function Tiles({ shown, children }: { readonly shown: ShownNames; readonly children: ComponentChildren }) {
  return (
    <div class="tiles" style={{ "--chars": shown.longest }}>
      {children}
    </div>
  );
}
