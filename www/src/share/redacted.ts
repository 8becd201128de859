/** The redacted texts of files, each looked through once. */

import { useEffect, useState } from "preact/hooks";
import type { SourceFile } from "../state/state";
import { redact, type Redacted } from "./redact";

const known = new WeakMap<SourceFile, Redacted>();

export function redactedOf(file: SourceFile): Redacted {
  const before = known.get(file);
  if (before !== undefined) return before;
  const made = redact(file.text);
  known.set(file, made);
  return made;
}

/** The same once nobody types; before that what it was last. */
export function useRedacted(file: SourceFile): Redacted | null {
  const [seen, setSeen] = useState<{ readonly id: number; readonly redacted: Redacted } | null>(null);
  useEffect(() => {
    const look = () => setSeen({ id: file.id, redacted: redactedOf(file) });
    const timer = setTimeout(look, known.has(file) ? 0 : AT_REST_MS);
    return () => clearTimeout(timer);
  }, [file]);
  return seen?.id === file.id ? seen.redacted : null;
}

const AT_REST_MS = 400;
