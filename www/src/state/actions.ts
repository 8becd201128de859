/** Every change of the state, as functions from state to state. */

import type { Example, ExampleFile } from "./examples";
import {
  ALL_FINDINGS,
  freeName,
  NOTHING_SUPPOSED,
  sourceFile,
  type Cell,
  type Notice,
  type Problems,
  type Review,
  type Sieve,
  type SourceFile,
  type State,
  type Suppose,
  type Theme,
  type ViewId,
  type WhatIf,
} from "./state";

export type Action = (state: State) => State;

const revealNext = (state: State, open: boolean) => ({ number: state.reveal.number + 1, open });

/** Somebody chose what is in the editor: what was to be brought into sight before opens no other file any more. */
const revealHere = (state: State) => ({ ...state.reveal, open: false });

export const selectNode =
  (node: string): Action =>
  (state) => ({ ...state, node, check: null, reveal: revealNext(state, true) });

export const selectDaemonSet =
  (daemonSet: string): Action =>
  (state) => ({ ...state, daemonSet, check: null, cell: null, rule: null, moment: null, reveal: revealNext(state, true) });

/** The cursor is in an object's text: what is explained follows it, the editor stays where it is. */
export const followCursor =
  (chosen: {
    readonly daemonSet?: string;
    readonly node?: string;
    readonly check?: string | null;
    readonly cell?: Cell | null;
    readonly rule?: string | null;
    readonly finding?: string | null;
  }): Action =>
  (state) => ({ ...state, ...chosen });

export const selectCheck =
  (check: string): Action =>
  (state) => ({ ...state, check, manifests: true, reveal: revealNext(state, true) });

export const selectCell =
  (cell: Cell): Action =>
  (state) => ({ ...state, cell, reveal: revealNext(state, true) });

export const selectRule =
  (rule: string): Action =>
  (state) => ({ ...state, rule, reveal: revealNext(state, true) });

export const showView =
  (view: ViewId): Action =>
  (state) => ({ ...state, view, manifests: false, check: null });

/** The card of a node, from wherever its name stands. */
export const showNode =
  (node: string): Action =>
  (state) =>
    selectNode(node)(showView("nodes")(state));

export const showManifests: Action = (state) => ({ ...state, manifests: true });

/** Another time in the update. */
export const scrub =
  (moment: number): Action =>
  (state) => ({ ...state, moment });

export const supposing =
  (suppose: Suppose): Action =>
  (state) => ({ ...state, suppose, moment: null });

export const reviewing =
  (review: Partial<Review>): Action =>
  (state) => ({ ...state, review: { ...state.review, ...review } });

export const sifting =
  (sieve: Partial<Sieve>): Action =>
  (state) => ({ ...state, sieve: { ...state.sieve, ...sieve } });

/** The list of findings under the editor. */
export const listing =
  (problems: Partial<Problems>): Action =>
  (state) => ({ ...state, problems: { ...state.problems, ...problems } });

/** A finding, from wherever it is named: the list shows it whatever was left out of it. */
export const showFinding =
  (finding: string): Action =>
  (state) => ({ ...showView("review")(state), finding, sieve: ALL_FINDINGS, reveal: revealNext(state, true) });

/** The finding that is talked about; its place is lit. */
export const selectFinding =
  (finding: string): Action =>
  (state) => ({ ...state, finding, reveal: revealNext(state, true) });

export const searching =
  (search: string): Action =>
  (state) => ({ ...state, search });

export const asTable =
  (table: boolean): Action =>
  (state) => ({ ...state, table });

/** All that is supposed of nodes and manifests. */
export const whatIf =
  (all: readonly WhatIf[]): Action =>
  (state) => ({ ...state, whatIf: all });

export const groupBy =
  (key: string): Action =>
  (state) => ({ ...state, groupBy: key });

export const setTheme =
  (theme: Theme): Action =>
  (state) => ({ ...state, theme });

export const openFile =
  (id: number): Action =>
  (state) => ({ ...state, file: id, manifests: true, reveal: revealHere(state) });

export const edited =
  (id: number, text: string): Action =>
  (state) => {
    const file = state.files.find((each) => each.id === id);
    if (file === undefined || file.text === text) return state;
    const next = sourceFile(file.name, text);
    const attached = next.attached !== undefined;
    const files = state.files.map((each) => (each.id === id ? { ...next, id } : each));
    return { ...state, files, untouched: false, notice: attached ? { kind: "attached", file: file.name } : state.notice };
  };

export const newFile: Action = (state) => {
  const name = freeName(
    "new.yaml",
    state.files.map((each) => each.name),
  );
  const file = sourceFile(name, "");
  return { ...state, files: [...state.files, file], file: file.id, manifests: true, untouched: false, reveal: revealHere(state) };
};

/** Keeps the name where the wanted one is empty or taken. */
export const renameFile =
  (id: number, wanted: string): Action =>
  (state) => {
    const name = wanted.trim();
    if (name === "" || state.files.some((each) => each.name === name)) return state;
    return { ...state, files: state.files.map((each) => (each.id === id ? { ...each, name } : each)), untouched: false };
  };

export const removeFile =
  (id: number): Action =>
  (state) => {
    const at = state.files.findIndex((each) => each.id === id);
    const rest = state.files.filter((each) => each.id !== id);
    const files = rest.length > 0 ? rest : [sourceFile("daemonset.yaml", "")];
    const neighbour = files[Math.min(at, files.length - 1)];
    const file = state.file === id && neighbour !== undefined ? neighbour.id : state.file;
    const removed = state.files[at];
    const notice: Notice | null = removed === undefined || isEmpty(removed) ? state.notice : { kind: "removed", file: removed, at };
    return { ...state, files, file, notice, untouched: false };
  };

/** Takes back what the notice speaks of. */
export const undo: Action = (state) => {
  const { notice } = state;
  if (notice?.kind === "replaced" || notice?.kind === "openedLink") return { ...notice.before, theme: state.theme, notice: null };
  if (notice?.kind !== "removed") return state;
  const { file, at } = notice;
  const others = state.files.filter((each) => !isEmpty(each) || state.files.length > 1);
  const name = freeName(
    file.name,
    others.map((each) => each.name),
  );
  const files = [...others.slice(0, at), { ...file, name }, ...others.slice(at)];
  return { ...state, files, file: file.id, notice: null };
};

const isEmpty = (file: SourceFile) => file.text === "" && file.attached === undefined;

/** What to say when all files give way: nothing while they are an example's that nobody touched. */
export function replaced(before: State): Notice | null {
  if (before.untouched || before.files.every(isEmpty)) return null;
  return { kind: "replaced", files: before.files.map((file) => file.name), before: { ...before, notice: null } };
}

/** Dropped or opened files stand beside the ones that are there; an example that nobody touched makes room for them. */
export const addFiles =
  (incoming: readonly { readonly name: string; readonly text: string | Uint8Array }[]): Action =>
  (state) => {
    const kept =
      state.untouched || state.files.every(isEmpty) ? [] : state.files;
    const added: SourceFile[] = [];
    for (const { name, text } of incoming) {
      const taken = [...kept, ...added].map((each) => each.name);
      added.push(sourceFile(freeName(name, taken), text));
    }
    const first = added.find((each) => each.attached === undefined) ?? added[0];
    if (first === undefined) return state;
    const fresh =
      kept.length === 0
        ? { daemonSet: null, node: null, check: null, cell: null, rule: null, example: null, now: null }
        : {};
    return { ...state, ...fresh, files: [...kept, ...added], file: first.id, untouched: false, notice: null };
  };

/** One more file; the one in the editor stays there. */
export const addBeside =
  (name: string, text: string): Action =>
  (state) => {
    const taken = state.files.map((each) => each.name);
    return { ...state, files: [...state.files, sourceFile(freeName(name, taken), text)], untouched: false };
  };

export const loadExample =
  (example: Example, texts: readonly ExampleFile[]): Action =>
  (state) => {
    const files = texts.map(({ name, text }) => sourceFile(name, text));
    const first = files[0];
    if (first === undefined) return state;
    return {
      ...state,
      files,
      file: first.id,
      daemonSet: example.daemonSet ?? null,
      node: example.node ?? null,
      view: example.view ?? state.view,
      check: null,
      cell: null,
      rule: null,
      moment: null,
      suppose: NOTHING_SUPPOSED,
      whatIf: [],
      search: "",
      sieve: ALL_FINDINGS,
      finding: null,
      example: example.id,
      untouched: true,
      now: example.now,
      notice: replaced(state),
      manifests: false,
      groupBy: "reason",
      reveal: revealNext(state, true),
    };
  };

export const say =
  (notice: Notice | null): Action =>
  (state) => ({ ...state, notice });
