/** The program's side: sends one question at a time, and ends the worker when nobody wants the answer any more. */

import { InputError, InternalError, NotInitializedError } from "../errors.js";
import type { About, Ask, Load, Question, Request, Response } from "./protocol.js";
import type { RolloutAskOptions } from "./options.js";

/** A worker, whatever the host calls it. */
export interface Port {
  post(request: Request): void;
  /** Whether something is waited for. A host that ends with its last task stays for it. */
  busy(busy: boolean): void;
  end(): void;
}

/** Starts a worker. `broke` is told why it can't go on. */
export type Spawn = (heard: (response: Response) => void, broke: (why: string) => void) => Port;

interface Job {
  /** Made only when it is sent: what the worker has to be told depends on what it knows by then. */
  readonly request: () => Ask | Load;
  readonly options: RolloutAskOptions;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

const ERRORS: readonly (new (message: string, options?: ErrorOptions) => Error)[] = [InputError, InternalError, NotInitializedError];

/** An error of the worker as the same error here. */
function thrown(name: string, message: string): Error {
  const Same = ERRORS.find((error) => error.name === name) ?? InternalError;
  return new Same(message);
}

/** A worker and the questions that wait for it. It is started with the first one. */
export class Client {
  readonly #spawn: Spawn;
  #port: Port | undefined;
  /** The first one is being answered when `#running`. */
  #jobs: Job[] = [];
  #running = false;
  #generation = 0;
  #source: unknown;

  constructor(spawn: Spawn) {
    this.#spawn = spawn;
  }

  /** Which worker there is: another one has heard of nothing. */
  get generation(): number {
    return this.#generation;
  }

  /** Loads the WebAssembly, from there also whenever a worker is started anew. */
  load(source: unknown): Promise<void> {
    this.#source = source;
    return this.#enqueue(() => ({ kind: "load" }), {}) as Promise<void>;
  }

  /** Asks; `about` is called when it is the question's turn. */
  ask(question: Question, about: () => About, args: readonly unknown[], options: RolloutAskOptions): Promise<unknown> {
    const progress = options.onProgress !== undefined;
    return this.#enqueue(() => ({ kind: "ask", question, about: about(), args, progress }), options);
  }

  /** Tells the worker that a workspace is gone, where it has heard of it. */
  dispose(workspace: number, generation: number): void {
    if (generation === this.#generation) this.#port?.post({ kind: "dispose", workspace });
  }

  /** Ends the worker and rejects all that wait. The next question starts another one. */
  terminate(reason: Error): void {
    const jobs = this.#jobs;
    this.#jobs = [];
    this.#dismiss();
    for (const job of jobs) job.reject(reason);
  }

  #enqueue(request: () => Ask | Load, options: RolloutAskOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const signal = options.signal as AbortSignal | undefined;
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const aborted = (): void => this.#abort(job, signal?.reason);
      signal?.addEventListener("abort", aborted);
      const settled = <T>(settle: (value: T) => void) => (value: T): void => {
        signal?.removeEventListener("abort", aborted);
        settle(value);
      };
      const job: Job = { request, options, resolve: settled(resolve), reject: settled(reject) };
      this.#jobs.push(job);
      this.#next();
    });
  }

  #abort(job: Job, reason: unknown): void {
    const at = this.#jobs.indexOf(job);
    // Nothing else stops a computation.
    if (at === 0 && this.#running) this.#dismiss();
    this.#jobs.splice(at, 1);
    job.reject(reason);
    this.#next();
  }

  /** Sends the first of those that wait, unless the worker is at one. */
  #next(): void {
    const job = this.#jobs[0];
    if (this.#running) return;
    if (job === undefined) {
      this.#port?.busy(false);
      return;
    }
    this.#running = true;
    try {
      const source = this.#port === undefined && this.#source !== undefined ? { source: this.#source } : {};
      const port = this.#hire();
      port.busy(true);
      port.post({ ...job.request(), ...source });
    } catch (cause) {
      this.#settle((job) => job.reject(new NotInitializedError(`no worker can be asked: ${message(cause)}`, { cause })));
    }
  }

  #hire(): Port {
    if (this.#port !== undefined) return this.#port;
    const generation = (this.#generation += 1);
    const port = this.#spawn(
      (response) => generation === this.#generation && this.#heard(response),
      (why) => generation === this.#generation && this.#broke(why),
    );
    this.#port = port;
    return port;
  }

  #heard(response: Response): void {
    const { kind } = response;
    if (kind === "progress") this.#jobs[0]?.options.onProgress?.(response.progress);
    else if (kind === "answer") this.#settle((job) => job.resolve(response.answer));
    else this.#settle((job) => job.reject(thrown(response.name, response.message)));
  }

  #broke(why: string): void {
    const job = this.#jobs.shift();
    this.#dismiss();
    job?.reject(new NotInitializedError(`the worker does not run: ${why}`));
    this.#next();
  }

  #settle(settle: (job: Job) => void): void {
    const job = this.#jobs.shift();
    this.#running = false;
    if (job !== undefined) settle(job);
    this.#next();
  }

  #dismiss(): void {
    this.#port?.end();
    this.#port = undefined;
    this.#running = false;
    // What is still under way from the old one is nobody's.
    this.#generation += 1;
  }
}

function message(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
