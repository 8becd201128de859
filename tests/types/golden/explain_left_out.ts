import type { ExplainAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: true,
  daemonSet: {
    kind: "DaemonSet",
    namespace: "logging",
    name: "agent",
  },
  node: "gpu-1",
  about: "zone a, amd64",
  verdict: "leftOut",
  shouldRun: false,
  shouldContinueRunning: true,
  sentence: "Left out by a taint: `nvidia.com/gpu=present:NoSchedule` is not tolerated. Nearest toleration: key and effect match, value `true` is not `present`.",
  deciders: [
    {
      by: "controller",
      says: "no",
      word: "says no",
      checks: [
        {
          check: "nodeName",
          outcome: "passes",
          title: "Node name",
          evidence: "The template names no node.",
          parts: [],
        },
        {
          check: "nodeSelector",
          outcome: "passes",
          title: "Node selector",
          evidence: "`kubernetes.io/os` is `linux`.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.nodeSelector[kubernetes.io/os]",
            range: {
              start: {
                offset: 220,
                line: 14,
                column: 9,
              },
              end: {
                offset: 243,
                line: 14,
                column: 32,
              },
            },
          },
          nodePlace: {
            file: "fleet.yaml",
            path: "metadata.labels[kubernetes.io/os]",
            range: {
              start: {
                offset: 643,
                line: 20,
                column: 45,
              },
              end: {
                offset: 666,
                line: 20,
                column: 68,
              },
            },
          },
          parts: [],
        },
        {
          check: "nodeAffinity",
          outcome: "passes",
          title: "Node affinity",
          evidence: "The template requires none.",
          parts: [],
        },
        {
          check: "taint",
          outcome: "fails",
          title: "Taint `nvidia.com/gpu=present:NoSchedule`",
          evidence: "Nearest toleration: key and effect match, value `true` is not `present`. 6 others name other keys.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.tolerations[0]",
            range: {
              start: {
                offset: 269,
                line: 16,
                column: 7,
              },
              end: {
                offset: 363,
                line: 19,
                column: 27,
              },
            },
          },
          nodePlace: {
            file: "fleet.yaml",
            path: "spec.taints[0]",
            range: {
              start: {
                offset: 751,
                line: 23,
                column: 5,
              },
              end: {
                offset: 810,
                line: 23,
                column: 64,
              },
            },
          },
          note: "taint has “present”",
          parts: [],
        },
        {
          check: "taint",
          outcome: "noSay",
          title: "Taint `busy:PreferNoSchedule`",
          evidence: "A taint of this effect never decides where a daemon Pod runs.",
          nodePlace: {
            file: "fleet.yaml",
            path: "spec.taints[1]",
            range: {
              start: {
                offset: 815,
                line: 24,
                column: 5,
              },
              end: {
                offset: 854,
                line: 24,
                column: 44,
              },
            },
          },
          parts: [],
        },
      ],
    },
    {
      by: "kubelet",
      says: "notAsked",
      word: "not asked",
      checks: [],
    },
  ],
  suggestion: {
    title: "Tolerate the taint whatever its value",
    effect: "Adds gpu-1: 3 of 5 nodes.",
    diff: [
      {
        sign: " ",
        text: "- key: nvidia.com/gpu",
      },
      {
        sign: "-",
        text: "  operator: Equal",
      },
      {
        sign: "-",
        text: "  value: \"true\"",
      },
      {
        sign: "+",
        text: "  operator: Exists",
      },
      {
        sign: " ",
        text: "  effect: NoSchedule",
      },
    ],
    snippet: "tolerations:\n  - key: nvidia.com/gpu\n    operator: Exists\n    effect: NoSchedule\n",
    edits: [
      {
        file: "proposed.yaml",
        range: {
          start: {
            offset: 309,
            line: 17,
            column: 19,
          },
          end: {
            offset: 314,
            line: 17,
            column: 24,
          },
        },
        newText: "Exists",
      },
      {
        file: "proposed.yaml",
        range: {
          start: {
            offset: 315,
            line: 18,
            column: 1,
          },
          end: {
            offset: 337,
            line: 19,
            column: 1,
          },
        },
        newText: "",
      },
    ],
  },
  diagnostics: [],
} satisfies ExplainAnswer;
