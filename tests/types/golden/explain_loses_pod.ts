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
  node: "draining",
  about: "zone b, amd64",
  verdict: "losesPod",
  shouldRun: false,
  shouldContinueRunning: false,
  sentence: "The controller deletes the Pod `agent-4`: `maintenance:NoExecute` is not tolerated.",
  deciders: [
    {
      by: "controller",
      says: "no",
      word: "deletes the Pod",
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
                offset: 1322,
                line: 39,
                column: 48,
              },
              end: {
                offset: 1345,
                line: 39,
                column: 71,
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
          title: "Taint `maintenance:NoExecute`",
          evidence: "The manifest's 2 tolerations name other keys, and so do the 5 that the controller adds. The controller deletes a Pod that is there.",
          nodePlace: {
            file: "fleet.yaml",
            path: "spec.taints[0]",
            range: {
              start: {
                offset: 1430,
                line: 42,
                column: 5,
              },
              end: {
                offset: 1469,
                line: 42,
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
      says: "yes",
      word: "Pod available",
      checks: [
        {
          check: "pod",
          outcome: "passes",
          title: "Pod `agent-4`",
          evidence: "It is Ready and available.",
          nodePlace: {
            file: "fleet.yaml",
            path: "metadata.name",
            range: {
              start: {
                offset: 3888,
                line: 117,
                column: 5,
              },
              end: {
                offset: 3901,
                line: 117,
                column: 18,
              },
            },
          },
          parts: [],
        },
      ],
    },
  ],
  suggestion: {
    title: "Tolerate `maintenance:NoExecute`",
    effect: "Adds draining: 3 of 5 nodes.",
    diff: [
      {
        sign: " ",
        text: "  tolerationSeconds: 30",
      },
      {
        sign: "+",
        text: "- key: maintenance",
      },
      {
        sign: "+",
        text: "  operator: Exists",
      },
      {
        sign: "+",
        text: "  effect: NoExecute",
      },
    ],
    snippet: "tolerations:\n  - key: maintenance\n    operator: Exists\n    effect: NoExecute\n",
    edits: [
      {
        file: "proposed.yaml",
        range: {
          start: {
            offset: 487,
            line: 24,
            column: 1,
          },
          end: {
            offset: 487,
            line: 24,
            column: 1,
          },
        },
        newText: "      - key: maintenance\n        operator: Exists\n        effect: NoExecute\n",
      },
    ],
  },
  diagnostics: [],
} satisfies ExplainAnswer;
