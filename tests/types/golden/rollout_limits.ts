import type { RolloutAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: true,
  daemonSet: {
    kind: "DaemonSet",
    namespace: "logging",
    name: "agent",
  },
  start: "nothing",
  strategy: "RollingUpdate",
  limitsError: "invalid value for MaxUnavailable: invalid value for IntOrString: invalid type: string is not a percentage",
  minReadySeconds: 0,
  outcome: "complete",
  verdict: "the update ends after 23 s",
  seconds: 23,
  nodes: [
    "worker-1",
    "worker-2",
    "worker-3",
  ],
  steps: {
    time: Uint32Array.of(0, 23),
    desired: Uint32Array.of(3, 3),
    current: Uint32Array.of(3, 3),
    misscheduled: Uint32Array.of(0, 0),
    ready: Uint32Array.of(0, 3),
    updated: Uint32Array.of(3, 3),
    available: Uint32Array.of(0, 3),
    unavailable: Uint32Array.of(3, 0),
    held: Uint32Array.of(3, 0),
    message: Uint32Array.of(0, 1),
  },
  messages: [
    "Waiting for daemon set \"agent\" rollout to finish: 0 of 3 updated pods are available...",
    "daemon set \"agent\" successfully rolled out",
  ],
  kubectlHeader: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
  kubectlRows: [
    "agent   3         3         0       3            0           <none>          <unknown>",
    "agent   3         3         3       3            3           <none>          <unknown>",
  ],
  events: {
    step: Uint32Array.of(0, 0, 0, 1, 1, 1),
    kind: Uint32Array.of(3, 3, 3, 1, 1, 1),
    node: Uint32Array.of(0, 1, 2, 0, 1, 2),
  },
  times: [
    {
      nodes: 3,
      example: "worker-1",
      startupSeconds: 23,
      terminationSeconds: 20,
      parts: [
        {
          of: "start",
          what: "is bound and set up",
          seconds: 2,
          source: "assumed",
        },
        {
          of: "start",
          what: "pulls its image",
          seconds: 10,
          source: "assumed",
        },
        {
          of: "start",
          what: "starts",
          seconds: 1,
          source: "assumed",
        },
        {
          of: "start",
          what: "waits for its probe",
          seconds: 10,
          source: "`readinessProbe.initialDelaySeconds` of container `agent`",
        },
        {
          of: "stop",
          what: "stops",
          seconds: 20,
          source: "`terminationGracePeriodSeconds`",
        },
      ],
    },
  ],
  notes: [
    "Nodes are taken in the order of their names; which come first in a cluster is not defined.",
  ],
  diagnostics: [],
} satisfies RolloutAnswer;
