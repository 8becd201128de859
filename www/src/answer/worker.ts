/** The core, off the main thread: typing never waits for it. */

import init, { Workspace, type LintAnswer, type PlaceAnswer, type RolloutQuestion } from "everynode";
import { choose } from "./choose";

import type { Played, Request, Response } from "./protocol";

interface Held {
  readonly workspace: Workspace;
  texts: number;
  about: { readonly lint: LintAnswer; readonly place: PlaceAnswer } | null;
  course: Played | null;
}

let held: Promise<Held> | null = null;

async function start(): Promise<Held> {
  await init();
  return { workspace: new Workspace(), texts: -1, about: null, course: null };
}

function answer(core: Held, request: Request): Response {
  const began = performance.now();
  for (const name of request.remove) core.workspace.removeFile(name);
  for (const { name, text } of request.set) core.workspace.setFile(name, text);
  if (core.texts !== request.texts || core.about === null) {
    core.workspace.setOptions({ now: request.now });
    core.about = { lint: core.workspace.lint(request.review), place: core.workspace.place() };
    core.texts = request.texts;
  }
  const { about, workspace } = core;
  const chosen = choose(about.place, request);
  const explained = chosen?.node == null ? null : workspace.explain({ daemonSet: chosen.daemonSet, node: chosen.node });
  const course = request.rollout === null ? undefined : chosen === null ? null : play(core, request, request.rollout, chosen.daemonSet);
  return {
    kind: "answer",
    number: request.number,
    texts: request.texts,
    ...(request.has === request.texts ? {} : { about }),
    chosen,
    explain: explained?.found === true ? explained : null,
    ...(course === undefined || (course !== null && course.key === request.hasCourse) ? {} : { course }),
    milliseconds: performance.now() - began,
  };
}

/** Between two words about progress. */
const TELL_MS = 100;

/** The course of the update, played again only when something that it depends on is another. */
function play(core: Held, { number, texts }: Request, question: RolloutQuestion, daemonSet: string): Played | null {
  const key = JSON.stringify([texts, daemonSet, question]);
  if (core.course?.key === key) return core.course;
  let told = performance.now();
  const found = core.workspace.rollout({ ...question, daemonSet }, {
    onProgress: (progress) => {
      const now = performance.now();
      if (now - told < TELL_MS) return;
      told = now;
      reply({ kind: "progress", number, progress });
    },
  });
  core.course = found.found ? { key, texts, found } : null;
  return core.course;
}

function reply(response: Response): void {
  postMessage(response);
}

addEventListener("message", (event: MessageEvent<Request>) => {
  const request = event.data;
  const failed = (trap: boolean) => (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    reply({ kind: "failed", number: request.number, texts: request.texts, trap, message });
  };
  held ??= start();
  held.then((core) => {
    try {
      reply(answer(core, request));
    } catch (error) {
      failed(true)(error);
    }
  }, failed(false));
});
