/** The worker's side: holds workspaces and answers one question after the other. */

import type * as Api from "../api.js";
import type { RolloutProgress } from "../types.js";
import type { Ask, Change, Request, Response, Wasm } from "./protocol.js";

/** What the worker asks. */
type Core = Pick<typeof Api, "lint" | "fix" | "validate" | "defaults" | "fieldAt" | "complete" | "place" | "nodes" | "explain" | "rollout" | "Workspace">;

/** A question of any name. The client has held the arguments against the types. */
type Asked = (...args: unknown[]) => unknown;

/** Answers requests. `load` brings the WebAssembly, once however often it is called. */
export function serve(core: Core, load: (wasm: Wasm) => Promise<void>, post: (response: Response) => void): (request: Request) => void {
  const workspaces = new Map<number, Api.Workspace>();
  let wasm: Wasm = { stage: "whole", source: undefined };

  function held(number: number, changes: readonly Change[]): Api.Workspace {
    const workspace = workspaces.get(number) ?? new core.Workspace();
    workspaces.set(number, workspace);
    for (const change of changes) {
      if ("set" in change) workspace.setFile(change.set, change.text);
      else if ("remove" in change) workspace.removeFile(change.remove);
      else workspace.setOptions(change.options);
    }
    return workspace;
  }

  function answer({ question, about, args, progress }: Ask): unknown {
    const onProgress = (progress: RolloutProgress): void => post({ kind: "progress", progress });
    const all = progress ? [...args, { onProgress }] : args;
    if ("input" in about) return (core[question] as Asked)(about.input, ...all);
    const workspace = held(about.workspace, about.changes);
    return (workspace[question] as Asked).call(workspace, ...all);
  }

  return (request) => {
    if (request.kind === "dispose") {
      workspaces.get(request.workspace)?.dispose();
      workspaces.delete(request.workspace);
      return;
    }
    wasm = request.wasm ?? wasm;
    const answered = load(wasm).then(() => (request.kind === "load" ? undefined : answer(request)));
    answered.then(
      (answer) => post({ kind: "answer", answer }),
      (error: unknown) => {
        const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
        post({ kind: "failed", name, message });
      },
    );
  };
}
