/** The program's side: sends one question at a time, and ends the worker when nobody wants the answer any more. */

import { InputError, InternalError, NotInitializedError } from "../errors.js";
import type { About, Ask, Load, Question, Request, Response, Wasm } from "./protocol.js";
import type { RolloutAskOptions } from "./options.js";
import type { Stages } from "./stages.js";

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

/** By the names that they carry: those of the classes are other ones in a page whose code was made small. */
const ERRORS = new Map<string, new (message: string) => Error>([
  ["InputError", InputError],
  ["InternalError", InternalError],
  ["NotInitializedError", NotInitializedError],
]);

/** An error of the worker as the same error here. */
function thrown(name: string, message: string): Error {
  const Same = ERRORS.get(name) ?? InternalError;
  return new Same(message);
}

/** What start.wasm does without. */
const ONLY_WHOLE: ReadonlySet<Question> = new Set(["fix", "validate", "defaults", "fieldAt", "complete"]);

/** A worker that loads another WebAssembly, to take the place of the one that answers meanwhile. */
interface Successor {
  readonly port: Port;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
  ready: boolean;
}

/** A worker and the questions that wait for it. It is started with the first one. */
export class Client {
  readonly #spawn: Spawn;
  readonly #stages: Stages;
  /** Its one workspace is all that it is for. */
  readonly #apart: boolean;
  #port: Port | undefined;
  #successor: Successor | undefined;
  /** Another WebAssembly is loaded by now: the worker goes when it has answered. */
  #outdated = false;
  /** The first one is being answered when `#running`. */
  #jobs: Job[] = [];
  #running = false;
  #generation = 0;

  constructor(spawn: Spawn, stages: Stages, apart = false) {
    this.#spawn = spawn;
    this.#stages = stages;
    this.#apart = apart;
  }

  /** Which worker there is: another one has heard of nothing. */
  get generation(): number {
    return this.#generation;
  }

  /** Loads the WebAssembly. */
  load(): Promise<void> {
    return this.#enqueue(() => ({ kind: "load" }), {}) as Promise<void>;
  }

  /** Asks; `about` is called when it is the question's turn. What only everynode.wasm answers loads it first. */
  async ask(question: Question, about: () => About, args: readonly unknown[], options: RolloutAskOptions): Promise<unknown> {
    if (ONLY_WHOLE.has(question)) await this.#stages.go(this);
    const progress = options.onProgress !== undefined;
    return this.#enqueue(() => ({ kind: "ask", question, about: about(), args, progress }), options);
  }

  /** Loads another WebAssembly in another worker, which takes this one's place between two questions. */
  replace(wasm: Wasm): Promise<void> {
    return new Promise((resolve, reject) => {
      const failed = (why: Error): void => {
        if (this.#successor?.port !== port) return;
        this.#successor = undefined;
        port.end();
        reject(why);
      };
      const port = this.#start(
        (response) => {
          if (response.kind === "failed") failed(thrown(response.name, response.message));
          else if (this.#successor?.port === port) this.#successor.ready = true;
          this.#next();
        },
        (why) => failed(notRunning(why)),
      );
      this.#successor = { port, resolve, reject, ready: false };
      port.post({ kind: "load", wasm });
    });
  }

  /** The next question starts another worker. */
  renew(): void {
    if (this.#running) this.#outdated = true;
    else this.#dismiss();
  }

  /** Tells the worker that a workspace is gone, where it has heard of it. */
  dispose(workspace: number, generation: number): void {
    if (this.#apart) this.terminate(new DOMException("the workspace was disposed of", "AbortError"));
    else if (generation === this.#generation) this.#port?.post({ kind: "dispose", workspace });
  }

  /** Ends the worker and rejects all that wait. The next question starts another one. */
  terminate(reason: Error): void {
    const jobs = this.#jobs;
    this.#jobs = [];
    this.#dismiss();
    this.#successor?.port.end();
    this.#successor?.reject(reason);
    this.#successor = undefined;
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
    this.#succeed();
    if (job === undefined) {
      this.#port?.busy(false);
      return;
    }
    this.#running = true;
    try {
      const first = this.#port === undefined ? { wasm: this.#stages.wasm } : {};
      const port = this.#hire();
      port.busy(true);
      port.post({ ...job.request(), ...first });
    } catch (cause) {
      this.#settle((job) => job.reject(new NotInitializedError(`no worker can be asked: ${message(cause)}`, { cause })));
    }
  }

  #hire(): Port {
    return this.#port ?? this.#employ(this.#start(nothing, nothing));
  }

  #employ(port: Port): Port {
    this.#port = port;
    this.#generation += 1;
    this.#stages.clients.add(this);
    return port;
  }

  /** Starts a worker. Until it is the one that answers, `heard` and `broke` get what it says; after it was ended, nobody does. */
  #start(heard: (response: Response) => void, broke: (why: string) => void): Port {
    const port = this.#spawn(
      (response) => (this.#port === port ? this.#heard(response) : heard(response)),
      (why) => (this.#port === port ? this.#broke(why) : broke(why)),
    );
    return port;
  }

  /** The worker that was waited for takes over. */
  #succeed(): void {
    if (this.#successor?.ready !== true) return;
    const { port, resolve } = this.#successor;
    this.#successor = undefined;
    this.#dismiss();
    this.#employ(port);
    resolve();
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
    job?.reject(notRunning(why));
    this.#next();
  }

  #settle(settle: (job: Job) => void): void {
    const job = this.#jobs.shift();
    this.#running = false;
    if (this.#outdated) this.#dismiss();
    if (job !== undefined) settle(job);
    this.#next();
  }

  #dismiss(): void {
    this.#port?.end();
    this.#port = undefined;
    this.#running = false;
    this.#outdated = false;
    // No workspace takes the next one for it.
    this.#generation += 1;
    this.#stages.clients.delete(this);
  }
}

function nothing(): void {}

function notRunning(why: string): NotInitializedError {
  return new NotInitializedError(`the worker does not run: ${why}`);
}

function message(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
