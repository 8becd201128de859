/** Texts that stay open, held by the worker. */

/// <reference lib="esnext.disposable" preserve="true" />

import * as check from "../input.js";
import type { CompleteAnswer, DefaultsAnswer, ExplainAnswer, ExplainQuestion, FieldAnswer, FixAnswer, FixQuestion, LintAnswer, LintQuestion, NodesAnswer, Options, PlaceAnswer, PlaceQuestion, RolloutAnswer, RolloutQuestion, ValidateAnswer, ValidateQuestion } from "../types.js";
import type { Client } from "./client.js";
import { held } from "./held.js";
import type { AskOptions, RolloutAskOptions } from "./options.js";
import type { About, Change, Question } from "./protocol.js";

let made = 0;

/**
 * Texts held between questions: the `Workspace` of `everynode`, whose answers are promises.
 *
 * A question is about the texts as they are when its turn comes. Texts are kept on this side as well, and a worker that was ended or
 * failed gets them again; whoever passes a `Uint8Array` leaves it as it is until the file is set anew or removed.
 */
export class RemoteWorkspace {
  readonly #client: Client;
  readonly #number = (made += 1);
  readonly #texts = new Map<string, string | Uint8Array>();
  #options: Options;
  /** Which worker knows of it, and what that has not heard yet. */
  #generation = 0;
  #changes: Change[] = [];

  constructor(client: Client, options: Options) {
    this.#client = client;
    this.#options = check.options(options);
  }

  /** The names of the files that are held, in the order in which they were first set. */
  get fileNames(): string[] {
    return [...this.#texts.keys()];
  }

  /** Adds a file, or replaces its text. */
  setFile(name: string, text: string | Uint8Array): void {
    const set = check.name(name);
    const given = check.text(text, "text");
    this.#texts.set(set, given);
    // Of several texts that no question was about, the last one is enough.
    const again = this.#changes.findIndex((change) => "set" in change && change.set === set);
    const removed = this.#changes.some((change) => "remove" in change && change.remove === set);
    if (again === -1 || removed) this.#changes.push({ set, text: given });
    else this.#changes[again] = { set, text: given };
  }

  /** Removes a file; answers whether it was there. */
  removeFile(name: string): boolean {
    const remove = check.name(name);
    const held = this.#texts.delete(remove);
    if (held) this.#changes.push({ remove });
    return held;
  }

  /** Replaces the options; what is left out has its default again. */
  setOptions(options: Options): void {
    this.#options = check.options(options);
    this.#changes.push({ options: this.#options });
  }

  /** What reading the files finds and what a reviewer says of them, and which objects they hold. */
  async lint(question: LintQuestion = {}, options: AskOptions = {}): Promise<LintAnswer> {
    return (await this.#ask("lint", [held(check.review, question)], options)) as LintAnswer;
  }

  /** The texts with what rules know a fix for mended. The files that are held stay as they are. */
  async fix(question: FixQuestion = {}, options: AskOptions = {}): Promise<FixAnswer> {
    return (await this.#ask("fix", [held(check.mending, question)], options)) as FixAnswer;
  }

  /** What the API server answers to each object, as a change of what the files of `old` hold where they hold it. */
  async validate(question: ValidateQuestion = {}, options: AskOptions = {}): Promise<ValidateAnswer> {
    return (await this.#ask("validate", [held(check.stored, question)], options)) as ValidateAnswer;
  }

  /** Which field of the API stands at a place, whether its text can be read or not. */
  async fieldAt(question: PlaceQuestion, options: AskOptions = {}): Promise<FieldAnswer> {
    return (await this.#ask("fieldAt", [held(check.spot, question)], options)) as FieldAnswer;
  }

  /** What may stand at a place, whether its text can be read or not. */
  async complete(question: PlaceQuestion, options: AskOptions = {}): Promise<CompleteAnswer> {
    return (await this.#ask("complete", [held(check.spot, question)], options)) as CompleteAnswer;
  }

  /** Each object as the API server stores it, with what it adds marked. */
  defaults(options: AskOptions = {}): Promise<DefaultsAnswer> {
    return this.#ask("defaults", [], options) as Promise<DefaultsAnswer>;
  }

  /** On which Nodes every DaemonSet runs, and why it does not run on the others. */
  place(options: AskOptions = {}): Promise<PlaceAnswer> {
    return this.#ask("place", [], options) as Promise<PlaceAnswer>;
  }

  /** What every Node says of itself: labels, taints, and whether it is cordoned. */
  nodes(options: AskOptions = {}): Promise<NodesAnswer> {
    return this.#ask("nodes", [], options) as Promise<NodesAnswer>;
  }

  /** Every check of one DaemonSet on one Node, by whom it is made and with its evidence. */
  async explain(question: ExplainQuestion, options: AskOptions = {}): Promise<ExplainAnswer> {
    return (await this.#ask("explain", [held(check.question, question)], options)) as ExplainAnswer;
  }

  /** How an update of one DaemonSet goes, step by step. */
  async rollout(question: RolloutQuestion = {}, options: RolloutAskOptions = {}): Promise<RolloutAnswer> {
    return (await this.#ask("rollout", [held(check.update, question)], options)) as RolloutAnswer;
  }

  /** Gives the worker's memory back. The texts stay on this side, and the next question tells them again. */
  dispose(): void {
    this.#client.dispose(this.#number, this.#generation);
    this.#generation = 0;
  }

  #ask(question: Question, args: readonly unknown[], options: RolloutAskOptions): Promise<unknown> {
    return this.#client.ask(question, () => this.#about(), args, options);
  }

  /** What the worker has to hear first. */
  #about(): About {
    const { generation } = this.#client;
    const heard = generation === this.#generation;
    const changes = heard ? this.#changes : [{ options: this.#options }, ...this.#everything()];
    this.#generation = generation;
    this.#changes = [];
    return { workspace: this.#number, changes };
  }

  #everything(): Change[] {
    return [...this.#texts].map(([set, text]) => ({ set, text }));
  }
}

export interface RemoteWorkspace {
  /** The same as `dispose()`, for `using`. */
  [Symbol.dispose](): void;
}

// Hosts without explicit resource management have no such symbol.
if (Symbol.dispose !== undefined) {
  Object.defineProperty(RemoteWorkspace.prototype, Symbol.dispose, { value: RemoteWorkspace.prototype.dispose });
}
