import type { FixAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  files: [
    {
      name: "fix.yaml",
      text: "apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\n  namespace: logging\nspec:\n  selector:\n    matchLabels: {app: agent}\n  updateStrategy:\n    type: OnDelete\n  template:\n    metadata:\n      labels: {app: agent}\n    spec:\n      containers:\n      - name: agent\n        image: registry.example.com/agent:v1.2.3\n        securityContext:\n          capabilities:\n            add: [CAP_SYS_ADMIN] # to mount\n      nodeSelector:\n        kubernetes.io/os: linux\n      automountServiceAccountToken: false\n      securityContext:\n        seccompProfile:\n          type: RuntimeDefault\n",
    },
  ],
  fixed: [
    {
      rule: "rolling-update-ignored",
      file: "fix.yaml",
      path: "spec.updateStrategy.rollingUpdate",
      object: {
        kind: "DaemonSet",
        namespace: "logging",
        name: "agent",
      },
      message: "`rollingUpdate` has no effect under `OnDelete`",
      title: "Remove `rollingUpdate`",
    },
    {
      rule: "os-selector-missing",
      file: "fix.yaml",
      path: "spec.template.spec",
      object: {
        kind: "DaemonSet",
        namespace: "logging",
        name: "agent",
      },
      message: "nothing says which operating system the Pods need",
      title: "Run on Linux alone",
    },
    {
      rule: "sa-token-automount",
      file: "fix.yaml",
      path: "spec.template.spec.automountServiceAccountToken",
      object: {
        kind: "DaemonSet",
        namespace: "logging",
        name: "agent",
      },
      message: "the token of the default ServiceAccount is mounted",
      title: "Mount no token",
    },
    {
      rule: "seccomp-missing",
      file: "fix.yaml",
      path: "spec.template.spec.securityContext.seccompProfile.type",
      object: {
        kind: "DaemonSet",
        namespace: "logging",
        name: "agent",
      },
      message: "no seccomp profile: every system call is open to container `agent`",
      title: "Use the profile of the runtime",
    },
  ],
  refused: [
    {
      rule: "capability-cap-prefix",
      file: "fix.yaml",
      path: "spec.template.spec.containers[0].securityContext.capabilities.add[0]",
      object: {
        kind: "DaemonSet",
        namespace: "logging",
        name: "agent",
      },
      message: "`CAP_SYS_ADMIN` is no capability: manifests name it without `CAP_`",
      title: "Remove `CAP_`",
      brings: {
        rule: "capability-dangerous",
        message: "container `agent` has the capability `SYS_ADMIN`",
      },
    },
  ],
} satisfies FixAnswer;
