/** Compiled only: every name of the package as a user writes it, and that wrong uses are refused. */

import init, {
  InputError,
  InternalError,
  NotInitializedError,
  Workspace,
  explain,
  initSync,
  lint,
  place,
  rollout,
} from "everynode";
import type { Diagnostic, InitSource, Input, NodeGroup, PlaceAnswer, RuleId, Verdict } from "everynode";
import inlineInit, { place as inlinePlace } from "everynode/inline";
import { rolloutSvg } from "everynode/svg";
import startWorker, { Workspace as WorkerWorkspace, place as placeInWorker, terminate } from "everynode/worker";

const input: Input = { files: [{ name: "a.yaml", text: "" }, { name: "b.yaml", text: new Uint8Array() }], now: "2026-01-01T00:00:00Z" };

export async function start(source: InitSource): Promise<void> {
  await init();
  await init(source);
  await init("https://cdn.example/everynode.wasm");
  await init(new ArrayBuffer(8));
  await inlineInit();
  initSync(new Uint8Array());
}

export const picture: string | undefined = rolloutSvg(input, { restart: true });
// @ts-expect-error a picture may not be there
export const always: string = rolloutSvg(input);

export async function askWorker(): Promise<number> {
  await startWorker();
  const answer: PlaceAnswer = await placeInWorker(input, {});
  const workspace = new WorkerWorkspace({ complete: true });
  workspace.setFile("a.yaml", "");
  const course = await workspace.rollout({ restart: true });
  terminate();
  return answer.nodes.names.length + (course.found ? course.seconds : 0);
}

/** Every verdict has its word: a new one is a compile error here. */
export function word(verdict: Verdict): string {
  switch (verdict) {
    case "runs":
    case "awaitsPod":
    case "podNotAvailable":
      return "in";
    case "leftOut":
    case "keepsPod":
    case "losesPod":
      return "out";
  }
}

/** The reasons of a group, told apart by their tag. */
export function reasons(group: NodeGroup): string[] {
  return group.reasons.map((reason) => {
    switch (reason.reason) {
      case "nodeName":
        return reason.wanted;
      case "nodeSelector":
        return `${reason.key}=${reason.wanted}`;
      case "nodeAffinity":
        return String(reason.terms);
      case "taint":
        return reason.taint.effect;
    }
  });
}

export function ask(): number {
  const answer: PlaceAnswer = place(input);
  const rules: RuleId[] = lint(input).diagnostics.map((found: Diagnostic) => found.rule);
  const explained = explain(input, { daemonSet: "logging/agent", node: "worker-a" });
  const sentence: string = explained.found ? explained.sentence : explained.message;
  const course = rollout(input, { from: ["a.yaml"] });
  const seconds: number = course.found ? course.seconds : 0;
  return seconds + answer.nodes.names.length + rules.length + sentence.length + inlinePlace(input).daemonSets.length;
}

export function hold(): void {
  const workspace = new Workspace({ complete: true });
  workspace.setFile("a.yaml", "");
  const removed: boolean = workspace.removeFile("a.yaml");
  workspace.setOptions(removed ? {} : { limits: { nesting: 10 } });
  workspace.dispose();
}

export function code(error: unknown): "NOT_INITIALIZED" | "INPUT" | "INTERNAL" | undefined {
  if (error instanceof NotInitializedError) return error.code;
  if (error instanceof InputError) return error.code;
  return error instanceof InternalError ? error.code : undefined;
}

// @ts-expect-error: a file has a name.
place({ files: [{ text: "" }] });
// @ts-expect-error: a worker's answer is a promise.
export const answered: PlaceAnswer = placeInWorker(input);
// @ts-expect-error: an unknown rule.
export const rule: RuleId = "no-such-rule";
// @ts-expect-error: answers are read, never written.
place(input).notes.push("");
