/** The line that asks the same on the command line, of the files as they are shared. */

import { commandLine, word } from "../derive/scenario";
import { CONFIGURATION, type Review, type State, type ViewId } from "../state/state";

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
  if (view === "rollout" && daemonSet !== undefined) return commandLine({ files: files.filter((file) => file !== CONFIGURATION), daemonSet, now, suppose });
  const manifests = files.filter((file) => file !== CONFIGURATION);
  const words = ["everynode", verbOf(view, daemonSet), ...named(manifests)];
  if (view === "review") {
    if (review.preset !== null) words.push("--preset", review.preset);
    const config = files.includes(CONFIGURATION) ? "" : configuration(review);
    if (config !== "" || files.includes(CONFIGURATION)) words.push("--config", CONFIGURATION);
    return `${config}${[...words, "--now", word(now)].join(" ")}`;
  }
  if (daemonSet !== undefined) {
    words.push("-d", word(daemonSet));
    if (view === "nodes" && node !== null) return `${words.join(" ")} --now ${word(now)}\n${explainLine(manifests, daemonSet, node, now)}`;
  }
  return [...words, "--now", word(now)].join(" ");
}

/** The file that says what was chosen on the page; nothing where nothing was. */
function configuration({ level, roles }: Review): string {
  const overrides = Object.entries(roles).map(([objects, role]) => ({ objects, role }));
  if (level === null && overrides.length === 0) return "";
  const config = { ...(level === null ? {} : { podSecurity: level }), ...(overrides.length === 0 ? {} : { overrides }) };
  return `cat > ${CONFIGURATION} <<'EOF'\n${JSON.stringify(config, null, 2)}\nEOF\n`;
}

function explainLine(files: readonly string[], daemonSet: string, node: string, now: string): string {
  return ["everynode", "explain", ...named(files), "-d", word(daemonSet), "-n", word(node), "--now", word(now)].join(" ");
}

function verbOf(view: ViewId, daemonSet: string | undefined): string {
  return view === "review" || daemonSet === undefined ? "lint" : "place";
}
