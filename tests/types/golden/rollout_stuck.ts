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
  start: "settled",
  strategy: "RollingUpdate",
  limits: {
    maxUnavailable: 1,
    maxSurge: 0,
  },
  minReadySeconds: 0,
  outcome: "stuck",
  verdict: "the update stops after 3 s: 1 of 3 nodes have the new Pod",
  seconds: 3,
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
    time: Uint32Array.of(0, 3),
    desired: Uint32Array.of(3, 3),
    current: Uint32Array.of(3, 3),
    misscheduled: Uint32Array.of(0, 0),
    ready: Uint32Array.of(3, 2),
    updated: Uint32Array.of(0, 1),
    available: Uint32Array.of(3, 2),
    unavailable: Uint32Array.of(0, 1),
    held: Uint32Array.of(1, 1),
    message: Uint32Array.of(0, 1),
  },
  messages: [
    "Waiting for daemon set \"agent\" rollout to finish: 0 out of 3 new pods have been updated...",
    "Waiting for daemon set \"agent\" rollout to finish: 1 out of 3 new pods have been updated...",
  ],
  kubectlHeader: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
  kubectlRows: [
    "agent   3         3         3       0            3           <none>          <unknown>",
    "agent   3         3         2       1            2           <none>          <unknown>",
  ],
  events: {
    step: Uint32Array.of(0, 1, 1),
    kind: Uint32Array.of(2, 0, 3),
    node: Uint32Array.of(0, 0, 0),
  },
  times: [
    {
      nodes: 3,
      example: "worker-1",
      startupSeconds: 5,
      terminationSeconds: 3,
      parts: [
        {
          of: "start",
          what: "becomes Ready",
          seconds: 5,
          source: "as asked",
        },
        {
          of: "stop",
          what: "stops",
          seconds: 3,
          source: "as asked",
        },
      ],
    },
  ],
  notes: [
    "Nodes are taken in the order of their names; which come first in a cluster is not defined.",
  ],
  diagnostics: [],
} satisfies RolloutAnswer;
