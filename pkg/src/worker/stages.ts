/** Which WebAssembly the workers of a program load. */

import type { Wasm } from "./protocol.js";

/** A worker's client, as far as another WebAssembly is its business. */
interface Staged {
  replace(wasm: Wasm): Promise<void>;
  renew(): void;
  terminate(reason: Error): void;
}

/** What is loaded first, what is loaded then, and which of both it is. */
export class Stages {
  /** Where everynode.wasm is. */
  whole: unknown;
  #first: Wasm | undefined;
  #going: Promise<void> | undefined;
  /** The clients that have a worker. */
  readonly clients = new Set<Staged>();

  /** start.wasm answers until `go`. */
  begin(source: unknown): void {
    this.#first = { stage: "start", source };
  }

  /** What a worker that is started now loads. */
  get wasm(): Wasm {
    return this.#first ?? { stage: "whole", source: this.whole };
  }

  /**
   * everynode.wasm takes the place of start.wasm: in this client once it is loaded, in the others with their next question. Where it
   * does not load, everything stays as it is, and the next call tries again.
   */
  go(client: Staged): Promise<void> {
    if (this.#first === undefined) return Promise.resolve();
    this.#going ??= client.replace({ stage: "whole", source: this.whole }).then(
      () => {
        this.#first = undefined;
        for (const other of this.clients) if (other !== client) other.renew();
      },
      (cause: unknown) => {
        this.#going = undefined;
        throw cause;
      },
    );
    return this.#going;
  }
}
