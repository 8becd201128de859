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
    by: "patch",
    rollsOut: false,
    sentence: "The API server refuses it, and nothing changes: spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"other\"}}: field is immutable",
    changes: [
      {
        path: "spec.selector.matchLabels[app]",
        in: "spec",
        before: "agent",
        after: "other",
        effect: "nothing",
        text: "changes nothing that runs",
      },
    ],
    gains: Uint32Array.of(),
    loses: Uint32Array.of(),
    refused: [
      {
        by: "apiserver",
        path: "spec.selector",
        message: "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"other\"}}: field is immutable",
      },
      {
        by: "apiserver",
        path: "spec.template.metadata.labels",
        message: "spec.template.metadata.labels: Invalid value: {\"app\":\"agent\"}: `selector` does not match template `labels`",
      },
    ],
  },
  start: "settled",
  strategy: "RollingUpdate",
  limits: {
    maxUnavailable: 1,
    maxSurge: 0,
  },
  minReadySeconds: 0,
  outcome: "refused",
  verdict: "the update is refused",
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
    desired: Uint32Array.of(3),
    current: Uint32Array.of(3),
    misscheduled: Uint32Array.of(0),
    ready: Uint32Array.of(3),
    updated: Uint32Array.of(3),
    available: Uint32Array.of(3),
    unavailable: Uint32Array.of(0),
    held: Uint32Array.of(0),
    message: Uint32Array.of(0),
  },
  messages: [
    "daemon set \"agent\" successfully rolled out",
  ],
  kubectlHeader: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
  kubectlRows: [
    "agent   3         3         3       3            3           <none>          <unknown>",
  ],
  events: {
    step: Uint32Array.of(),
    kind: Uint32Array.of(),
    node: Uint32Array.of(),
    cause: Uint32Array.of(),
  },
  causes: [],
  summary: {
    minAvailable: 3,
    peakUnavailable: 0,
    availabilityPermille: 1000,
    losesCoverage: Uint32Array.of(),
    sideBySide: Uint32Array.of(),
    gains: Uint32Array.of(),
  },
  spans: {
    offset: Uint32Array.of(0, 1, 2, 3),
    since: Uint32Array.of(0, 0, 0),
    state: Uint32Array.of(12, 12, 12),
  },
  blockers: [],
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
