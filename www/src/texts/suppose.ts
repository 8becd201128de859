/** Texts about what is supposed of an update. They come with its view. */

import type { Supposition, Way } from "../state/state";
import { someOf } from "./words";

export const supposeTexts = {
  update: "What the update is",
  way: { apply: "As written", restart: "Restart", setImage: "Image", undo: "Undo", delete: "Delete" } satisfies Record<Way, string>,
  wayTip: {
    apply: "kubectl apply, of what the editor holds",
    restart: "kubectl rollout restart",
    setImage: "kubectl set image",
    undo: "kubectl rollout undo",
    delete: "kubectl delete daemonset",
  } satisfies Record<Way, string>,
  kind: "Suppose something",
  pick: "Suppose …",
  fromTheStart: "From the beginning",
  atAMoment: "At a moment",
  kinds: {
    down: "a node is down",
    neverReady: "new Pods never get Ready",
    unschedulable: "new Pods stay Pending",
    slow: "Pods start slowly",
    cordon: "cordon a node",
    uncordon: "uncordon a node",
    drain: "drain a node",
    taint: "taint a node",
    label: "label a node",
    goesDown: "a node goes down",
    comesUp: "a node comes back",
    notReady: "a Pod is no longer Ready",
    deletePod: "somebody deletes a Pod",
    forceDeletePod: "somebody deletes a Pod by force",
    deleteNode: "a node leaves",
    addNode: "a node joins",
    setImage: "a second update: another image",
    rollback: "the update is undone",
  } satisfies Record<Supposition["kind"], string>,
  said: ({ kind, nodes, value }: Supposition) => {
    const on = someOf(nodes.slice(0, 3), nodes.length);
    const many = nodes.length > 1;
    return {
      down: `${on} ${many ? "are" : "is"} down`,
      neverReady: `new Pods never get Ready on ${on}`,
      unschedulable: `new Pods stay Pending on ${on}`,
      slow: `Pods take ${value} s to start on ${on}`,
      cordon: `${on} ${many ? "are" : "is"} cordoned`,
      uncordon: `${on} is uncordoned`,
      drain: `${on} is drained`,
      taint: `${on} is tainted \`${value}\``,
      label: `${on} is labelled \`${value}\``,
      goesDown: `${on} goes down`,
      comesUp: `${on} comes back`,
      notReady: `the Pod on ${on} is no longer Ready`,
      deletePod: `the ${many ? "Pods" : "Pod"} on ${on} ${many ? "are" : "is"} deleted`,
      forceDeletePod: `the ${many ? "Pods" : "Pod"} on ${on} ${many ? "are" : "is"} deleted by force`,
      deleteNode: `${on} ${many ? "leave" : "leaves"}`,
      addNode: `\`${value}\` joins, like ${on}`,
      setImage: `image \`${value}\``,
      rollback: "the update is undone",
    }[kind];
  },
  without: (said: string) => `Do not suppose that ${said.replaceAll("`", "")}`,
  node: "node or selector",
  like: "like this node",
  value: (kind: Supposition["kind"]) =>
    ({ slow: "seconds", taint: "key=value:Effect", label: "key=value", addNode: "its name", setImage: "container=image" } as Readonly<Record<string, string>>)[kind] ?? "",
  at: "at",
  add: "Add",
} as const;
