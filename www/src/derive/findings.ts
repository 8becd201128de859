/** Findings, as the page lists them: which one is meant, which are left in, and by object. */

import type { Diagnostic, LintAnswer, ObjectRef, RoleGuess, TextEdit } from "everynode";
import { SEVERITIES, type Sieve } from "../state/state";
import { holds } from "./checks";

/** Stays the same while the text around it changes; findings of one rule about one place share it. */
export function keyOf({ rule, file, object, path, range }: Diagnostic): string {
  const about = object === undefined ? "" : objectName(object);
  return [rule, file, about, path ?? range.start.offset].join(" ");
}

/** `DaemonSet logging/fluent-bit` */
export function objectName({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

export function findingOf(lint: LintAnswer, key: string): Diagnostic | undefined {
  return lint.diagnostics.find((each) => keyOf(each) === key);
}

/** The finding that an offset is in: the one with the smallest place. */
export function findingAt(lint: LintAnswer, file: string, offset: number): Diagnostic | undefined {
  const size = ({ range }: Diagnostic) => range.end.offset - range.start.offset;
  let found: Diagnostic | undefined;
  for (const each of lint.diagnostics) {
    if (holds(each, file, offset) && (found === undefined || size(each) < size(found))) found = each;
  }
  return found;
}

/** What is left of findings, without one of the three questions where it is to be counted. */
export function sifted(diagnostics: readonly Diagnostic[], { severity, text, fixable }: Sieve): readonly Diagnostic[] {
  const wanted = text.trim().toLowerCase();
  return diagnostics.filter(
    (each) =>
      (severity === null || each.severity === severity) &&
      (!fixable || each.fixes.length > 0) &&
      (wanted === "" || each.rule.includes(wanted) || each.message.toLowerCase().includes(wanted)),
  );
}

/** Findings about one object; of those about no object, the ones of a file. */
export interface FindingGroup {
  readonly id: string;
  readonly file: string;
  readonly object: ObjectRef | undefined;
  readonly role: RoleGuess | undefined;
  readonly findings: readonly Diagnostic[];
}

/** Orders the gravest first. */
export function byGravity(one: Diagnostic, other: Diagnostic): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
}

/** In the order in which the objects come first, the gravest of each first. */
export function findingGroups(diagnostics: readonly Diagnostic[], roles: readonly RoleGuess[]): readonly FindingGroup[] {
  const found = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const id = `${each.file} ${each.object === undefined ? "" : objectName(each.object)}`;
    const own = found.get(id);
    if (own === undefined) found.set(id, [each]);
    else own.push(each);
  }
  return [...found].map(([id, own]) => {
    const { file, object } = own[0] as Diagnostic;
    return {
      id,
      file,
      object,
      role: object === undefined ? undefined : roleOf(roles, file, object),
      findings: [...own].sort(byGravity),
    };
  });
}

function roleOf(roles: readonly RoleGuess[], file: string, object: ObjectRef): RoleGuess | undefined {
  const name = objectName(object);
  return roles.find((role) => role.file === file && objectName(role) === name);
}

/** How many findings have a safe fix of texts that can be edited. */
export function safelyFixable(diagnostics: readonly Diagnostic[], canEdit: (file: string) => boolean): number {
  return diagnostics.filter(({ fixes }) => fixes.some(({ safety, edits }) => safety === "safe" && edits.every(({ file }) => canEdit(file)))).length;
}

/** Whether two edits of one file change the same stretch, or meet. */
export function touches({ range: one }: TextEdit, { range: other }: TextEdit): boolean {
  return one.start.offset <= other.end.offset && other.start.offset <= one.end.offset;
}
