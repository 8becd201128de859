/**
 * Asks `everynode/worker` for what the state shows: the first answer, then what is looked at, then what may be looked at next. Answers
 * about texts that have changed since are dropped.
 */

import type { Config, FixAnswer, InputFile, LintQuestion, Options, PlaceAnswer, RolloutQuestion } from "everynode";
import init, { Workspace, whole } from "everynode/worker";
import { looksLikeSelector } from "../derive/labelSelector";
import { questionOf } from "../derive/scenario";
import { supposedOf, supposedTexts, type Supposed } from "../derive/supposed";
import { CONFIGURATION, type SourceFile, type State } from "../state/state";
import type { Aside } from "./aside";
import type { Answer, Playing, Stage, Trouble } from "./answer";
import { choose } from "./choose";
import { Held, type Text } from "./held";
import { Patience } from "./patience";

const TYPING_PAUSE_MS = 100;
/** After the last answer, before something is asked that nobody looks at. */
const AT_REST_MS = 300;
/** Between two words about progress. */
const TELL_MS = 100;
/** An update of more Nodes is played in a worker of its own, so that it keeps no other answer waiting. */
const PLAYED_BETWEEN = 500;
/** With more Nodes than this an update is played only for who looks at it: it takes seconds, and holds the texts once more. */
const PLAYED_UNASKED = 20_000;
/** Of more Nodes than this the labels come only when somebody asks for them. */
const TOLD_UNASKED = 5000;

export interface Listener {
  answered(answer: Answer): void;
  troubled(trouble: Trouble): void;
  /** An update is being played, or was stopped; null: neither any more. */
  played(playing: Playing | null): void;
  /** Another WebAssembly answers, or does not come. */
  staged(stage: Stage): void;
}

type Question = Pick<State, "files" | "now" | "review" | "daemonSet" | "node" | "view" | "suppose" | "whatIf" | "groupBy" | "search">;

/** A course that there is no answer about yet. */
interface Course {
  readonly question: RolloutQuestion;
  /** The same key, the same course; `about` without what it is played by. */
  readonly key: string;
  readonly about: string;
  /** In a worker of its own. */
  readonly apart: boolean;
  /** Somebody waits for it. */
  readonly awaited: boolean;
}

type Step = (question: Question, answer: Answer, patience: Patience) => Promise<void>;

export class Asker {
  readonly #listener: Listener;
  readonly #staged: boolean;
  readonly #main = new Held(new Workspace());
  /** The same texts as somebody supposes them to be. */
  readonly #supposing = new Held(new Workspace());
  /** The same texts once more, for updates of many Nodes. */
  readonly #apart = new Held(new Workspace({ apart: true }));
  #ready: Promise<void> | null = null;
  #wanted: Question | null = null;
  #texts = 0;
  #answer: Answer | null = null;
  #stage: Stage = "start";
  /** What found the findings of the answer. */
  #linted: Stage = "start";
  /** These texts made the core stop; they are not asked about again. */
  #refused = -1;
  #running = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #rested = false;
  #play: { readonly course: Course; readonly patience: Patience; heard: boolean } | null = null;
  #playing: Playing | null = null;
  /** `about` of the course that was stopped; it is not played until somebody asks again. */
  #stopped: string | null = null;
  /** `key` of the course that there is none of. */
  #none: string | null = null;
  #ended = false;

  /** `staged`: start.wasm answers first. */
  constructor(listener: Listener, staged: boolean) {
    this.#listener = listener;
    this.#staged = staged;
  }

  /** `typing`: more of it is likely to come. */
  ask(question: Question, typing: boolean): void {
    const before = this.#wanted;
    this.#wanted = question;
    const changed = before === null || !sameTexts(before, question);
    if (changed) {
      this.#texts += 1;
      this.#rested = false;
    }
    if (changed || !typing) {
      clearTimeout(this.#typing);
      this.#typing = typing ? setTimeout(() => this.#typed(), TYPING_PAUSE_MS) : undefined;
    }
    this.#run();
  }

  /** The number of the texts last asked for; an answer with this number is about what is in the editor. */
  get texts(): number {
    return this.#texts;
  }

  /** Ends the play that is under way. The picture of the one before stays. */
  stop(): void {
    if (this.#play === null || this.#playing === null) return;
    this.#stopped = this.#play.course.about;
    this.#tell({ ...this.#playing, stopped: true });
    this.#play.patience.end();
  }

  /** Plays what was stopped. */
  playAgain(): void {
    this.#stopped = null;
    this.#tell(null);
    this.#run();
  }

  /** Asks what is no part of the answer, about the texts as they are now. */
  aside<Found>(ask: (workspace: Workspace, question: Question) => Promise<Found>): Promise<Found> {
    if (this.#wanted === null) return Promise.reject(new Error("nothing is shown yet"));
    this.#main.bring(manifestsOf(this.#wanted), optionsOf(this.#wanted));
    return ask(this.#main.workspace, this.#wanted);
  }

  /** The same of everynode.wasm, which is loaded for it, for who can do without an answer. */
  readonly inPassing: Aside = async (ask) => {
    const texts = this.#texts;
    if (this.#stage === "start") await this.loadWhole();
    if (this.#stage !== "whole" || texts !== this.#texts || texts === this.#refused) return null;
    const found = await this.aside(ask).catch(() => null);
    return texts === this.#texts ? found : null;
  };

  /** The texts with every safe fix made. */
  mend(): Promise<FixAnswer> {
    return this.aside((workspace, question) => workspace.fix(reviewOf(question)));
  }

  /** Loads everynode.wasm, whose findings then take the place of the others; start.wasm answers meanwhile, and where it does not load. */
  async loadWhole(): Promise<void> {
    const loaded = await whole().then(
      () => true,
      () => false,
    );
    this.#stage = loaded ? "whole" : "failed";
    if (this.#ended) return;
    this.#listener.staged(this.#stage);
    this.#run();
  }

  /** Gives the worker's memory back. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#typing);
    clearTimeout(this.#rest);
    for (const { workspace } of [this.#main, this.#supposing, this.#apart]) workspace.dispose();
  }

  #typed(): void {
    this.#typing = undefined;
    this.#run();
  }

  #run(): void {
    this.#makeWay();
    this.#playApart();
    void this.#all();
  }

  /** One question after the other, until nothing is wanted that has no answer. */
  async #all(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let step = this.#next(); step !== null; step = this.#next()) {
      await this.#patiently(step);
      this.#playApart();
    }
    this.#running = false;
    clearTimeout(this.#rest);
    if (!this.#rested && this.#current() !== null) this.#rest = setTimeout(() => this.#atRest(), AT_REST_MS);
  }

  /** Now there is time for what nobody looks at. */
  #atRest(): void {
    this.#rested = true;
    if (this.#stage === "start") void this.loadWhole();
    this.#run();
  }

  /** The answer, if it is about the texts as they are. */
  #current(): Answer | null {
    return this.#answer?.texts === this.#texts ? this.#answer : null;
  }

  /** What is asked next; null: nothing. */
  #next(): ((patience: Patience) => Promise<void>) | null {
    const question = this.#wanted;
    if (question === null || this.#ended || this.#typing !== undefined || this.#texts === this.#refused) return null;
    const answer = this.#current();
    if (answer === null) return (patience) => this.#first(question, patience);
    const step = (own: Step) => (patience: Patience) => own.call(this, question, answer, patience);
    const chosen = choose(answer.place, question);
    if (chosen?.daemonSet !== answer.chosen?.daemonSet || chosen?.node !== answer.chosen?.node) return step(this.#explain);
    if (answer.nodes === null && needsNodes(question)) return step(this.#nodes);
    if (this.#supposed(question, answer) !== null) return step(this.#suppose);
    const course = this.#course(question, answer);
    if (course?.apart === false && this.#play === null) return (patience) => this.#playIn(this.#main, course, patience);
    if (answer.nodes === null && answer.place.nodes.names.length <= TOLD_UNASKED) return step(this.#nodes);
    return this.#stage === "whole" && this.#linted !== "whole" ? step(this.#lintAgain) : null;
  }

  async #patiently(step: (patience: Patience) => Promise<void>): Promise<void> {
    const texts = this.#texts;
    const patience = new Patience();
    try {
      await step(patience);
    } catch (error) {
      const kind = kindOf(error);
      if (this.#ended || kind === null) return;
      this.#refused = texts;
      this.#listener.troubled({ kind, texts, message: error instanceof Error ? error.message : String(error) });
    } finally {
      patience.done();
    }
  }

  async #first(question: Question, { signal }: Patience): Promise<void> {
    const texts = this.#texts;
    const stage = this.#stage;
    this.#ready ??= init(undefined, { start: this.#staged });
    await this.#ready.catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    const { workspace } = this.#main;
    const began = performance.now();
    this.#main.bring(manifestsOf(question), optionsOf(question));
    const [lint, place] = await Promise.all([workspace.lint(reviewOf(question), { signal }), workspace.place({ signal })]);
    if (texts !== this.#texts) return;
    const chosen = choose(place, this.#wanted ?? question);
    const explain = await this.#explained(chosen, signal);
    if (texts !== this.#texts) return;
    this.#linted = stage;
    const { supposed = null } = this.#answer ?? {};
    const course = this.#isPlayed(this.#wanted ?? question, place) ? (this.#answer?.course ?? null) : null;
    this.#publish({ texts, lint, place, chosen, explain, course, nodes: null, supposed, milliseconds: performance.now() - began });
  }

  async #explained(chosen: Answer["chosen"], signal: AbortSignal): Promise<Answer["explain"]> {
    if (chosen?.node == null) return null;
    const explained = await this.#main.workspace.explain({ daemonSet: chosen.daemonSet, node: chosen.node }, { signal });
    return explained.found ? explained : null;
  }

  async #explain(question: Question, answer: Answer, { signal }: Patience): Promise<void> {
    const chosen = choose(answer.place, question);
    const explain = await this.#explained(chosen, signal);
    this.#more(answer.texts, { chosen, explain });
  }

  async #nodes(_: Question, { texts }: Answer, { signal }: Patience): Promise<void> {
    this.#more(texts, { nodes: await this.#main.workspace.nodes({ signal }) });
  }

  async #lintAgain(question: Question, { texts }: Answer, { signal }: Patience): Promise<void> {
    const lint = await this.#main.workspace.lint(reviewOf(question), { signal });
    if (texts === this.#texts) this.#linted = "whole";
    this.#more(texts, { lint });
  }

  /** What is supposed and has no answer yet. */
  #supposed({ view, whatIf, files }: Question, { texts, supposed }: Answer): Supposed | null {
    if (view !== "whatif" || whatIf.length === 0) return null;
    const wanted = supposedOf(texts, files, whatIf);
    return supposed?.key === wanted.key ? null : wanted;
  }

  async #suppose(question: Question, answer: Answer, { signal }: Patience): Promise<void> {
    const supposed = this.#supposed(question, answer);
    if (supposed === null) return;
    this.#supposing.bring(supposedTexts(manifestsOf(question), supposed, answer.nodes, answer.lint), nowOf(question));
    const place = await this.#supposing.workspace.place({ signal });
    this.#more(answer.texts, { supposed: { key: supposed.key, texts: answer.texts, place } });
  }

  /** The course that somebody looks at, or may look at next; null: there is none, or it is there. */
  #course(question: Question, answer: Answer): Course | null {
    const asked = askedOf(question, answer);
    if (asked === null || !this.#isPlayed(question, answer.place)) return null;
    const about = JSON.stringify([answer.texts, asked]);
    const key = `${about} ${this.#stage === "whole"}`;
    if (about === this.#stopped || key === this.#none || key === answer.course?.key) return null;
    return { question: asked, key, about, apart: answer.place.nodes.names.length > PLAYED_BETWEEN, awaited: question.view === "rollout" };
  }

  /** The course comes, sooner or later: that of the texts before may stand until then. */
  #isPlayed({ view }: Question, { nodes }: PlaceAnswer): boolean {
    return view === "rollout" || nodes.names.length <= PLAYED_UNASKED;
  }

  /** Plays beside the other answers, at once where somebody waits for it. */
  #playApart(): void {
    const answer = this.#current();
    if (this.#wanted === null || answer === null || this.#play !== null || this.#ended || answer.texts === this.#refused) return;
    const course = this.#course(this.#wanted, answer);
    if (course === null || !course.apart || !(course.awaited || (this.#rested && this.#stage !== "start"))) return;
    this.#apart.bring(manifestsOf(this.#wanted), nowOf(this.#wanted));
    void this.#patiently((patience) => this.#playIn(this.#apart, course, patience)).then(() => this.#run());
  }

  async #playIn({ workspace }: Held, course: Course, patience: Patience): Promise<void> {
    const texts = this.#texts;
    const play = { course, patience, heard: false };
    this.#play = play;
    // What only another WebAssembly plays anew is no news.
    const known = this.#answer?.course?.key.startsWith(course.about) === true;
    let told = performance.now();
    try {
      const found = await workspace.rollout(course.question, {
        signal: patience.signal,
        onProgress: (progress) => {
          patience.again();
          play.heard = true;
          this.#makeWay();
          if (known || patience.signal.aborted || performance.now() - told < TELL_MS) return;
          told = performance.now();
          this.#tell({ progress, stopped: false });
        },
      });
      if (!found.found) this.#none = course.key;
      this.#more(texts, { course: found.found ? { key: course.key, texts, found } : null });
    } finally {
      this.#play = null;
      if (this.#playing?.stopped === false) this.#tell(null);
    }
  }

  /** A long play that nobody waits for any more makes way, and what was stopped of it is forgotten. */
  #makeWay(): void {
    const answer = this.#current();
    const asked = this.#wanted === null || answer === null ? null : askedOf(this.#wanted, answer);
    const about = asked === null ? null : JSON.stringify([this.#texts, asked]);
    if (this.#stopped !== null && this.#stopped !== about) {
      this.#stopped = null;
      this.#tell(null);
    }
    if (this.#play?.heard === true && this.#play.course.about !== about) this.#play.patience.end();
  }

  #more(texts: number, more: Partial<Answer>): void {
    const answer = this.#current();
    if (answer !== null && texts === this.#texts) this.#publish({ ...answer, ...more });
  }

  #publish(answer: Answer): void {
    if (this.#ended) return;
    this.#answer = answer;
    this.#listener.answered(answer);
  }

  #tell(playing: Playing | null): void {
    if (playing === this.#playing) return;
    this.#playing = playing;
    this.#listener.played(playing);
  }
}

/** What the course of the update that is shown is asked by; null where there is no DaemonSet. */
function askedOf({ suppose }: Question, { chosen }: Answer): RolloutQuestion | null {
  return chosen === null ? null : { ...questionOf(suppose), daemonSet: chosen.daemonSet };
}

/** Somebody looks at what nodes say of themselves. */
function needsNodes({ view, groupBy, search }: Question): boolean {
  return view === "whatif" || groupBy.startsWith("label:") || looksLikeSelector(search);
}

/** The configuration is no manifest. */
function manifestsOf({ files }: Question): readonly Text[] {
  return files.filter(({ name }) => name !== CONFIGURATION).map(({ name, text, attached }) => ({ name, text: attached ?? text }));
}

function nowOf({ now }: Question): Options {
  return { now: now ?? new Date().toISOString() };
}

function optionsOf(question: Question): Options {
  return { ...nowOf(question), ...configOf(question) };
}

function reviewOf({ review: { preset } }: Question): LintQuestion {
  return preset === null ? {} : { presets: [preset] };
}

/** What the reviewer follows: the file that says it, or what was chosen on the page. */
function configOf({ files, review: { level, roles } }: Question): { readonly config?: Config | InputFile } {
  const file = files.find(({ name }) => name === CONFIGURATION);
  if (file !== undefined) return { config: { name: file.name, text: file.attached ?? file.text } };
  const overrides = Object.entries(roles).map(([objects, role]) => ({ objects, role }));
  if (level === null && overrides.length === 0) return {};
  return { config: { ...(level === null ? {} : { podSecurity: level }), ...(overrides.length === 0 ? {} : { overrides }) } };
}

/** null: somebody took the question back. */
function kindOf(error: unknown): Trouble["kind"] | null {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "AbortError") return null;
  if (name === "TimeoutError") return "slow";
  return name === "InternalError" ? "trap" : "load";
}

function sameTexts(one: Question, other: Question): boolean {
  return one.now === other.now && one.review === other.review && (one.files === other.files || sameFiles(one.files, other.files));
}

function sameFiles(some: readonly SourceFile[], others: readonly SourceFile[]): boolean {
  return some.length === others.length && some.every((file, at) => file === others[at]);
}
