/** What is supposed of Nodes, as manifests of those Nodes: the core judges them in place of the ones that it read. */

import type { NodesAnswer, Taint } from "everynode";
import type { NodeChange } from "../state/state";

interface Draft {
  readonly name: string;
  labels: Map<string, string>;
  taints: readonly Taint[];
  unschedulable: boolean;
}

const UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
const UNREACHABLE = "node.kubernetes.io/unreachable";
const HOSTNAME = "kubernetes.io/hostname";
const EFFECTS: readonly string[] = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/** One document a Node that is another one then; JSON, which every reader of YAML reads. */
export function manifestsOf(nodes: NodesAnswer, changes: readonly NodeChange[]): string {
  const drafts = new Map<string, Draft>();
  const draft = (name: string) => {
    const made = drafts.get(name) ?? draftOf(nodes, name);
    drafts.set(name, made);
    return made;
  };
  const gone = deletedNodes(changes);
  for (const change of changes) {
    if (change.kind === "addNode") {
      const [like = ""] = change.nodes;
      const from = draft(like);
      const labels = new Map(from.labels);
      if (labels.has(HOSTNAME)) labels.set(HOSTNAME, change.value);
      drafts.set(change.value, { ...from, name: change.value, labels });
      continue;
    }
    for (const name of change.nodes) apply(draft(name), change);
  }
  // What was only looked at is not changed, and of what is gone nothing is left.
  const changed = new Set<string>();
  for (const { kind, nodes: named, value } of changes) {
    for (const name of kind === "addNode" ? [value] : named) {
      if (kind === "deleteNode") changed.delete(name);
      else if (kind === "addNode" || !gone.has(name)) changed.add(name);
    }
  }
  return [...drafts.values()].filter(({ name }) => changed.has(name)).map(manifest).join("\n---\n");
}

function draftOf({ names, labels, taints, taintLists, taintList, unschedulable }: NodesAnswer, name: string): Draft {
  const node = names.indexOf(name);
  const own = new Map<string, string>();
  for (const { label, values, nodes, valueIndex } of labels) {
    const at = lowerBound(nodes, node);
    if (nodes[at] === node) own.set(label, values[valueIndex[at] ?? 0] ?? "");
  }
  const list = taintLists[taintList[node] ?? -1] ?? [];
  return {
    name,
    labels: own,
    taints: [...list].flatMap((taint) => taints[taint] ?? []),
    unschedulable: unschedulable[lowerBound(unschedulable, node)] === node,
  };
}

function lowerBound(sorted: Uint32Array, wanted: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

function apply(draft: Draft, change: NodeChange): void {
  switch (change.kind) {
    case "taint": {
      const parsed = taintOf(change.value);
      if (parsed === undefined) return;
      const { removes, taint } = parsed;
      const rest = draft.taints.filter((own) => own.key !== taint.key || (taint.effect !== "" && own.effect !== taint.effect));
      draft.taints = removes ? rest : [...rest, taint];
      return;
    }
    case "label": {
      const parsed = labelOf(change.value);
      if (parsed === undefined) return;
      if (parsed.value === null) draft.labels.delete(parsed.key);
      else draft.labels.set(parsed.key, parsed.value);
      return;
    }
    case "cordon":
      draft.unschedulable = true;
      draft.taints = [...without(draft, UNSCHEDULABLE), { key: UNSCHEDULABLE, value: "", effect: "NoSchedule" }];
      return;
    case "uncordon":
      draft.unschedulable = false;
      draft.taints = without(draft, UNSCHEDULABLE);
      return;
    case "down":
      draft.taints = [
        ...without(draft, UNREACHABLE),
        { key: UNREACHABLE, value: "", effect: "NoSchedule" },
        { key: UNREACHABLE, value: "", effect: "NoExecute" },
      ];
      return;
    case "up":
      draft.taints = without(draft, UNREACHABLE);
      return;
    case "addNode":
    case "deleteNode":
      return;
  }
}

/** Nodes that are not there any more. */
export function deletedNodes(changes: readonly NodeChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ kind, nodes }) => (kind === "deleteNode" ? nodes : [])));
}

const without = ({ taints }: Draft, key: string) => taints.filter((taint) => taint.key !== key);

function manifest({ name, labels, taints, unschedulable }: Draft): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels: Object.fromEntries(labels) },
    spec: { ...(unschedulable ? { unschedulable } : {}), taints: taints.map((taint) => ({ ...taint })) },
  });
}

/** `key=value:Effect`, `key:Effect`; with a hyphen at the end, or `key-`, the one that goes. */
export function taintOf(text: string): { readonly removes: boolean; readonly taint: Taint } | undefined {
  const removes = text.trim().endsWith("-");
  const [, key, value = "", effect = ""] = /^([^=:\s]+?)(?:=([^:\s]*))?(?::(\w+))?$/.exec(removes ? text.trim().slice(0, -1) : text.trim()) ?? [];
  if (key === undefined || (effect === "" ? !removes : !EFFECTS.includes(effect))) return undefined;
  return { removes, taint: { key, value, effect } };
}

/** `key=value`, or `key-` for one that goes. */
export function labelOf(text: string): { readonly key: string; readonly value: string | null } | undefined {
  const [, gone] = /^([^=\s]+)-$/.exec(text.trim()) ?? [];
  if (gone !== undefined) return { key: gone, value: null };
  const [, key, value] = /^([^=\s]+)=(\S*)$/.exec(text.trim()) ?? [];
  return key === undefined || value === undefined ? undefined : { key, value };
}
