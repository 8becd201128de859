/** The questions of `everynode`, asked of a worker: the same names, answered by promises. */

import * as check from "../input.js";
import type { CompleteAnswer, DefaultsAnswer, ExplainAnswer, ExplainQuestion, FieldAnswer, FixAnswer, FixQuestion, Input, LintAnswer, LintQuestion, NodesAnswer, Options, PlaceAnswer, PlaceQuestion, RolloutAnswer, RolloutQuestion, ValidateAnswer, ValidateQuestion } from "../types.js";
import type { AskOptions, RolloutAskOptions } from "./options.js";
import type { Question } from "./protocol.js";
import { held } from "./held.js";
import { another, stages, worker } from "./shared.js";
import { RemoteWorkspace } from "./workspace.js";

export * from "../errors.js";
export type * from "../types.js";
export type { AskOptions, RolloutAskOptions } from "./options.js";

async function ask(question: Question, input: Input, args: readonly unknown[], options: RolloutAskOptions): Promise<unknown> {
  const about = { input: check.input(input) };
  return worker().ask(question, () => about, args, options);
}

/** What reading the files finds and what a reviewer says of them, and which objects they hold. */
export async function lint(input: Input, question: LintQuestion = {}, options: AskOptions = {}): Promise<LintAnswer> {
  return (await ask("lint", input, [held(check.review, question)], options)) as LintAnswer;
}

/** The texts with what rules know a fix for mended: the safe fixes, all of them, or that of one finding. */
export async function fix(input: Input, question: FixQuestion = {}, options: AskOptions = {}): Promise<FixAnswer> {
  return (await ask("fix", input, [held(check.mending, question)], options)) as FixAnswer;
}

/** What the API server answers to each object, as a change of what the files of `old` hold where they hold it. */
export async function validate(input: Input, question: ValidateQuestion = {}, options: AskOptions = {}): Promise<ValidateAnswer> {
  return (await ask("validate", input, [held(check.stored, question)], options)) as ValidateAnswer;
}

/** Which field of the API stands at a place of a text, whether the text can be read or not. */
export async function fieldAt(input: Input, question: PlaceQuestion, options: AskOptions = {}): Promise<FieldAnswer> {
  return (await ask("fieldAt", input, [held(check.spot, question)], options)) as FieldAnswer;
}

/** What may stand at a place of a text, whether the text can be read or not. */
export async function complete(input: Input, question: PlaceQuestion, options: AskOptions = {}): Promise<CompleteAnswer> {
  return (await ask("complete", input, [held(check.spot, question)], options)) as CompleteAnswer;
}

/** Each object as the API server stores it, with what it adds marked. */
export async function defaults(input: Input, options: AskOptions = {}): Promise<DefaultsAnswer> {
  return (await ask("defaults", input, [], options)) as DefaultsAnswer;
}

/** On which Nodes every DaemonSet of the input runs, and why it does not run on the others. */
export async function place(input: Input, options: AskOptions = {}): Promise<PlaceAnswer> {
  return (await ask("place", input, [], options)) as PlaceAnswer;
}

/** What every Node says of itself: labels, taints, and whether it is cordoned. */
export async function nodes(input: Input, options: AskOptions = {}): Promise<NodesAnswer> {
  return (await ask("nodes", input, [], options)) as NodesAnswer;
}

/** Every check of one DaemonSet on one Node, by whom it is made and with its evidence. */
export async function explain(input: Input, question: ExplainQuestion, options: AskOptions = {}): Promise<ExplainAnswer> {
  return (await ask("explain", input, [held(check.question, question)], options)) as ExplainAnswer;
}

/** How an update of one DaemonSet goes, step by step. */
export async function rollout(input: Input, question: RolloutQuestion = {}, options: RolloutAskOptions = {}): Promise<RolloutAnswer> {
  return (await ask("rollout", input, [held(check.update, question)], options)) as RolloutAnswer;
}

/** How a workspace is held. */
export interface WorkspaceOptions extends Options {
  /** In a worker of its own: its questions keep no others waiting, and `dispose()` ends it. */
  readonly apart?: boolean;
}

/** Texts held by the worker between questions. */
export class Workspace extends RemoteWorkspace {
  /** Holds no file yet, and starts nothing before the first question. */
  constructor(options: WorkspaceOptions = {}) {
    super(options?.apart === true ? another() : worker(), options);
  }
}

/**
 * Resolves when everynode.wasm answers. After `init(source, { start: true })` this is what loads it: in another worker, beside the
 * answers of start.wasm, whose place it takes between two questions. Every `Workspace` tells it its texts and options. Rejected where it does
 * not load: then start.wasm goes on answering, and the next call tries again.
 */
export async function whole(): Promise<void> {
  await stages.go(worker());
  await worker().load();
}

/** Ends all workers: what is asked at the moment is rejected with an `AbortError`, and the next question starts another one. */
export function terminate(): void {
  const reason = new DOMException("the worker was ended by terminate()", "AbortError");
  worker().terminate(reason);
  for (const client of stages.clients) client.terminate(reason);
}
