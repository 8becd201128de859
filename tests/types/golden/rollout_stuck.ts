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
    by: "apply",
    rollsOut: true,
    sentence: "1 field of the Pod template differs: new Pods replace the old ones.",
    changes: [
      {
        path: "spec.template.spec.containers[name=agent].image",
        in: "template",
        before: "registry.example.com/agent:3.0.7",
        after: "registry.example.com/agent:3.1.0",
        effect: "newPods",
        text: "makes new Pods",
      },
    ],
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
  verdict: "the update does not move: 0 of 2 nodes have the new Pod",
  seconds: 0,
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
    time: Uint32Array.of(0),
    desired: Uint32Array.of(2),
    current: Uint32Array.of(2),
    misscheduled: Uint32Array.of(1),
    ready: Uint32Array.of(2),
    updated: Uint32Array.of(0),
    available: Uint32Array.of(2),
    unavailable: Uint32Array.of(0),
    held: Uint32Array.of(1),
    message: Uint32Array.of(0),
  },
  messages: [
    "Waiting for daemon set \"agent\" rollout to finish: 0 out of 2 new pods have been updated...",
  ],
  kubectlHeader: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
  kubectlRows: [
    "agent   2         2         2       0            2           <none>          <unknown>",
  ],
  events: {
    step: Uint32Array.of(0, 0),
    kind: Uint32Array.of(5, 2),
    node: Uint32Array.of(1, 1),
    cause: Uint32Array.of(0, 1),
  },
  causes: [
    "the scenario: worker-2 is unreachable",
    "the old Pod is not available, so it goes whatever the budget",
  ],
  summary: {
    minAvailable: 2,
    peakUnavailable: 0,
    availabilityPermille: 1000,
    losesCoverage: Uint32Array.of(),
    sideBySide: Uint32Array.of(),
    gains: Uint32Array.of(),
  },
  spans: {
    offset: Uint32Array.of(0, 1, 2, 3),
    since: Uint32Array.of(0, 0, 0),
    state: Uint32Array.of(3, 6, 3),
  },
  blockers: [
    {
      reason: "nodeSilent",
      text: "no kubelet answers there, and the Pod counts as unavailable",
      nodes: Uint32Array.of(1),
    },
  ],
  waiting: Uint32Array.of(0, 2),
  remedies: [],
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
