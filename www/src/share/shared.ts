/** What a link and a page of its own carry of the state: texts, view, choices, suppositions. Never what is secret in them. */

import {
  CONDITIONS,
  EVENTS,
  emptyState,
  freeName,
  LEVELS,
  NODE_CHANGES,
  NOTHING_SUPPOSED,
  PRESETS,
  REVIEW,
  ROLES,
  sourceFile,
  viewOf,
  WAYS,
  type Cell,
  type NodeChange,
  type Review,
  type SourceFile,
  type State,
  type Suppose,
  type Supposition,
  type Theme,
} from "../state/state";
import { examples } from "../state/examples";
import type { Shared } from "./form";
import { redact, type Redaction } from "./redact";
import { redactedOf } from "./redacted";

export interface Taken {
  readonly file: string;
  readonly found: readonly Redaction[];
}

/** Everything that is shared, and what is not. */
export interface Parcel {
  readonly shared: Shared;
  /** What was redacted, by file. */
  readonly taken: readonly Taken[];
  /** Attached files, which no link holds. */
  readonly left: readonly SourceFile[];
}

export function parcelOf(state: State, now: string): Parcel {
  const files = state.files.filter((file) => file.attached === undefined);
  const { daemonSet, node, check, cell, rule, moment, finding, suppose, review, groupBy, example } = state;
  const supposed = state.whatIf.filter((change) => change.kind !== "edit").map((change) => ({ ...change, value: redact(change.value).text }));
  const shared: Shared = {
    files: files.map((file) => ({ name: file.name, text: redactedOf(file).text })),
    file: Math.max(0, files.findIndex((file) => file.id === state.file)),
    view: state.view,
    now: state.now ?? now,
    ...(daemonSet === null ? {} : { daemonSet }),
    ...(node === null ? {} : { node }),
    ...(check === null ? {} : { check }),
    ...(cell === null ? {} : { cell }),
    ...(rule === null ? {} : { rule }),
    ...(moment === null ? {} : { moment }),
    ...(finding === null ? {} : { finding }),
    ...(suppose.way === "apply" && suppose.all.length === 0 ? {} : { suppose: withoutSecrets(suppose) }),
    ...(supposed.length === 0 ? {} : { whatIf: supposed }),
    ...(review.preset === null && review.level === null && Object.keys(review.roles).length === 0 ? {} : { review }),
    ...(groupBy === "reason" ? {} : { groupBy }),
    ...(example === null ? {} : { example }),
    ...(state.untouched ? { untouched: true } : {}),
  };
  const taken = files.map((file) => ({ file: file.name, found: redactedOf(file).found })).filter(({ found }) => found.length > 0);
  return { shared, taken, left: state.files.filter((file) => file.attached !== undefined) };
}

function withoutSecrets(suppose: Suppose): Suppose {
  return {
    ...suppose,
    image: redact(suppose.image).text,
    all: suppose.all.map((each) => ({ ...each, value: redact(each.value).text })),
  };
}

/** The state that was shared; null where it is none. Whoever made it may have made anything. */
export function stateOf(value: unknown, theme: Theme): State | null {
  const { files: listed, ...rest } = record(value);
  if (!Array.isArray(listed)) return null;
  const files: SourceFile[] = [];
  for (const each of listed as readonly unknown[]) {
    const { name, text } = record(each);
    if (typeof name !== "string" || typeof text !== "string") return null;
    files.push(sourceFile(freeName(name, files.map((file) => file.name)), text));
  }
  const empty = emptyState(theme);
  const shown = typeof rest["file"] === "number" ? (files[rest["file"]] ?? files[0]) : files[0];
  if (shown === undefined) return null;
  const example = examples.some(({ id }) => id === rest["example"]) ? textOf(rest["example"]) : null;
  return {
    ...empty,
    files,
    file: shown.id,
    daemonSet: textOf(rest["daemonSet"]),
    node: textOf(rest["node"]),
    check: textOf(rest["check"]),
    cell: cellOf(rest["cell"]),
    rule: textOf(rest["rule"]),
    moment: typeof rest["moment"] === "number" && rest["moment"] >= 0 ? rest["moment"] : null,
    finding: textOf(rest["finding"]),
    suppose: supposeOf(rest["suppose"]),
    whatIf: Array.isArray(rest["whatIf"]) ? (rest["whatIf"] as readonly unknown[]).flatMap(nodeChangeOf) : [],
    review: reviewOf(rest["review"]),
    view: viewOf(rest["view"]) ?? empty.view,
    groupBy: textOf(rest["groupBy"]) ?? empty.groupBy,
    now: momentOf(rest["now"]),
    example,
    untouched: example !== null && rest["untouched"] === true,
    reveal: { number: 1, open: false },
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

function momentOf(value: unknown): string | null {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;
}

function cellOf(value: unknown): Cell | null {
  const { toleration, taint } = record(value);
  return typeof toleration === "number" && typeof taint === "number" ? { toleration, taint } : null;
}

function supposeOf(value: unknown): Suppose {
  const { way, image, all } = record(value);
  const known = WAYS.find((each) => each === way);
  if (known === undefined || !Array.isArray(all)) return NOTHING_SUPPOSED;
  return { way: known, image: textOf(image) ?? "", all: (all as readonly unknown[]).flatMap(suppositionOf) };
}

function suppositionOf(given: unknown): readonly Supposition[] {
  const { kind, nodes, value, time } = record(given);
  const known = [...CONDITIONS, ...EVENTS].find((each) => each === kind);
  if (known === undefined || !Array.isArray(nodes)) return [];
  return [
    {
      kind: known,
      nodes: (nodes as readonly unknown[]).filter((node) => typeof node === "string"),
      value: textOf(value) ?? "",
      time: typeof time === "number" && time >= 0 ? time : 0,
    },
  ];
}

function nodeChangeOf(given: unknown): readonly NodeChange[] {
  const { kind, nodes, value } = record(given);
  const known = NODE_CHANGES.find((each) => each === kind);
  if (known === undefined || !Array.isArray(nodes)) return [];
  return [{ kind: known, nodes: (nodes as readonly unknown[]).filter((node) => typeof node === "string"), value: textOf(value) ?? "" }];
}

function reviewOf(value: unknown): Review {
  const { preset, level, roles } = record(value);
  const known = Object.entries(record(roles)).flatMap(([object, role]) => {
    const found = ROLES.find((each) => each === role);
    return found === undefined ? [] : [[object, found] as const];
  });
  return {
    preset: PRESETS.find((each) => each === preset) ?? REVIEW.preset,
    level: LEVELS.find((each) => each === level) ?? REVIEW.level,
    roles: Object.fromEntries(known),
  };
}
