import { useEffect, useState } from "preact/hooks";
import { texts } from "../texts";

interface Props {
  /** A long one is made only when somebody asks for it. */
  readonly text: string | (() => string);
  /** What is copied; without it the button says only that it copies. */
  readonly label?: string;
}

const SAID_MS = 2000;

/** Puts a text on the clipboard, and says so for a moment. */
export function CopyButton({ text, label }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "string" ? text : text());
      setCopied(true);
    } catch {
      // Without the permission the text can still be selected and copied by hand.
    }
  };
  return (
    <button class="btn sm" title={label === undefined || typeof text !== "string" ? undefined : text} onClick={() => void copy()}>
      {copied ? texts.fix.copied : (label ?? texts.fix.copy)}
    </button>
  );
}
