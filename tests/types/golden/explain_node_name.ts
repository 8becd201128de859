import type { ExplainAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: true,
  daemonSet: {
    kind: "DaemonSet",
    namespace: "default",
    name: "pinned",
  },
  node: "worker-b",
  about: "zone b, arm64",
  verdict: "leftOut",
  shouldRun: false,
  shouldContinueRunning: false,
  sentence: "Left out by name: the template names the node `worker-a`, and no other.",
  deciders: [
    {
      by: "controller",
      says: "no",
      word: "says no",
      checks: [
        {
          check: "nodeName",
          outcome: "fails",
          title: "Node name",
          evidence: "The template names the node `worker-a`, and no other.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.nodeName",
            range: {
              start: {
                offset: 1582,
                line: 68,
                column: 7,
              },
              end: {
                offset: 1600,
                line: 68,
                column: 25,
              },
            },
          },
          parts: [],
        },
        {
          check: "nodeSelector",
          outcome: "passes",
          title: "Node selector",
          evidence: "The template has none.",
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
      says: "notAsked",
      word: "not asked",
      checks: [],
    },
  ],
  suggestion: {
    title: "Do not name the node `worker-a`",
    effect: "Adds worker-b: 2 of 5 nodes.",
    diff: [
      {
        sign: "-",
        text: "nodeName: worker-a",
      },
      {
        sign: " ",
        text: "containers:",
      },
    ],
    snippet: "nodeName: \"\"\n",
    edits: [
      {
        file: "proposed.yaml",
        range: {
          start: {
            offset: 1576,
            line: 68,
            column: 1,
          },
          end: {
            offset: 1601,
            line: 69,
            column: 1,
          },
        },
        newText: "",
      },
    ],
  },
  diagnostics: [],
} satisfies ExplainAnswer;
