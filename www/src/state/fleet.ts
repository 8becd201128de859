/** A cluster of many nodes, made when it is asked for: always the same one, so that its answers can be told in advance. */

import type { ExampleFile } from "./examples";

const ZONES = ["a", "b", "c"] as const;

/** One rack of forty nodes: general ones, some with much memory, and a few with GPUs, which are tainted. */
const POOLS = [
  { name: "general", upTo: 30, cpu: 8, memory: "31Gi" },
  { name: "memory", upTo: 36, cpu: 16, memory: "124Gi" },
  { name: "gpu", upTo: 40, cpu: 32, memory: "248Gi" },
] as const;

const RACK = 40;

/** Nodes, and a Pod of the DaemonSet on each of them as its update before left them. */
export function fleet(files: readonly ExampleFile[], { nodes, daemonSet }: { readonly nodes: number; readonly daemonSet: string }): ExampleFile[] {
  const names = Array.from({ length: nodes }, (_, number) => nodeName(number));
  const before = files.find(({ name }) => name === daemonSet)?.text ?? "";
  return [
    { name: "nodes.yaml", text: names.map((name, number) => node(name, number)).join("---\n") },
    { name: "pods.yaml", text: names.map((name) => pod(before, name)).join("---\n") },
  ];
}

function nodeName(number: number): string {
  return `${zoneOf(number)}-${String(Math.floor(number / RACK)).padStart(2, "0")}-${String(number % RACK).padStart(2, "0")}`;
}

/** Rack by rack. */
function zoneOf(number: number): string {
  return ZONES[Math.floor(number / RACK) % ZONES.length] ?? ZONES[0];
}

function node(name: string, number: number): string {
  const pool = POOLS.find(({ upTo }) => number % RACK < upTo) ?? POOLS[0];
  const spec = pool.name === "gpu" ? "spec:\n  taints:\n  - {key: nvidia.com/gpu, value: present, effect: NoSchedule}\n" : "";
  return `apiVersion: v1
kind: Node
metadata:
  name: ${name}
  labels: {kubernetes.io/arch: amd64, kubernetes.io/hostname: ${name}, kubernetes.io/os: linux, pool: ${pool.name}, topology.kubernetes.io/zone: ${zoneOf(number)}}
${spec}status:
  allocatable: {cpu: "${pool.cpu}", memory: ${pool.memory}, pods: "110"}
  conditions: [{type: Ready, status: "True"}]
`;
}

/** A Pod of the DaemonSet whose manifest, as the API server has it, this is. */
function pod(daemonSet: string, node: string): string {
  const field = (name: string) => new RegExp(`^ *(?:- )?${name}: "?([^"\n]+)`, "m").exec(daemonSet)?.[1] ?? "";
  const name = field("name");
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}-${node}
  namespace: ${field("namespace")}
  creationTimestamp: "2026-11-02T10:00:00Z"
  labels: {app: ${name}, pod-template-generation: "${field("generation")}"}
  ownerReferences:
  - {apiVersion: apps/v1, kind: DaemonSet, name: ${name}, uid: ${field("uid")}, controller: true, blockOwnerDeletion: true}
spec:
  nodeName: ${node}
  containers: [{name: ${name}, image: "${field("image")}"}]
status:
  phase: Running
  conditions: [{type: Ready, status: "True", lastTransitionTime: "2026-11-02T10:00:21Z"}]
`;
}
