/**
 * Asks the worker whenever the state asks for another answer: one question at a time, the newest one next, answers about
 * texts that have changed since are dropped. A worker that traps or hangs is replaced and gets all texts again.
 */

import type { RolloutQuestion } from "everynode";
import { looksLikeSelector } from "../derive/labelSelector";
import { questionOf } from "../derive/scenario";
import { supposedOf } from "../derive/supposed";
import { CONFIGURATION, type SourceFile, type State, type Suppose } from "../state/state";
import type { Answer, Playing, Request, Response, Supposed, Trouble } from "./protocol";

const TYPING_PAUSE_MS = 100;
const PATIENCE_MS = 30_000;
/** With more Nodes than this an update is played only for who looks at it: it would keep the core from the next question. */
const PLAYED_UNASKED = 500;
/** Of more Nodes than this the labels come only when somebody asks for them. */
const TOLD_UNASKED = 5000;

export interface Listener {
  answered(answer: Answer): void;
  troubled(trouble: Trouble): void;
  /** An update is being played, or was stopped; null: neither any more. */
  played(playing: Playing | null): void;
}

type Question = Pick<State, "files" | "now" | "review" | "daemonSet" | "node" | "view" | "suppose" | "whatIf" | "groupBy" | "search">;

export class Asker {
  readonly #spawn: () => Worker;
  readonly #listener: Listener;
  #worker: Worker | null = null;
  /** What the worker holds, by name. */
  #sent = new Map<string, SourceFile>();
  #wanted: Question | null = null;
  #asked: Question | null = null;
  #texts = 0;
  #number = 0;
  #waiting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** These texts made the core stop; they are not asked about again. */
  #refused = -1;
  #answer: Answer | null = null;
  #playing: Playing | null = null;
  /** The course of this question was stopped; it is not played until somebody asks again. */
  #stopped: string | null = null;

  constructor(spawn: () => Worker, listener: Listener) {
    this.#spawn = spawn;
    this.#listener = listener;
  }

  /** `typing`: more of it is likely to come. */
  ask(question: Question, typing: boolean): void {
    const before = this.#wanted;
    if (before !== null && sameTexts(before, question)) {
      if (before.daemonSet === question.daemonSet && before.node === question.node && this.#rolloutOf(before) === this.#rolloutOf(question) && !this.#more(question)) return;
    } else {
      this.#texts += 1;
    }
    this.#wanted = question;
    clearTimeout(this.#timer);
    if (typing) this.#timer = setTimeout(() => this.#send(), TYPING_PAUSE_MS);
    else this.#send();
  }

  /** The number of the texts last asked for; an answer with this number is about what is in the editor. */
  get texts(): number {
    return this.#texts;
  }

  /** Ends the play that is under way. The picture of the one before stays. */
  stop(): void {
    if (this.#asked === null || this.#playing === null || this.#playing.stopped) return;
    this.#stopped = this.#courseOf(this.#asked);
    this.#dismiss();
    this.#tell({ progress: this.#playing.progress, stopped: true });
    this.#send();
  }

  /** Plays what was stopped. */
  playAgain(): void {
    this.#stopped = null;
    this.#asked = null;
    this.#tell(null);
    this.#send();
  }

  #send(): void {
    const question = this.#wanted;
    if (question === null || question === this.#asked || this.#texts === this.#refused) return;
    if (this.#waiting) {
      // A long play that nobody waits for any more makes way.
      const outdated = this.#playing !== null && this.#asked !== null && this.#courseOf(question) !== this.#courseOf(this.#asked);
      if (!outdated) return;
      this.#dismiss();
    }
    const stopped = this.#stopped !== null && this.#stopped === this.#courseOf(question);
    if (!stopped) {
      this.#stopped = null;
      this.#tell(null);
    }
    const worker = this.#hire();
    const request: Request = {
      number: (this.#number += 1),
      texts: this.#texts,
      has: this.#answer?.texts ?? -1,
      ...this.#difference(question.files.filter(isManifest)),
      now: question.now ?? new Date().toISOString(),
      review: question.review.preset === null ? {} : { presets: [question.review.preset] },
      config: configOf(question),
      daemonSet: question.daemonSet,
      node: question.node,
      rollout: stopped ? null : this.#questionFor(question),
      hasCourse: this.#answer?.course?.key ?? null,
      nodes: this.#wantsNodes(question),
      supposed: this.#supposedOf(question),
    };
    this.#sent = new Map(question.files.filter(isManifest).map((file) => [file.name, file]));
    this.#asked = question;
    this.#waiting = true;
    this.#wait();
    worker.postMessage(request);
  }

  #wait(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#replace("slow", this.#texts, ""), PATIENCE_MS);
  }

  /** Which course a question is about; the same key, the same course. */
  #courseOf(question: Question): string {
    return JSON.stringify([this.#texts, question.daemonSet, this.#questionFor(question)]);
  }

  #tell(playing: Playing | null): void {
    if (playing === this.#playing) return;
    this.#playing = playing;
    this.#listener.played(playing);
  }

  /** Lets the worker go, with what it holds and whatever it does. */
  #dismiss(): void {
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = null;
    this.#waiting = false;
    this.#asked = null;
  }

  /** What brings the worker's files to these, in this order: it keeps the order in which names came. */
  #difference(files: readonly SourceFile[]): Pick<Request, "set" | "remove"> {
    const names = files.map((file) => file.name);
    const kept = [...this.#sent.keys()].filter((name) => names.includes(name));
    const inOrder = kept.every((name, at) => name === names[at]);
    const changed = inOrder ? files.filter((file) => this.#sent.get(file.name) !== file) : files;
    return {
      set: changed.map((file) => ({ name: file.name, text: file.attached ?? file.text })),
      remove: inOrder ? [...this.#sent.keys()].filter((name) => !names.includes(name)) : [...this.#sent.keys()],
    };
  }

  #hire(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#spawn();
    worker.onmessage = (event: MessageEvent<Response>) => this.#heard(event.data);
    worker.onerror = (event) => this.#replace("load", this.#texts, event.message);
    this.#worker = worker;
    this.#sent = new Map();
    return worker;
  }

  #heard(response: Response): void {
    if (response.kind === "progress") {
      // As long as something goes on there is patience.
      this.#wait();
      this.#tell({ progress: response.progress, stopped: false });
      return;
    }
    clearTimeout(this.#patience);
    this.#waiting = false;
    if (this.#playing?.stopped === false) this.#tell(null);
    if (response.kind === "failed") {
      this.#replace(response.trap ? "trap" : "load", response.texts, response.message);
      return;
    }
    const about = response.about ?? (this.#answer?.texts === response.texts ? this.#answer : null);
    if (response.texts === this.#texts && about !== null) {
      const { texts, chosen, explain } = response;
      // What is told is how long the answer took, not what was found after it.
      const milliseconds = this.#answer?.texts === texts ? this.#answer.milliseconds : response.milliseconds;
      const course = response.course === undefined ? (this.#answer?.course ?? null) : response.course;
      const nodes = response.nodes ?? (this.#answer?.texts === texts ? this.#answer.nodes : null);
      const supposed = response.supposed ?? this.#answer?.supposed ?? null;
      this.#answer = { texts, lint: about.lint, place: about.place, chosen, explain, course, nodes, supposed, milliseconds };
      this.#listener.answered(this.#answer);
      // The verdict is out; how the update goes is found next, unless something else is asked already.
      const unasked = response.course === undefined && course?.texts !== texts && this.#stopped === null;
      if (this.#asked !== null && (this.#more(this.#asked) || (unasked && this.#rolloutOf(this.#asked) !== null))) this.#asked = null;
    }
    this.#send();
  }

  /** Something is wanted that no answer about these texts has brought yet. */
  #more(question: Question): boolean {
    return this.#wantsNodes(question) || this.#supposedOf(question) !== null;
  }

  #wantsNodes({ view, groupBy, search }: Question): boolean {
    const own = this.#answer?.texts === this.#texts ? this.#answer : null;
    if (own === null || own.nodes !== null) return false;
    const asked = view === "whatif" || groupBy.startsWith("label:") || looksLikeSelector(search);
    return asked || own.place.nodes.names.length <= TOLD_UNASKED;
  }

  #supposedOf({ view, whatIf, files }: Question): Supposed | null {
    if (view !== "whatif" || whatIf.length === 0 || this.#answer?.texts !== this.#texts) return null;
    const supposed = supposedOf(this.#texts, files, whatIf);
    return this.#answer.supposed?.key === supposed.key ? null : supposed;
  }

  #questionFor(question: Question): RolloutQuestion | null {
    const suppose = this.#rolloutOf(question);
    return suppose === null ? null : questionOf(suppose);
  }

  /** The course is asked for once the first answer about these texts is there, of small clusters; else while somebody looks at it. */
  #rolloutOf({ view, suppose }: Question): Suppose | null {
    if (view === "rollout") return suppose;
    const known = this.#answer?.texts === this.#texts ? this.#answer.place : null;
    return known !== null && known.nodes.names.length <= PLAYED_UNASKED ? suppose : null;
  }

  #replace(kind: Trouble["kind"], texts: number, message: string): void {
    const asked = this.#asked;
    this.#dismiss();
    this.#asked = asked;
    this.#tell(null);
    this.#refused = texts;
    this.#listener.troubled({ kind, texts, message });
    this.#send();
  }
}

/** The configuration is no manifest. */
const isManifest = ({ name }: SourceFile) => name !== CONFIGURATION;

/** What the reviewer follows: the file that says it, or what was chosen on the page. */
function configOf({ files, review: { level, roles } }: Question): Request["config"] {
  const file = files.find(({ name }) => name === CONFIGURATION);
  if (file !== undefined) return { name: file.name, text: file.attached ?? file.text };
  const overrides = Object.entries(roles).map(([objects, role]) => ({ objects, role }));
  if (level === null && overrides.length === 0) return null;
  return { ...(level === null ? {} : { podSecurity: level }), ...(overrides.length === 0 ? {} : { overrides }) };
}

function sameTexts(one: Question, other: Question): boolean {
  return one.now === other.now && one.review === other.review && (one.files === other.files || sameFiles(one.files, other.files));
}

function sameFiles(some: readonly SourceFile[], others: readonly SourceFile[]): boolean {
  return some.length === others.length && some.every((file, at) => file === others[at]);
}
