import type { RolloutAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: false,
  missing: "daemonSet",
  message: "no DaemonSet is called `agnet`; the nearest name is `agent`",
  nearest: "agent",
  diagnostics: [
    {
      rule: "object-duplicate",
      severity: "error",
      source: "reader",
      message: "DaemonSet `agent` stands twice",
      why: "A cluster keeps one object of a kind, namespace and name; the later one replaces the earlier.",
      help: "Give one of them another name, or remove it.",
      file: "update-new.yaml",
      range: {
        start: {
          offset: 0,
          line: 1,
          column: 1,
        },
        end: {
          offset: 438,
          line: 14,
          column: 71,
        },
      },
      object: {
        kind: "DaemonSet",
        namespace: "logging",
        name: "agent",
      },
      related: [
        {
          file: "update-old.yaml",
          range: {
            start: {
              offset: 0,
              line: 1,
              column: 1,
            },
            end: {
              offset: 438,
              line: 14,
              column: 71,
            },
          },
          message: "the first one",
        },
      ],
      fixes: [],
    },
  ],
} satisfies RolloutAnswer;
