import type { LintAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  diagnostics: [],
  objects: [
    {
      kind: "Node",
      name: "worker-a",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 35,
          line: 4,
          column: 3,
        },
        end: {
          offset: 333,
          line: 10,
          column: 48,
        },
      },
      origin: "recorded",
      fragment: false,
    },
    {
      kind: "Node",
      name: "worker-b",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 336,
          line: 11,
          column: 3,
        },
        end: {
          offset: 540,
          line: 15,
          column: 146,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "Node",
      name: "gpu-1",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 543,
          line: 16,
          column: 3,
        },
        end: {
          offset: 854,
          line: 24,
          column: 44,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "Node",
      name: "cordoned",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 857,
          line: 25,
          column: 3,
        },
        end: {
          offset: 1213,
          line: 34,
          column: 57,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "Node",
      name: "draining",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 1216,
          line: 35,
          column: 3,
        },
        end: {
          offset: 1469,
          line: 42,
          column: 44,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
      apiVersion: "apps/v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 1472,
          line: 43,
          column: 3,
        },
        end: {
          offset: 2188,
          line: 69,
          column: 30,
        },
      },
      origin: "recorded",
      fragment: false,
    },
    {
      kind: "Pod",
      namespace: "logging",
      name: "agent-1",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 2191,
          line: 70,
          column: 3,
        },
        end: {
          offset: 2770,
          line: 84,
          column: 92,
        },
      },
      origin: "recorded",
      fragment: false,
    },
    {
      kind: "Pod",
      namespace: "logging",
      name: "agent-2",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 2773,
          line: 85,
          column: 3,
        },
        end: {
          offset: 3260,
          line: 98,
          column: 19,
        },
      },
      origin: "recorded",
      fragment: false,
    },
    {
      kind: "Pod",
      namespace: "logging",
      name: "agent-3",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 3263,
          line: 99,
          column: 3,
        },
        end: {
          offset: 3842,
          line: 113,
          column: 92,
        },
      },
      origin: "recorded",
      fragment: false,
    },
    {
      kind: "Pod",
      namespace: "logging",
      name: "agent-4",
      apiVersion: "v1",
      file: "fleet.yaml",
      range: {
        start: {
          offset: 3845,
          line: 114,
          column: 3,
        },
        end: {
          offset: 4424,
          line: 128,
          column: 92,
        },
      },
      origin: "recorded",
      fragment: false,
    },
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
      apiVersion: "apps/v1",
      file: "proposed.yaml",
      range: {
        start: {
          offset: 0,
          line: 1,
          column: 1,
        },
        end: {
          offset: 565,
          line: 25,
          column: 61,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "DaemonSet",
      namespace: "storage",
      name: "csi",
      apiVersion: "apps/v1",
      file: "proposed.yaml",
      range: {
        start: {
          offset: 570,
          line: 27,
          column: 1,
        },
        end: {
          offset: 1397,
          line: 55,
          column: 57,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "DaemonSet",
      name: "pinned",
      apiVersion: "apps/v1",
      file: "proposed.yaml",
      range: {
        start: {
          offset: 1402,
          line: 57,
          column: 1,
        },
        end: {
          offset: 1681,
          line: 70,
          column: 63,
        },
      },
      origin: "proposed",
      fragment: false,
    },
  ],
  counts: [
    {
      kind: "DaemonSet",
      count: 4,
    },
    {
      kind: "Node",
      count: 5,
    },
    {
      kind: "Pod",
      count: 4,
    },
  ],
  roles: [
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
      file: "proposed.yaml",
      role: "log-collector",
      because: "the configuration says so",
    },
    {
      kind: "DaemonSet",
      namespace: "storage",
      name: "csi",
      file: "proposed.yaml",
      role: "log-collector",
      because: "the configuration says so",
    },
    {
      kind: "DaemonSet",
      name: "pinned",
      file: "proposed.yaml",
      role: "log-collector",
      because: "the configuration says so",
    },
  ],
  ignored: 0,
} satisfies LintAnswer;
