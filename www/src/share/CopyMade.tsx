import { useEffect, useState } from "preact/hooks";
import { shareTexts } from "../texts/share";
import { save } from "./save";

interface Props {
  /** Made when it is asked for. */
  readonly make: () => string;
  readonly label: string;
  /** What the text becomes where the browser refuses its clipboard. */
  readonly file: string;
  readonly solid?: boolean;
}

const SAID_MS = 2000;

/** Puts what is made on the clipboard, or on the disk, and says so for a moment. */
export function CopyMade({ make, label, file, solid = false }: Props) {
  const [done, setDone] = useState<"copied" | "saved" | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    const text = make();
    try {
      await navigator.clipboard.writeText(text);
      setDone("copied");
    } catch {
      save(file, [text], "text/plain");
      setDone("saved");
    }
  };
  return (
    <button class={solid ? "btn sm solid" : "btn sm line"} onClick={() => void copy()}>
      <span aria-live="polite">{done === null ? label : shareTexts[done]}</span>
    </button>
  );
}
