/** The checks of an explanation: their ids, which one is lit, and where the text says it. */

import type { Check, ExplainFound, Place } from "everynode";

export interface NumberedCheck {
  readonly id: string;
  readonly check: Check;
}

/** All checks with their parts, in the order of the card. An id is the way there: `0.3`, `0.2.1`. */
function numberedChecks(explain: ExplainFound): readonly NumberedCheck[] {
  const numbered: NumberedCheck[] = [];
  const add = (check: Check, id: string) => {
    numbered.push({ id, check });
    check.parts.forEach((part, at) => add(part, `${id}.${at}`));
  };
  explain.deciders.forEach((decider, at) => decider.checks.forEach((check, nth) => add(check, `${at}.${nth}`)));
  return numbered;
}

/** The check that decides: the first that fails and has a place, or what let the Pod in past a taint. */
function deciding(numbered: readonly NumberedCheck[]): NumberedCheck | undefined {
  const leaf = numbered.filter(({ check }) => check.parts.length === 0);
  return (
    leaf.find(({ check }) => check.outcome === "fails" && check.place !== undefined) ??
    numbered.find(({ check }) => check.outcome === "fails") ??
    leaf.find(({ check }) => check.check === "taint" && check.outcome === "passes" && check.place !== undefined)
  );
}

export function litCheck(explain: ExplainFound | null, chosen: string | null): NumberedCheck | undefined {
  if (explain === null) return undefined;
  const numbered = numberedChecks(explain);
  return numbered.find(({ id }) => id === chosen) ?? deciding(numbered);
}

/** The check whose place holds the offset; the smallest place wins. */
export function checkAt(explain: ExplainFound, file: string, offset: number): NumberedCheck | undefined {
  const size = (place: Place) => place.range.end.offset - place.range.start.offset;
  return numberedChecks(explain)
    .filter(({ check }) => check.place !== undefined && holds(check.place, file, offset))
    .sort((one, other) => size(one.check.place as Place) - size(other.check.place as Place))[0];
}

export function holds(place: Pick<Place, "file" | "range">, file: string, offset: number): boolean {
  return place.file === file && place.range.start.offset <= offset && offset <= place.range.end.offset;
}

/** Last line of a place: an end at the start of a line belongs to the line before. */
export function lastLine({ range }: Pick<Place, "range">): number {
  return range.end.column === 1 && range.end.line > range.start.line ? range.end.line - 1 : range.end.line;
}

/** `L35–38` */
export function lines(place: Pick<Place, "range">): string {
  const first = place.range.start.line;
  const last = lastLine(place);
  return last > first ? `L${first}–${last}` : `L${first}`;
}
