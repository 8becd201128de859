/** The commands that do in a cluster what is supposed on the page. */

import type { WhatIf } from "../state/state";
import { whatIfTexts } from "../texts/whatif";

/** What a shell takes as one word. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Comments are one line, whatever a name holds. */
const remark = (text: string) => `# ${text.replace(/\s+/g, " ")}`;

export function commandsFor(all: readonly WhatIf[], files: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const apply = new Set(files);
  for (const change of all) {
    if (change.kind === "edit") {
      for (const { file } of change.edits) apply.add(file);
      continue;
    }
    const names = change.nodes.map(word).join(" ");
    const value = word(change.value.trim());
    switch (change.kind) {
      case "taint":
        lines.push(`kubectl taint nodes ${names} ${value}${change.value.trim().endsWith("-") ? "" : " --overwrite"}`);
        break;
      case "label":
        lines.push(`kubectl label nodes ${names} ${value}${change.value.trim().endsWith("-") ? "" : " --overwrite"}`);
        break;
      case "cordon":
      case "uncordon":
        for (const node of change.nodes) lines.push(`kubectl ${change.kind} ${word(node)}`);
        break;
      case "deleteNode":
        lines.push(`kubectl delete node ${names}`);
        break;
      case "down":
      case "up":
      case "addNode":
        lines.push(remark(whatIfTexts.byHand(change)));
        break;
    }
  }
  for (const file of apply) lines.push(`kubectl apply -f ${word(file.startsWith("-") ? `./${file}` : file)}`);
  return lines;
}
