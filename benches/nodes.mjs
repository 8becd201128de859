/** Texts of clusters to measure with. The same arguments give the same text in every run. */

/** Numbers that look random and are the same in every run (mulberry32): below `end`. */
function random(seed) {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

const hex = (number, length) => number.toString(16).padStart(length, "0");

/** A text of one List, joined part by part: a string of 60 MB made at once would be held twice. */
function list(count, item) {
  const parts = ["apiVersion: v1\nitems:\n"];
  for (let number = 0; number < count; number++) parts.push(item(number));
  parts.push('kind: List\nmetadata:\n  resourceVersion: ""\n');
  return parts.join("");
}

/**
 * Nodes with 40 labels and up to three taints, as `oracle bench` makes them: what evaluation looks at, and nothing else.
 * Values are drawn anew, so the share of eligible Nodes is near the oracle's and not the same.
 */
export function leanNodes(count) {
  const below = random(1);
  const pick = (...of) => of[below(of.length)];
  const conditions = ["not-ready", "unreachable", "disk-pressure", "memory-pressure", "pid-pressure", "unschedulable", "network-unavailable"];
  const keys = ["dedicated", "gpu", "example.com/special", "node-role.kubernetes.io/control-plane"]
    .concat(conditions.map((condition) => `node.kubernetes.io/${condition}`))
    .concat("node.kubernetes.io/out-of-service", "node.cloudprovider.kubernetes.io/uninitialized");
  return list(count, (number) => {
    const name = `node-${String(number).padStart(5, "0")}`;
    let text = `- apiVersion: v1\n  kind: Node\n  metadata:\n    labels:\n      cores: "${pick(4, 8, 16)}"\n      kubernetes.io/hostname: ${name}\n`;
    text += `      kubernetes.io/os: ${pick("linux", "linux", "linux", "windows")}\n`;
    for (let label = 0; label < 36; label++) text += `      label-${label}: value-${below(100)}\n`;
    text += `      topology.kubernetes.io/zone: ${pick("a", "b", "c")}\n    name: ${name}\n  spec:\n`;
    const taints = below(4);
    if (taints > 0) text += "    taints:\n";
    for (let taint = 0; taint < taints; taint++) {
      text += `    - effect: ${pick("NoSchedule", "NoExecute", "PreferNoSchedule")}\n      key: ${pick(...keys)}\n`;
      if (below(2) === 0) text += '      value: "true"\n';
    }
    return text;
  });
}

/** Nodes with a name and one label: an update asks for no more. */
export function bareNodes(count) {
  const name = (number) => `node-${String(number).padStart(5, "0")}`;
  return list(count, (number) => `- {apiVersion: v1, kind: Node, metadata: {name: ${name(number)}, labels: {kubernetes.io/os: linux}}}\n`);
}

/** Nodes as `kubectl get nodes -o yaml` prints them, some 12 KB each. Every fifth has a taint. */
export function fullNodes(count) {
  const below = random(2);
  const types = { MemoryPressure: "HasSufficientMemory", DiskPressure: "HasNoDiskPressure", PIDPressure: "HasSufficientPID", Ready: "Ready" };
  const resources = (cpu) =>
    `      cpu: ${cpu}\n      ephemeral-storage: "95491281146"\n      hugepages-1Gi: "0"\n      hugepages-2Mi: "0"\n      memory: 64903988Ki\n      pods: "110"\n`;
  return list(count, (number) => {
    const address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
    const name = `ip-${address.replaceAll(".", "-")}.eu-west-1.compute.internal`;
    const uid = `${hex(below(2 ** 32), 8)}-${hex(below(65536), 4)}-4${hex(below(4096), 3)}-8${hex(below(4096), 3)}-${hex(number, 12)}`;
    const lines = ["- apiVersion: v1", "  kind: Node", "  metadata:", "    annotations:"];
    for (let at = 0; at < 9; at++) {
      lines.push(`      csi.volume.kubernetes.io/nodeid-${at}: '{"driver.example.com":"${name}","csi.example.net":"i-${hex(number, 12)}"}'`);
    }
    lines.push('    creationTimestamp: "2026-01-01T00:00:00Z"', "    labels:");
    for (let at = 0; at < 34; at++) lines.push(`      example.com/label-key-number-${String(at).padStart(2, "0")}: value-${at}-${below(7)}`);
    lines.push("      kubernetes.io/arch: amd64", `      kubernetes.io/hostname: ${name}`, "      kubernetes.io/os: linux");
    // A value of digits and one e, which YAML 1.2 takes for a number, stands bare as kubectl prints it.
    lines.push(`      pod-template-hash: ${1000000000 + below(9 * 10 ** 8)}e${40000 + below(9999)}`);
    lines.push(`      topology.kubernetes.io/zone: eu-west-1${"abc"[below(3)]}`, `    name: ${name}`);
    lines.push(`    resourceVersion: "${100000 + number}"`, `    uid: ${uid}`, "  spec:", `    podCIDR: 10.${number & 255}.0.0/24`);
    lines.push("    podCIDRs:", `    - 10.${number & 255}.0.0/24`, `    providerID: aws:///eu-west-1a/i-${hex(number, 17)}`);
    if (number % 5 === 0) lines.push("    taints:", "    - effect: NoSchedule", "      key: dedicated", "      value: gpu");
    lines.push("  status:", "    addresses:", `    - address: ${address}`, "      type: InternalIP");
    lines.push(`    - address: ${name}`, "      type: Hostname");
    lines.push("    allocatable:", resources("15890m").trimEnd(), "    capacity:", resources('"16"').trimEnd(), "    conditions:");
    for (const [type, reason] of Object.entries(types)) {
      lines.push('    - lastHeartbeatTime: "2026-01-02T00:00:00Z"', '      lastTransitionTime: "2026-01-01T00:00:00Z"');
      lines.push(`      message: kubelet has nothing to complain about ${type}`, `      reason: Kubelet${reason}`);
      lines.push(`      status: "${type === "Ready" ? "True" : "False"}"`, `      type: ${type}`);
    }
    lines.push("    daemonEndpoints:", "      kubeletEndpoint:", "        Port: 10250", "    images:");
    for (let at = 0; at < 30; at++) {
      const image = `registry.example.com/team-${at}/image-name-${at}`;
      const digest = hex(below(2 ** 32), 8).repeat(8);
      lines.push("    - names:", `      - ${image}@sha256:${digest}`, `      - ${image}:v1.${at}.0`, `      sizeBytes: ${100000000 + below(10 ** 8)}`);
    }
    lines.push("    nodeInfo:", "      architecture: amd64", `      bootID: ${uid}`, "      containerRuntimeVersion: containerd://2.1.0");
    lines.push("      kernelVersion: 6.8.0-1015-aws", "      kubeProxyVersion: v1.36.0", "      kubeletVersion: v1.36.0", `      machineID: ${hex(number, 32)}`);
    lines.push("      operatingSystem: linux", "      osImage: Ubuntu 24.04.1 LTS", `      systemUUID: ${uid}`, "");
    return lines.join("\n");
  });
}

/** The DaemonSet of `oracle bench`. */
export const EVALUATED = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: kube-system}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers: [{name: main, image: registry.example/agent:1}]
      nodeSelector: {kubernetes.io/os: linux}
      tolerations:
      - {key: dedicated, operator: Exists}
      - {key: gpu, value: "true", effect: NoSchedule}
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
            - matchExpressions:
              - {key: topology.kubernetes.io/zone, operator: In, values: [a, b]}
              - {key: label-3, operator: Exists}
              - {key: cores, operator: Gt, values: ["4"]}
`;

/** A DaemonSet that a cluster of full Nodes runs: `number` tells two of them apart, in name and image. */
export function rolled(number) {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent-${number}, namespace: kube-system}
spec:
  selector: {matchLabels: {app: agent}}
  updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 10%}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers: [{name: main, image: "registry.example/agent:${number}"}]
      nodeSelector: {kubernetes.io/os: linux}
      tolerations: [{operator: Exists}]
`;
}
