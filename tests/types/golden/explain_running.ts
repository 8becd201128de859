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
  node: "worker-a",
  about: "zone a, amd64, kubelet v1.36.2",
  verdict: "runs",
  shouldRun: true,
  shouldContinueRunning: true,
  sentence: "Runs here: its Pod `agent-1` is available.",
  deciders: [
    {
      by: "controller",
      says: "yes",
      word: "says yes",
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
                offset: 187,
                line: 9,
                column: 48,
              },
              end: {
                offset: 210,
                line: 9,
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
          check: "noTaints",
          outcome: "passes",
          title: "Taints",
          evidence: "This node has none.",
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
          title: "Pod `agent-1`",
          evidence: "It is Ready and available.",
          nodePlace: {
            file: "fleet.yaml",
            path: "metadata.name",
            range: {
              start: {
                offset: 2234,
                line: 73,
                column: 5,
              },
              end: {
                offset: 2247,
                line: 73,
                column: 18,
              },
            },
          },
          parts: [],
        },
      ],
    },
  ],
  diagnostics: [],
} satisfies ExplainAnswer;
