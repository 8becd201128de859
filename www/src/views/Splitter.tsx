import { useState } from "preact/hooks";
import { texts } from "../texts";

const LEAST = 280;
const STEP = 24;
const AT_FIRST = 468;

/** Between manifests and answer: dragged, or moved with the arrow keys. */
export function Splitter() {
  const [width, setWidth] = useState(AT_FIRST);
  const set = (wanted: number) => {
    const next = Math.round(Math.max(LEAST, Math.min(wanted, window.innerWidth - 520)));
    setWidth(next);
    document.documentElement.style.setProperty("--left", `${next}px`);
  };
  return (
    <div
      class="split"
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.page.resize}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={1200}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(event.clientX);
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        set((event.currentTarget.previousElementSibling?.clientWidth ?? width) + step);
      }}
    />
  );
}
