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
  update: {
    by: "delete",
    rollsOut: false,
    sentence: "The DaemonSet stays until its Pods are gone, which are deleted all at the same time: no budget counts them.",
    changes: [],
    gains: Uint32Array.of(),
    loses: Uint32Array.of(),
    refused: [],
  },
  start: "settled",
  strategy: "RollingUpdate",
  limits: {
    maxUnavailable: 1,
    maxSurge: 0,
  },
  minReadySeconds: 0,
  outcome: "stuck",
  verdict: "the DaemonSet stays for ever: the Pods of 1 node are never gone",
  seconds: 20,
  order: {
    by: "name",
  },
  nodes: [
    "worker-1",
    "worker-2",
    "worker-3",
  ],
  initial: {
    desiredNumberScheduled: 3,
    currentNumberScheduled: 3,
    numberMisscheduled: 0,
    numberReady: 3,
    updatedNumberScheduled: 3,
    numberAvailable: 3,
    numberUnavailable: 0,
  },
  steps: {
    time: Uint32Array.of(0, 20),
    desired: Uint32Array.of(3, 3),
    current: Uint32Array.of(3, 3),
    misscheduled: Uint32Array.of(0, 0),
    ready: Uint32Array.of(3, 3),
    updated: Uint32Array.of(3, 3),
    available: Uint32Array.of(3, 3),
    unavailable: Uint32Array.of(0, 0),
    held: Uint32Array.of(0, 0),
    message: Uint32Array.of(0, 0),
  },
  messages: [
    "Waiting for daemon set spec update to be observed...",
  ],
  kubectlHeader: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
  kubectlRows: [
    "agent   3         3         3       3            3           <none>          <unknown>",
    "agent   3         3         3       3            3           <none>          <unknown>",
  ],
  events: {
    step: Uint32Array.of(0, 0, 0, 1, 1),
    kind: Uint32Array.of(2, 2, 2, 0, 0),
    node: Uint32Array.of(0, 1, 2, 0, 2),
    cause: Uint32Array.of(0, 0, 0, 1, 1),
  },
  causes: [
    "its DaemonSet is deleted",
    "it has stopped",
  ],
  summary: {
    minAvailable: 3,
    peakUnavailable: 0,
    availabilityPermille: 1000,
    losesCoverage: Uint32Array.of(),
    sideBySide: Uint32Array.of(),
    gains: Uint32Array.of(),
  },
  spans: {
    offset: Uint32Array.of(0, 2, 3, 5),
    since: Uint32Array.of(0, 20, 0, 0, 20),
    state: Uint32Array.of(5, 1, 6, 5, 1),
  },
  blockers: [
    {
      reason: "nodeSilent",
      text: "no kubelet answers there, and the Pod counts as unavailable",
      nodes: Uint32Array.of(1),
    },
  ],
  waiting: Uint32Array.of(),
  remedies: [],
  times: [
    {
      nodes: 3,
      example: "worker-1",
      startupSeconds: 13,
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
