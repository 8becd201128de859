/** Whether the page works without a network, and whether a newer version of it waits. */

import { useEffect, useState } from "preact/hooks";

/** `alone`: nothing is kept. `ready`: the page opens without a network. `newer`: another version was loaded and waits. */
export type Offline = "alone" | "ready" | "newer";

/** At most this often is asked for a newer version while the page stays open. */
const ASK_EVERY_MS = 60 * 60 * 1000;

let state: Offline = "alone";
let waiting: ServiceWorker | null = null;
const listeners = new Set<(state: Offline) => void>();

function become(next: Offline): void {
  state = next;
  for (const listener of listeners) listener(next);
}

export function useOffline(): Offline {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    setShown(state);
    listeners.add(setShown);
    return () => void listeners.delete(setShown);
  }, []);
  return shown;
}

/** Keeps the page in this browser, once it is not busy with a first answer any more. Where that cannot be, nothing is said. */
export async function keepOffline(): Promise<void> {
  // Pages from the disk, and those without encryption, have none.
  if (!("serviceWorker" in navigator) || location.protocol === "file:") return;
  try {
    const registration: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register("./sw.js", { updateViaCache: "none" });
    // What stands between page and browser may answer nothing.
    if (registration !== undefined) watch(registration);
  } catch {
    // Storage is off, or the host does not serve the file: the page works while there is a network.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) {
      waiting = registration.waiting;
      become("newer");
    } else if (registration.active !== null && state === "alone") {
      become("ready");
    }
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  registration.installing?.addEventListener("statechange", look);
  look();
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < ASK_EVERY_MS) return;
    asked = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  });
}

/** Goes over to the newer version. What was typed is kept as at every reload. */
export function takeNewer(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting?.postMessage("everynode: take over");
}
