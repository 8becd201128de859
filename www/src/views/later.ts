/** Parts of the page that the first answer does not need: they are loaded when the page has nothing else to do. */

import { useEffect, useState } from "preact/hooks";

/** A part that comes later: `null` until it is there, `"failed"` where it does not come. */
export type Later<Part> = { readonly part: Part } | "failed" | null;

/** Loads a part once it is `wanted`: at once where somebody waits for it, else when the page is at rest. */
export function useLater<Part>(load: () => Promise<Part>, wanted: "now" | "soon" | "not"): Later<Part> {
  const [later, setLater] = useState<Later<Part>>(null);
  useEffect(() => {
    if (wanted === "not" || later !== null) return;
    const come = () => {
      load().then(
        (part) => setLater({ part }),
        () => setLater("failed"),
      );
    };
    if (wanted === "now") {
      come();
      return;
    }
    const timer = setTimeout(come, AT_REST_MS);
    return () => clearTimeout(timer);
  }, [load, wanted, later]);
  return later;
}

/** Safari knows no idle callback. */
const AT_REST_MS = 300;
