/** The one worker of a program. */

import { Client } from "./client.js";
import type { Spawn } from "./client.js";

let client: Client | undefined;

/** Entries say here how a worker is started. */
export function workersAre(spawn: Spawn): void {
  client = new Client(spawn);
}

/** The worker; nothing is started before it is asked something. */
export function worker(): Client {
  if (client === undefined) throw new Error("an entry says how workers are started before it asks one");
  return client;
}
