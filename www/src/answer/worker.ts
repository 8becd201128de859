/** The core, off the main thread: typing never waits for it. */

import init, { Workspace, type LintAnswer, type NodesAnswer, type PlaceAnswer, type RolloutQuestion } from "everynode";
import startWasm from "everynode/start.wasm?url";
import { manifestsOf } from "../derive/whatIf";
import { choose } from "./choose";
import type { Played, Request, Response, Supposed, SupposedAnswer } from "./protocol";

declare const __STANDALONE__: boolean;

interface Held {
  readonly workspace: Workspace;
  /** What the workspace holds, for the one in which things are supposed. */
  readonly files: Map<string, string | Uint8Array>;
  /** The same texts as somebody supposes them to be. */
  readonly supposing: Workspace;
  readonly supposed: Map<string, string | Uint8Array>;
  nodes: { readonly texts: number; readonly answer: NodesAnswer } | null;
  texts: number;
  about: { readonly lint: LintAnswer; readonly place: PlaceAnswer } | null;
  course: Played | null;
}

let held: Promise<Held> | null = null;

async function start(): Promise<Held> {
  // A file of its own carries the whole core.
  await (__STANDALONE__ ? init() : init(startWasm));
  return {
    workspace: new Workspace(),
    files: new Map(),
    supposing: new Workspace(),
    supposed: new Map(),
    nodes: null,
    texts: -1,
    about: null,
    course: null,
  };
}

function answer(core: Held, request: Request): Response {
  const began = performance.now();
  for (const name of request.remove) {
    core.workspace.removeFile(name);
    core.files.delete(name);
  }
  for (const { name, text } of request.set) {
    core.workspace.setFile(name, text);
    core.files.set(name, text);
  }
  if (core.texts !== request.texts || core.about === null) {
    core.workspace.setOptions({ now: request.now, ...(request.config === null ? {} : { config: request.config }) });
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
    ...(request.nodes ? { nodes: nodesOf(core) } : {}),
    ...(request.supposed === null ? {} : { supposed: suppose(core, request, request.supposed) }),
    chosen,
    explain: explained?.found === true ? explained : null,
    ...(course === undefined || (course !== null && course.key === request.hasCourse) ? {} : { course }),
    milliseconds: performance.now() - began,
  };
}

function nodesOf(core: Held): NodesAnswer {
  if (core.nodes?.texts !== core.texts) core.nodes = { texts: core.texts, answer: core.workspace.nodes() };
  return core.nodes.answer;
}

/** A name that no file of a person has. */
const SUPPOSED = "\u0000supposed";

/** Where DaemonSets run once Nodes and texts are as they are supposed to be. */
function suppose(core: Held, { now, texts }: Request, { key, nodes, files }: Supposed): SupposedAnswer {
  const { supposing, supposed } = core;
  const wanted = new Map(core.files);
  for (const { name, text } of files) wanted.set(name, text);
  if (nodes.length > 0) wanted.set(SUPPOSED, manifestsOf(nodesOf(core), nodes));
  for (const name of supposed.keys()) {
    if (wanted.has(name)) continue;
    supposing.removeFile(name);
    supposed.delete(name);
  }
  for (const [name, text] of wanted) {
    if (supposed.get(name) === text) continue;
    // Of several Nodes of one name the last one counts, and a file keeps its turn.
    if (name !== SUPPOSED) supposing.removeFile(SUPPOSED);
    supposing.setFile(name, text);
    supposed.set(name, text);
  }
  const own = wanted.get(SUPPOSED);
  if (own !== undefined) supposing.setFile(SUPPOSED, own);
  supposing.setOptions({ now });
  return { key, texts, place: supposing.place() };
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
