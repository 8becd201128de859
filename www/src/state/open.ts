/** Opens an example: its manifests may have to come first. */

import { loadExample, say } from "./actions";
import { filesOf, type Example } from "./examples";
import type { Dispatch } from "./store";

export async function openExample(example: Example, dispatch: Dispatch): Promise<void> {
  try {
    dispatch(loadExample(example, await filesOf(example)));
  } catch {
    dispatch(say({ kind: "unreadable", files: example.files }));
  }
}
