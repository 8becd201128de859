/** A state that comes from elsewhere: from a link, or from the file that the page itself is. */

import { replaced } from "../state/actions";
import { restore } from "../state/storage";
import type { State } from "../state/state";
import { fromHash } from "./hash";
import { stateOf } from "./shared";
import { heldState } from "./standalone";

/** What a link holds, with the way back to `before`; where it holds nothing, `before` and the reason. */
export async function fromLink(hash: string, before: State): Promise<State> {
  const read = await fromHash(hash);
  if (read === "newer") return { ...before, notice: { kind: "newerLink" } };
  const state = read === "broken" ? null : stateOf(read.value, before.theme);
  if (state === null) return { ...before, notice: { kind: "brokenLink" } };
  const notice = replaced(before);
  return notice?.kind === "replaced" ? { ...state, notice: { ...notice, kind: "openedLink" } } : state;
}

/** What a file of its own holds. */
export function fromFile(): State {
  const before = restore();
  const held = heldState();
  return (held === undefined ? null : stateOf(held, before.theme)) ?? before;
}
