/** The core, off the main thread: typing never waits for it. */

import init, { Workspace, type LintAnswer, type PlaceAnswer } from "everynode";
import { choose } from "./choose";
import type { Request, Response } from "./protocol";

interface Held {
  readonly workspace: Workspace;
  texts: number;
  about: { readonly lint: LintAnswer; readonly place: PlaceAnswer } | null;
}

let held: Promise<Held> | null = null;

async function start(): Promise<Held> {
  await init();
  return { workspace: new Workspace(), texts: -1, about: null };
}

function answer(core: Held, request: Request): Response {
  const began = performance.now();
  for (const name of request.remove) core.workspace.removeFile(name);
  for (const { name, text } of request.set) core.workspace.setFile(name, text);
  if (core.texts !== request.texts || core.about === null) {
    core.workspace.setOptions({ now: request.now });
    core.about = { lint: core.workspace.lint(), place: core.workspace.place() };
    core.texts = request.texts;
  }
  const { about, workspace } = core;
  const chosen = choose(about.place, request);
  const explained = chosen?.node == null ? null : workspace.explain({ daemonSet: chosen.daemonSet, node: chosen.node });
  return {
    kind: "answer",
    number: request.number,
    texts: request.texts,
    ...(request.has === request.texts ? {} : { about }),
    chosen,
    explain: explained?.found === true ? explained : null,
    milliseconds: performance.now() - began,
  };
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
