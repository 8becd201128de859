/** The line that asks the same on the command line, of the files as they are shared. */

import { commandLine, word } from "../derive/scenario";
import type { State, ViewId } from "../state/state";

export interface Asked {
  readonly state: State;
  /** Names of the files, in their order. */
  readonly files: readonly string[];
  /** `namespace/name` of the DaemonSet that is explained, where there is one. */
  readonly daemonSet: string | undefined;
  readonly node: string | null;
  readonly now: string;
}

/** Names of files as arguments: one that begins with a dash is no option. */
const named = (files: readonly string[]) => files.map((file) => word(file.startsWith("-") ? `./${file}` : file));

export function lineOf({ state, files, daemonSet, node, now }: Asked): string {
  const { view, review, suppose } = state;
  if (view === "rollout" && daemonSet !== undefined) return commandLine({ files, daemonSet, now, suppose });
  const words = ["everynode", verbOf(view, daemonSet), ...named(files)];
  if (view === "review") {
    words.push("--preset", review.preset);
    if (review.role !== null) words.push("--role", review.role);
  } else if (daemonSet !== undefined) {
    words.push("-d", word(daemonSet));
    if (view === "nodes" && node !== null) return `${words.join(" ")} --now ${word(now)}\n${explainLine(files, daemonSet, node, now)}`;
  }
  return [...words, "--now", word(now)].join(" ");
}

function explainLine(files: readonly string[], daemonSet: string, node: string, now: string): string {
  return ["everynode", "explain", ...named(files), "-d", word(daemonSet), "-n", word(node), "--now", word(now)].join(" ");
}

function verbOf(view: ViewId, daemonSet: string | undefined): string {
  return view === "review" || daemonSet === undefined ? "lint" : "place";
}
