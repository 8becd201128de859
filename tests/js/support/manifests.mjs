/** Manifests that several tests read: three Nodes, and a DaemonSet that one of them keeps out. */

export const nodes = `apiVersion: v1
kind: Node
metadata:
  name: worker-a
  labels: {kubernetes.io/hostname: worker-a, kubernetes.io/os: linux, topology.kubernetes.io/zone: a}
---
apiVersion: v1
kind: Node
metadata:
  name: worker-b
  labels: {kubernetes.io/hostname: worker-b, kubernetes.io/os: linux, topology.kubernetes.io/zone: b}
---
apiVersion: v1
kind: Node
metadata:
  name: gpu-1
  labels: {kubernetes.io/hostname: gpu-1, kubernetes.io/os: linux, topology.kubernetes.io/zone: a}
spec:
  taints:
  - {key: nvidia.com/gpu, value: present, effect: NoSchedule}
`;

/** With `more`, in YAML, at the end of the Pod's spec. */
export function daemonSet(more = "") {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: logging
spec:
  selector:
    matchLabels: {app: agent}
  template:
    metadata:
      labels: {app: agent}
    spec:
      containers:
      - name: agent
        image: registry.example/agent:1.2.3
${more}`;
}

/** Lets the Pods on `gpu-1` as well. */
export const toleratesGpu = `      tolerations:
      - key: nvidia.com/gpu
        operator: Exists
        effect: NoSchedule
`;

export const files = [
  { name: "nodes.yaml", text: nodes },
  { name: "ds.yaml", text: daemonSet() },
];

/** A file of so many Nodes. */
export function many(count) {
  const node = (_, at) => `apiVersion: v1\nkind: Node\nmetadata:\n  name: node-${at}\n  labels: {kubernetes.io/hostname: node-${at}}\n`;
  return { name: "many.yaml", text: Array.from({ length: count }, node).join("---\n") };
}
