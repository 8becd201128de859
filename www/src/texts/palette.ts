/** Texts of the palette and of the sheet of keys. They come with them. */

import type { Theme } from "../state/state";
import { number } from "./words";

export const paletteTexts = {
  label: "Go to a node, rule or view",
  hint: "a node, a rule, a view, an example …",
  list: "What there is",
  none: "Nothing is called so.",
  more: (more: number) => `${number(more)} more`,
  kind: {
    view: "view",
    node: "node",
    finding: "finding",
    daemonSet: "DaemonSet",
    file: "file",
    example: "example",
    theme: "theme",
    action: "do",
  },
  theme: { system: "System theme", light: "Light theme", dark: "Dark theme" } satisfies Record<Theme, string>,
  keys: "Keys",
  explain: "Explain the field at the cursor",
  problems: "List all problems",
  reset: "Forget these files and go back to the first example",
  newFile: "Add an empty file",
  compare: "Compare two files side by side",
  close: "Close",
  sheet: [
    {
      title: "Everywhere",
      keys: [
        [["Mod", "K"], "go to a node, rule or view"],
        [["?"], "this sheet"],
        [["1"], "first view, 2 the second, and so on"],
        [["E"], "to the editor"],
        [["F8"], "next problem, with Shift the one before"],
        [["Escape"], "close what is open"],
      ],
    },
    {
      title: "In the editor",
      keys: [
        [["Mod", "."], "fixes for this line"],
        [["Ctrl", "Space"], "what may stand at the cursor"],
        [["Mod", "I"], "what the API says of the field at the cursor"],
        [["Mod", "Z"], "undo, also what a button did"],
        [["Mod", "Fold", "["], "fold, and ] unfolds"],
        [["Tab"], "leave the editor"],
      ],
    },
    {
      title: "Among nodes",
      keys: [
        [["←", "→", "↑", "↓"], "from tile to tile, from row to row"],
        [["Home"], "first, End the last"],
        [["Enter"], "choose"],
      ],
    },
    {
      title: "In the update",
      keys: [
        [["←"], "back one step, → on one"],
        [["Space"], "play, pause"],
      ],
    },
    {
      title: "Files",
      keys: [
        [["F2"], "rename the file of the tab"],
        [["Delete"], "remove it; the notice brings it back"],
      ],
    },
  ],
} as const;
