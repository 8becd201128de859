/** Keys that do something wherever the focus is. */

import { useEffect } from "preact/hooks";
import { VIEWS, type ViewId } from "../state/state";

export interface Shortcuts {
  readonly palette: () => void;
  readonly keys: () => void;
  readonly view: (view: ViewId) => void;
  readonly editor: () => void;
  /** To the next finding, or the one before. */
  readonly problem: (direction: 1 | -1) => void;
}

/** Somebody writes there: letters are letters. */
function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) shortcuts.palette();
      else if (event.key === "F8" && plain) shortcuts.problem(event.shiftKey ? -1 : 1);
      else if (!plain || isWriting(event)) return;
      else if (event.key === "?") shortcuts.keys();
      else if (event.key === "e") shortcuts.editor();
      else {
        const view = VIEWS[Number(event.key) - 1];
        if (view === undefined) return;
        shortcuts.view(view);
      }
      event.preventDefault();
    };
    // Before the editor, which has keys of its own.
    addEventListener("keydown", pressed, { capture: true });
    return () => removeEventListener("keydown", pressed, { capture: true });
  });
}
