/** Findings as a list to go through: which are left in, in which order, and which one comes next. */

import type { Diagnostic } from "everynode";
import type { Problems, SourceFile } from "../state/state";
import { byGravity } from "./findings";

/** By the order of the files, then by place. */
export function byPlace(files: readonly SourceFile[], diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const at = new Map(files.map(({ name }, index) => [name, index]));
  const file = ({ file }: Diagnostic) => at.get(file) ?? files.length;
  return [...diagnostics].sort((one, other) => file(one) - file(other) || one.range.start.offset - other.range.start.offset);
}

/** What the list shows: those of the file and severity that are asked for, the gravest first or by place. */
export function listed(files: readonly SourceFile[], diagnostics: readonly Diagnostic[], { severity, file, order }: Problems): readonly Diagnostic[] {
  const left = diagnostics.filter((each) => (severity === null || each.severity === severity) && (file === null || each.file === file));
  const placed = byPlace(files, left);
  return order === "place" ? placed : [...placed].sort(byGravity);
}

/** The finding behind a place, or before it, over all files and around; `undefined` where there is none. */
export function nextProblem(
  files: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
  from: { readonly file: string; readonly offset: number },
  direction: 1 | -1,
): Diagnostic | undefined {
  const at = new Map(files.map(({ name }, index) => [name, index]));
  const own = at.get(from.file) ?? 0;
  const open = new Set(files.filter(({ attached }) => attached === undefined).map(({ name }) => name));
  const all = byPlace(files, diagnostics).filter(({ file }) => open.has(file));
  const isBehind = ({ file, range }: Diagnostic) => ((at.get(file) ?? 0) - own || range.start.offset - from.offset) > 0;
  const isBefore = ({ file, range }: Diagnostic) => ((at.get(file) ?? 0) - own || range.start.offset - from.offset) < 0;
  return direction > 0 ? (all.find(isBehind) ?? all[0]) : ([...all].reverse().find(isBefore) ?? all.at(-1));
}
