/** Texts that stay open, for editors. */

/// <reference lib="esnext.disposable" preserve="true" />

import { nodesAnswer, placeAnswer, rolloutAnswer } from "./columns.js";
import { ask, atRest, generation } from "./core.js";
import type { Session } from "./core.js";
import * as check from "./input.js";
import { observed } from "./progress.js";
import type { CompleteAnswer, DefaultsAnswer, ExplainAnswer, ExplainQuestion, FieldAnswer, FixAnswer, FixQuestion, LintAnswer, LintQuestion, NodesAnswer, Options, PlaceAnswer, PlaceQuestion, RolloutAnswer, RolloutOptions, RolloutQuestion, ValidateAnswer, ValidateQuestion } from "./types.js";

/**
 * Texts held between questions, so that an edit is read alone and not with everything else.
 *
 * Bytes are kept by reference and read again after an `InternalError`: whoever passes a `Uint8Array` leaves it as it is
 * until the file is set anew or removed.
 *
 * ```ts
 * const workspace = new Workspace({ now: new Date().toISOString() });
 * workspace.setFile("nodes.yaml", nodes);
 * workspace.setFile("ds.yaml", edited);
 * workspace.place().daemonSets[0]?.verdict; // runs on 7 of 12 nodes
 * ```
 */
export class Workspace {
  readonly #texts = new Map<string, string | Uint8Array>();
  #options: Options;
  #session: { readonly session: Session; readonly generation: number } | undefined;

  /** Holds no file yet. Needs `init()` only at the first question. */
  constructor(options: Options = {}) {
    this.#options = check.options(options);
  }

  /** The names of the files that are held, in the order in which they were first set. */
  get fileNames(): string[] {
    return [...this.#texts.keys()];
  }

  /** Adds a file, or replaces its text. */
  setFile(name: string, text: string | Uint8Array): void {
    const file = check.name(name);
    atRest();
    this.#texts.set(file, check.text(text, "text"));
    this.#tell((session) => this.#send(session, file));
  }

  /** Removes a file; answers whether it was there. */
  removeFile(name: string): boolean {
    const file = check.name(name);
    atRest();
    const held = this.#texts.delete(file);
    if (held) this.#tell((session) => session.removeFile(file));
    return held;
  }

  /** Replaces the options; what is left out has its default again. */
  setOptions(options: Options): void {
    atRest();
    this.#options = check.options(options);
    this.#tell((session) => session.setOptions(this.#options));
  }

  /** What reading the files finds and what a reviewer says of them, and which objects they hold. */
  lint(question: LintQuestion = {}): LintAnswer {
    const about = check.review(question);
    return JSON.parse(this.#ask((session) => session.lint(about))) as LintAnswer;
  }

  /** The texts with what rules know a fix for mended. The files that are held stay as they are. */
  fix(question: FixQuestion = {}): FixAnswer {
    const about = check.mending(question);
    return JSON.parse(this.#ask((session) => session.fix(about))) as FixAnswer;
  }

  /** What the API server answers to each object, as a change of what the files of `old` hold where they hold it. */
  validate(question: ValidateQuestion = {}): ValidateAnswer {
    const { old } = check.stored(question);
    return JSON.parse(this.#ask((session) => session.validate(old))) as ValidateAnswer;
  }

  /** Which field of the API stands at a place, whether its text can be read or not. */
  fieldAt(question: PlaceQuestion): FieldAnswer {
    const { file, line, column } = check.spot(question);
    return JSON.parse(this.#ask((session) => session.fieldAt(file, line, column))) as FieldAnswer;
  }

  /** What may stand at a place, whether its text can be read or not. */
  complete(question: PlaceQuestion): CompleteAnswer {
    const { file, line, column } = check.spot(question);
    return JSON.parse(this.#ask((session) => session.complete(file, line, column))) as CompleteAnswer;
  }

  /** Each object as the API server stores it, with what it adds marked. */
  defaults(): DefaultsAnswer {
    return JSON.parse(this.#ask((session) => session.defaults())) as DefaultsAnswer;
  }

  /** On which Nodes every DaemonSet runs, and why it does not run on the others. */
  place(): PlaceAnswer {
    return placeAnswer(this.#ask((session) => session.place()));
  }

  /** What every Node says of itself: labels, taints, and whether it is cordoned. */
  nodes(): NodesAnswer {
    return nodesAnswer(this.#ask((session) => session.nodes()));
  }

  /** Every check of one DaemonSet on one Node, by whom it is made and with its evidence. */
  explain(question: ExplainQuestion): ExplainAnswer {
    const about = check.question(question);
    return JSON.parse(this.#ask((session) => session.explain(about))) as ExplainAnswer;
  }

  /** How an update of one DaemonSet goes, step by step. */
  rollout(question: RolloutQuestion = {}, options: RolloutOptions = {}): RolloutAnswer {
    const about = check.update(question);
    return observed(about, check.observing(options), (asked) => rolloutAnswer(this.#ask((session) => session.rollout(asked))));
  }

  /** Gives the memory back. The texts stay on this side, and the next question reads them again. */
  dispose(): void {
    atRest();
    const held = this.#session;
    this.#session = undefined;
    if (held?.generation === generation()) held.session.free();
  }

  /** Tells the session of a change, if there is one; one that is made later hears of it then. */
  #tell(change: (session: Session) => void): void {
    const held = this.#session;
    if (held?.generation === generation()) ask(() => change(held.session));
  }

  #send(session: Session, name: string): void {
    const text = this.#texts.get(name);
    if (typeof text === "string") session.setText(name, text);
    else if (text !== undefined) session.setBytes(name, text);
  }

  /** Asks the session; without one of the running instance, one is made and every text is read again. */
  #ask<T>(question: (session: Session) => T): T {
    return ask((core) => {
      // Not before here: an instance that starts on demand is there only now.
      const held = this.#session;
      if (held?.generation === generation()) return question(held.session);
      const session = new core.Session();
      session.setOptions(this.#options);
      for (const name of this.#texts.keys()) this.#send(session, name);
      this.#session = { session, generation: generation() };
      return question(session);
    });
  }
}

export interface Workspace {
  /** The same as `dispose()`, for `using`. */
  [Symbol.dispose](): void;
}

// Hosts without explicit resource management have no such symbol.
if (Symbol.dispose !== undefined) {
  Object.defineProperty(Workspace.prototype, Symbol.dispose, { value: Workspace.prototype.dispose });
}
