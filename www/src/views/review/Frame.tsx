import type { Range, Severity } from "everynode";
import { frameOf } from "../../derive/frame";

interface Props {
  readonly text: string;
  readonly range: Range;
  readonly severity: Severity;
  /** Where it is, for screen readers. */
  readonly label: string;
  /** Lines above and below. */
  readonly around?: number;
}

/** The lines of a place, with the stretch that is meant. */
export function Frame({ text, range, severity, label, around }: Props) {
  return (
    <div class="frame" tabIndex={0} role="group" aria-label={label}>
      {frameOf(text, range, around).map((line) => (
        <div key={line.number} class={line.hit ? "hit" : undefined}>
          <span class="no">{line.number}</span>
          <span>
            {line.before}
            {line.marked !== "" && (
              <span class={`sq ${severity}${line.marked.trim() === "" ? " blank" : ""}`}>{line.marked}</span>
            )}
            {line.after}
          </span>
        </div>
      ))}
    </div>
  );
}
