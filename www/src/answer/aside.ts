/** Questions about the texts as they are at the moment, beside the answers that are shown. */

import type { Workspace } from "everynode/worker";

/** The core, as far as it is asked in passing. */
export type Core = Pick<Workspace, "fieldAt" | "complete" | "validate">;

/** Asks; `null` where everynode.wasm does not come, or where the texts have changed since. */
export type Aside = <T>(ask: (core: Core) => Promise<T>) => Promise<T | null>;
