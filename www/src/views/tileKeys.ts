/** Arrow keys among tiles: left and right in order, up and down to the nearest tile of the next row. */

/** `choose`: the tile that is reached is chosen, too. */
export function moveAmongTiles(event: KeyboardEvent & { readonly currentTarget: EventTarget }, choose = true): void {
  const from = event.target;
  if (!(from instanceof HTMLElement) || !from.classList.contains("tile") || !(event.currentTarget instanceof HTMLElement))
    return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".tile")];
  const to = next(all, from, event.key);
  if (to === undefined) return;
  event.preventDefault();
  if (choose) to.click();
  to.focus();
}

function next(all: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const at = all.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return all[at + 1];
    case "ArrowLeft":
      return all[at - 1];
    case "Home":
      return all[0];
    case "End":
      return all[all.length - 1];
    case "ArrowDown":
      return nearest(all.slice(at + 1), from, (row, own) => row > own);
    case "ArrowUp":
      return nearest(all.slice(0, Math.max(at, 0)).reverse(), from, (row, own) => row < own);
    default:
      return undefined;
  }
}

/** The tile nearest in x of the first row that is on the wanted side. */
function nearest(
  candidates: readonly HTMLElement[],
  from: HTMLElement,
  onSide: (row: number, own: number) => boolean,
): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  let row: number | undefined;
  let best: HTMLElement | undefined;
  let distance = Infinity;
  for (const candidate of candidates) {
    const box = candidate.getBoundingClientRect();
    if (row === undefined && onSide(box.top, own.top)) row = box.top;
    if (row === undefined || box.top !== row) {
      if (best !== undefined) break;
      continue;
    }
    const away = Math.abs(box.left - own.left);
    if (away < distance) {
      distance = away;
      best = candidate;
    }
  }
  return best;
}
