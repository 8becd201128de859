/** The workers of a program: one that all share, and those of workspaces apart. */

import { Client } from "./client.js";
import type { Spawn } from "./client.js";
import { Stages } from "./stages.js";

/** What all of them load. */
export const stages = new Stages();

let spawn: Spawn | undefined;
let shared: Client | undefined;

/** Entries say here how a worker is started. */
export function workersAre(start: Spawn): void {
  spawn = start;
}

function client(apart: boolean): Client {
  if (spawn === undefined) throw new Error("an entry says how workers are started before it asks one");
  return new Client(spawn, stages, apart);
}

/** The worker that all share; nothing is started before it is asked something. */
export function worker(): Client {
  shared ??= client(false);
  return shared;
}

/** One more worker, for one workspace. */
export function another(): Client {
  return client(true);
}
