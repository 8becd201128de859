/** How long a question is waited for. */

const PATIENCE_MS = 30_000;

/** Takes its questions back after a time without a word about progress, or when somebody ends it. */
export class Patience {
  readonly #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.again();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something goes on: as long as it does there is patience. */
  again(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(new DOMException("", "TimeoutError")), PATIENCE_MS);
  }

  /** The answers are there. */
  done(): void {
    clearTimeout(this.#timer);
  }

  /** Nobody wants the answers any more. */
  end(): void {
    this.done();
    this.#controller.abort(new DOMException("", "AbortError"));
  }
}
