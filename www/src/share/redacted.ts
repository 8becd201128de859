/** The redacted texts of files, each looked through once. */

import { useEffect, useState } from "preact/hooks";
import type { SourceFile } from "../state/state";
import { PUT, redact, type Redacted } from "./redact";

/** After the last change, before a text is looked through. */
const AT_REST_MS = 400;

const known = new WeakMap<SourceFile, Redacted>();

export function redactedOf(file: SourceFile): Redacted {
  const before = known.get(file);
  if (before !== undefined) return before;
  const made = redact(file.text);
  known.set(file, made);
  return made;
}

/** Whether a file was looked through: asking again takes no time. */
export function isLookedThrough(file: SourceFile): boolean {
  return known.has(file);
}

/** What is redacted in a file, once nobody types; before that what it was last. */
export function useRedacted(file: SourceFile): Redacted | null {
  const [seen, setSeen] = useState<{ readonly id: number; readonly redacted: Redacted } | null>(null);
  useEffect(() => {
    const look = () => setSeen({ id: file.id, redacted: redactedOf(file) });
    const timer = setTimeout(look, known.has(file) ? 0 : AT_REST_MS);
    return () => clearTimeout(timer);
  }, [file]);
  return seen?.id === file.id ? seen.redacted : null;
}

/** Shorter ones are words that stand anywhere. */
const SHORTEST = 3;

/** Takes what is redacted in the files out of what is said of them: a message quotes a value without the name that gives it away. */
export function withholder(files: readonly SourceFile[]): (said: string) => string {
  const secrets = new Set<string>();
  for (const file of files) {
    for (const { from, to } of redactedOf(file).found) {
      for (const line of file.text.slice(from, to).split("\n")) {
        const value = line.trim().replace(/^(["'])(.*)\1$/, "$2");
        if (value.length >= SHORTEST) secrets.add(value);
      }
    }
  }
  if (secrets.size === 0) return (said) => said;
  // Of two that begin alike the longer one.
  const inOrder = [...secrets].sort((one, other) => other.length - one.length);
  const any = new RegExp(`(?<!\\w)(?:${inOrder.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|")})(?!\\w)`, "g");
  return (said) => said.replace(any, PUT);
}
