/** The verdict as a sentence of links: what runs, what does not and by what cause, what the texts are at fault for. */

import type { DaemonSetPlacement, LintAnswer, NodeGroup, ObjectRef, RolloutFound } from "everynode";
import type { GlyphName } from "../views/glyphs";
import type { Cell } from "../state/state";
import { texts } from "../texts";
import { GLYPH_OF, lookOfGroup, type Look } from "./look";

export type Target =
  | { readonly to: "rollout" }
  | { readonly to: "group"; readonly group: number }
  | { readonly to: "cell"; readonly cell: Cell; readonly group: number }
  | { readonly to: "nodes" }
  | { readonly to: "stored" }
  | { readonly to: "review" };

export interface VerdictPart {
  readonly text: string;
  readonly look: Look | "error" | "warning" | "info";
  readonly glyph: GlyphName;
  readonly target: Target;
}

/** More causes than this are counted, not listed. */
const CAUSES = 4;

export function verdictParts(daemonSet: DaemonSetPlacement, lint: LintAnswer, course: RolloutFound | null): readonly VerdictPart[] {
  const parts: VerdictPart[] = [];
  // All else holds of what is not stored only if it were.
  if (isRefused(daemonSet, lint)) parts.push({ text: texts.verdict.refused, look: "error", glyph: "error", target: { to: "stored" } });
  parts.push({
    text: daemonSet.verdict,
    look: daemonSet.eligible > 0 ? "run" : "out",
    glyph: daemonSet.eligible > 0 ? "run" : "out",
    target: { to: "nodes" },
  });
  const rest = clauses(daemonSet);
  const listed = rest.length > CAUSES ? rest.slice(0, CAUSES - 1) : rest;
  const said = new Set<NodeGroup["verdict"]>();
  for (const { group, at, look, nodes, alone } of listed) {
    const text = texts.verdict.group(group.verdict, look, nodes, group.cause, said.has(group.verdict));
    if (look !== "down") said.add(group.verdict);
    const target: Target = alone ? targetOf(daemonSet, group, at) : { to: "group", group: at };
    parts.push({ text, look, glyph: GLYPH_OF[look], target });
  }
  const more = rest.slice(listed.length);
  const [firstMore] = more;
  if (firstMore !== undefined) {
    const count = more.reduce((sum, { nodes }) => sum + nodes, 0);
    parts.push({
      text: texts.verdict.more(count, more.length),
      look: "out",
      glyph: "out",
      target: { to: "group", group: firstMore.at },
    });
  }
  if (course !== null) parts.push(updatePart(course));
  const problems = problemCounts(lint);
  if (problems.error + problems.warning > 0) {
    const look = problems.error > 0 ? "error" : "warning";
    parts.push({ text: texts.problems.counts(problems), look, glyph: look, target: { to: "review" } });
  }
  return parts;
}

/** The API server would not store the DaemonSet. */
function isRefused({ namespace, name }: DaemonSetPlacement, { diagnostics }: LintAnswer): boolean {
  const isOwn = (object: ObjectRef | undefined) =>
    object?.kind === "DaemonSet" && object.name === name && (object.namespace ?? "default") === (namespace ?? "default");
  return diagnostics.some(({ source, severity, object }) => source === "apiserver" && severity === "error" && isOwn(object));
}

function updatePart({ outcome, verdict, update }: RolloutFound): VerdictPart {
  const look = outcome === "complete" ? "run" : outcome === "waiting" || outcome === "stopped" ? "wait" : "down";
  const glyph = outcome === "complete" ? "yes" : look === "wait" ? "wait" : "neverReady";
  return { text: texts.verdict.update(verdict, update.by === "first"), look, glyph, target: { to: "rollout" } };
}

/** Groups that the sentence cannot tell apart, said once. */
interface Clause {
  /** The first of them, and its place among the groups. */
  readonly group: NodeGroup;
  readonly at: number;
  readonly look: Look;
  readonly nodes: number;
  readonly alone: boolean;
}

function clauses(daemonSet: DaemonSetPlacement): readonly Clause[] {
  const found = new Map<string, Clause>();
  daemonSet.groups.forEach((group, at) => {
    if (group.verdict === "runs") return;
    const look = lookOfGroup(group);
    const key = look === "down" ? look : `${group.verdict} ${group.cause}`;
    const before = found.get(key);
    found.set(
      key,
      before === undefined
        ? { group, at, look, nodes: group.nodes.length, alone: true }
        : { ...before, nodes: before.nodes + group.nodes.length, alone: false },
    );
  });
  return [...found.values()];
}

/** A taint has its column; the toleration that comes closest is the row. */
function targetOf(daemonSet: DaemonSetPlacement, group: NodeGroup, at: number): Target {
  const [reason] = group.reasons;
  if (group.reasons.length !== 1 || reason?.reason !== "taint" || group.verdict === "runs")
    return { to: "group", group: at };
  const taint = daemonSet.matrix.taints.findIndex(
    ({ key, value, effect }) => key === reason.taint.key && value === reason.taint.value && effect === reason.taint.effect,
  );
  const toleration = taint < 0 ? -1 : nearestToleration(daemonSet, taint);
  return toleration < 0 ? { to: "group", group: at } : { to: "cell", cell: { toleration, taint }, group: at };
}

/** Row of the toleration with the fewest differences to a taint; -1 when every one names another key. */
export function nearestToleration(daemonSet: DaemonSetPlacement, taint: number): number {
  let nearest = -1;
  let fewest = Infinity;
  daemonSet.matrix.differs.forEach((row, toleration) => {
    const differs = row[taint];
    if (differs === undefined || differs.includes("key") || differs.length >= fewest) return;
    nearest = toleration;
    fewest = differs.length;
  });
  return nearest;
}

export interface ProblemCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function problemCounts(lint: Pick<LintAnswer, "diagnostics">): ProblemCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of lint.diagnostics) counts[severity] += 1;
  return counts;
}
