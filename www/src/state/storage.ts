/**
 * What survives a reload, in the browser's own storage. Texts are written there without the Secrets and tokens that they hold, attached
 * files not at all; their names are, so that the page can say what is missing.
 */

import { redactedOf } from "../share/redacted";
import { examples, firstFiles } from "./examples";
import { emptyState, LEVELS, PRESETS, PROBLEMS, REVIEW, ROLES, SEVERITIES, sourceFile, viewOf, type Notice, type Problems, type Review, type SourceFile, type State, type Theme, type ViewId } from "./state";
import { loadExample } from "./actions";

const STATE_KEY = "everynode.state.v1";
const THEME_KEY = "everynode.theme";

interface Stored {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Attached files; of an earlier version also those with a Secret. */
  readonly withheld: readonly string[];
  /** Files whose text is not as it was. Absent where the page of an earlier version wrote it. */
  readonly redacted?: readonly string[];
  readonly file: string;
  readonly daemonSet: string | null;
  readonly node: string | null;
  readonly view: ViewId;
  readonly groupBy: string;
  readonly example: string | null;
  readonly untouched: boolean;
  readonly now: string | null;
  /** Absent where the page of an earlier version wrote it. */
  readonly review?: Review;
  /** Absent where the page of an earlier version wrote it. */
  readonly problems?: Problems;
}

/** Names of the files that are kept with another text than they have. */
export function keptRedacted(files: readonly SourceFile[]): readonly string[] {
  return files.filter((file) => redactedOf(file).found.length > 0).map((file) => file.name);
}

/** False when the browser refuses: storage is full or turned off. */
export function store(state: State): boolean {
  const texts = state.files.filter((file) => file.attached === undefined);
  const stored: Stored = {
    files: texts.map((file) => ({ name: file.name, text: redactedOf(file).text })),
    withheld: state.files.filter((file) => file.attached !== undefined).map((file) => file.name),
    redacted: keptRedacted(texts),
    file: state.files.find((file) => file.id === state.file)?.name ?? "",
    daemonSet: state.daemonSet,
    node: state.node,
    view: state.view,
    groupBy: state.groupBy,
    example: state.example,
    untouched: state.untouched,
    now: state.now,
    review: state.review,
    problems: state.problems,
  };
  try {
    localStorage.setItem(THEME_KEY, state.theme);
    localStorage.setItem(STATE_KEY, JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

/** Leaves nothing of what was kept. */
export function forget(): void {
  try {
    localStorage.removeItem(STATE_KEY);
    localStorage.removeItem(THEME_KEY);
  } catch {
    // Nothing was kept where storage is off.
  }
}

/** The state of the last visit, or the first example. */
export function restore(): State {
  const theme = storedTheme();
  const stored = storedState();
  if (stored === null || (stored.files.length === 0 && stored.withheld.length === 0)) return firstVisit(theme);
  const empty = emptyState(theme);
  const files = stored.files.length > 0 ? stored.files.map(({ name, text }) => sourceFile(name, text)) : empty.files;
  const shown = files.find((file) => file.name === stored.file) ?? files[0];
  return {
    ...empty,
    files,
    file: shown?.id ?? empty.file,
    daemonSet: stored.daemonSet,
    node: stored.node,
    view: viewOf(stored.view) ?? "nodes",
    groupBy: stored.groupBy,
    example: stored.example,
    untouched: stored.untouched,
    now: stored.now,
    review: stored.review ?? REVIEW,
    problems: stored.problems ?? PROBLEMS,
    notice: missing(stored),
    reveal: { number: 1, open: false },
  };
}

/** What is not as it was left. */
function missing({ withheld, redacted = [] }: Stored): Notice | null {
  return withheld.length + redacted.length === 0 ? null : { kind: "restored", redacted, missing: withheld };
}

export function firstVisit(theme: Theme): State {
  const empty = emptyState(theme);
  const first = examples[0];
  return first === undefined ? empty : loadExample(first, firstFiles)(empty);
}

function storedTheme(): Theme {
  try {
    const theme = localStorage.getItem(THEME_KEY);
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system";
  }
}

function storedState(): Stored | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STATE_KEY) ?? "null");
    return isStored(value) ? value : null;
  } catch {
    return null;
  }
}

/** Storage may have been written by another version, or by hand. */
function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null) return false;
  const { files, withheld, file, view, groupBy, daemonSet, node, example, now, review, problems, redacted = [] } = value as Record<string, unknown>;
  const areNames = (each: unknown) => Array.isArray(each) && each.every((name) => typeof name === "string");
  const textOrNull = (each: unknown) => each === null || typeof each === "string";
  return (
    Array.isArray(files) &&
    files.every(
      (each: unknown) =>
        typeof each === "object" &&
        each !== null &&
        "name" in each &&
        typeof each.name === "string" &&
        "text" in each &&
        typeof each.text === "string",
    ) &&
    areNames(withheld) &&
    areNames(redacted) &&
    typeof file === "string" &&
    viewOf(view) !== undefined &&
    (review === undefined || isReview(review)) &&
    (problems === undefined || isProblems(problems)) &&
    typeof groupBy === "string" &&
    [daemonSet, node, example, now].every(textOrNull)
  );
}

function isProblems(value: unknown): value is Problems {
  if (typeof value !== "object" || value === null) return false;
  const { open, severity, file, order } = value as Record<string, unknown>;
  return (
    typeof open === "boolean" &&
    (severity === null || SEVERITIES.some((each) => each === severity)) &&
    (file === null || typeof file === "string") &&
    (order === "gravity" || order === "place")
  );
}

function isReview(value: unknown): value is Review {
  if (typeof value !== "object" || value === null) return false;
  const { preset, level, roles } = value as Record<string, unknown>;
  return (
    (preset === null || PRESETS.some((each) => each === preset)) &&
    (level === null || LEVELS.some((each) => each === level)) &&
    typeof roles === "object" &&
    roles !== null &&
    Object.values(roles).every((role) => ROLES.some((each) => each === role))
  );
}
