/** The questions, the same in every entry. */

import { nodesAnswer, placeAnswer, rolloutAnswer } from "./columns.js";
import { ask } from "./core.js";
import type { Session } from "./core.js";
import * as check from "./input.js";
import { observed } from "./progress.js";
import type { CompleteAnswer, DefaultsAnswer, ExplainAnswer, ExplainQuestion, FieldAnswer, FixAnswer, FixQuestion, Input, LintAnswer, LintQuestion, NodesAnswer, PlaceAnswer, PlaceQuestion, RolloutAnswer, RolloutOptions, RolloutQuestion, ValidateAnswer, ValidateQuestion } from "./types.js";

export * from "./errors.js";
export type * from "./types.js";
export { Workspace } from "./workspace.js";

/** Asks once: the texts are gone from the core's memory when the answer is there. */
function once<T>(input: Input, question: (session: Session) => T): T {
  const { files, ...options } = check.input(input);
  return ask((core) => {
    const session = new core.Session();
    session.setOptions(options);
    for (const { name, text } of files) {
      if (typeof text === "string") session.setText(name, text);
      else session.setBytes(name, text);
    }
    const answer = question(session);
    // Misuse leaves the session to the garbage collector; a trap takes the whole instance along.
    session.free();
    return answer;
  });
}

/** What reading the files finds and what a reviewer says of them, and which objects they hold. */
export function lint(input: Input, question: LintQuestion = {}): LintAnswer {
  const about = check.review(question);
  return once(input, (session) => JSON.parse(session.lint(about)) as LintAnswer);
}

/** The texts with what rules know a fix for mended: the safe fixes, all of them, or that of one finding. */
export function fix(input: Input, question: FixQuestion = {}): FixAnswer {
  const about = check.mending(question);
  return once(input, (session) => JSON.parse(session.fix(about)) as FixAnswer);
}

/**
 * What the API server answers to each object: whether it takes it, its own words with their places where it does not, and its
 * warnings. Objects of the files that `old` names are what is stored; those of the others are changes of them, or new.
 *
 * ```ts
 * const { objects } = validate({ files: [before, after] }, { old: [before.name] });
 * for (const { allowed, kubectl } of objects) if (!allowed) console.error(kubectl); // The DaemonSet "agent" is invalid: …
 * ```
 */
export function validate(input: Input, question: ValidateQuestion = {}): ValidateAnswer {
  const { old } = check.stored(question);
  return once(input, (session) => JSON.parse(session.validate(old)) as ValidateAnswer);
}

/**
 * Which field of the API stands at a place of a text, whether the text can be read or not: its type, what may stand there, and what
 * the API server fills in where it is left out.
 *
 * ```ts
 * const { field } = fieldAt({ files }, { file: "ds.yaml", line: 12, column: 9 });
 * if (field) console.log(field.path, field.words, descriptions[field.of]?.[field.name]);
 * ```
 */
export function fieldAt(input: Input, question: PlaceQuestion): FieldAnswer {
  const { file, line, column } = check.spot(question);
  return once(input, (session) => JSON.parse(session.fieldAt(file, line, column)) as FieldAnswer);
}

/**
 * What may stand at a place of a text, whether the text can be read or not: fields that are not there yet, values, and the labels and
 * taints of the Nodes of the input.
 *
 * ```ts
 * const { candidates } = complete({ files: [{ name: "a.yaml", text: "kind: Pod\nspec:\n  dnsPolicy: " }] }, { file: "a.yaml", line: 3, column: 14 });
 * candidates[0].insert; // "ClusterFirst"
 * ```
 */
export function complete(input: Input, question: PlaceQuestion): CompleteAnswer {
  const { file, line, column } = check.spot(question);
  return once(input, (session) => JSON.parse(session.complete(file, line, column)) as CompleteAnswer);
}

/**
 * Each object as the API server stores it, with what it adds marked.
 *
 * ```ts
 * for (const { yaml, added } of defaults({ files }).objects) {
 *   const lines = yaml.split("\n");
 *   for (const { path, line } of added) console.log(path, lines[line - 1]); // spec.revisionHistoryLimit   revisionHistoryLimit: 10
 * }
 * ```
 */
export function defaults(input: Input): DefaultsAnswer {
  return once(input, (session) => JSON.parse(session.defaults()) as DefaultsAnswer);
}

/** On which Nodes every DaemonSet of the input runs, and why it does not run on the others. */
export function place(input: Input): PlaceAnswer {
  return once(input, (session) => placeAnswer(session.place()));
}

/** What every Node says of itself: labels, taints, and whether it is cordoned. */
export function nodes(input: Input): NodesAnswer {
  return once(input, (session) => nodesAnswer(session.nodes()));
}

/** Every check of one DaemonSet on one Node, by whom it is made and with its evidence. */
export function explain(input: Input, question: ExplainQuestion): ExplainAnswer {
  const about = check.question(question);
  return once(input, (session) => JSON.parse(session.explain(about)) as ExplainAnswer);
}

/** How an update of one DaemonSet goes, step by step. */
export function rollout(input: Input, question: RolloutQuestion = {}, options: RolloutOptions = {}): RolloutAnswer {
  const about = check.update(question);
  return observed(about, check.observing(options), (asked) => once(input, (session) => rolloutAnswer(session.rollout(asked))));
}
