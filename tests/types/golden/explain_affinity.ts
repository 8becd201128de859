import type { ExplainAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: true,
  daemonSet: {
    kind: "DaemonSet",
    namespace: "storage",
    name: "csi",
  },
  node: "worker-b",
  about: "zone b, arm64",
  verdict: "leftOut",
  shouldRun: false,
  shouldContinueRunning: false,
  sentence: "Left out by the node selector: `disktpye` must be `ssd`; this node has no such label, the nearest is `disktype: hdd`.",
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
          outcome: "fails",
          title: "Node selector",
          evidence: "`disktpye` must be `ssd`; this node has no such label, the nearest is `disktype: hdd`.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.nodeSelector.disktpye",
            range: {
              start: {
                offset: 784,
                line: 40,
                column: 9,
              },
              end: {
                offset: 797,
                line: 40,
                column: 22,
              },
            },
          },
          note: "node has no such label",
          parts: [],
        },
        {
          check: "nodeAffinity",
          outcome: "noSay",
          title: "Node affinity, term 1 of 3",
          evidence: "1 of 2 requirements does not hold: `topology.kubernetes.io/zone` must be `a`; this node has `b`.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]",
            range: {
              start: {
                offset: 937,
                line: 45,
                column: 13,
              },
              end: {
                offset: 1084,
                line: 47,
                column: 50,
              },
            },
          },
          parts: [
            {
              check: "nodeAffinity",
              outcome: "fails",
              title: "`topology.kubernetes.io/zone` must be `a`",
              evidence: "This node has `b`.",
              place: {
                file: "proposed.yaml",
                path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0]",
                range: {
                  start: {
                    offset: 971,
                    line: 46,
                    column: 15,
                  },
                  end: {
                    offset: 1034,
                    line: 46,
                    column: 78,
                  },
                },
              },
              nodePlace: {
                file: "fleet.yaml",
                path: "metadata.labels[topology.kubernetes.io/zone]",
                range: {
                  start: {
                    offset: 494,
                    line: 15,
                    column: 100,
                  },
                  end: {
                    offset: 524,
                    line: 15,
                    column: 130,
                  },
                },
              },
              note: "node has “b”",
              parts: [],
            },
            {
              check: "nodeAffinity",
              outcome: "passes",
              title: "`disktype` must be there",
              evidence: "This node has `hdd`.",
              place: {
                file: "proposed.yaml",
                path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[1]",
                range: {
                  start: {
                    offset: 1049,
                    line: 47,
                    column: 15,
                  },
                  end: {
                    offset: 1084,
                    line: 47,
                    column: 50,
                  },
                },
              },
              nodePlace: {
                file: "fleet.yaml",
                path: "metadata.labels.disktype",
                range: {
                  start: {
                    offset: 526,
                    line: 15,
                    column: 132,
                  },
                  end: {
                    offset: 539,
                    line: 15,
                    column: 145,
                  },
                },
              },
              parts: [],
            },
          ],
        },
        {
          check: "nodeAffinity",
          outcome: "noSay",
          title: "Node affinity, term 2 of 3",
          evidence: "Kubernetes cannot read it, so its term matches no node: `nodeSelectorTerms[1].matchExpressions[0].values[0]: Invalid value: \"many\": for 'Gt', 'Lt' operators, the value must be an integer`.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[1]",
            range: {
              start: {
                offset: 1097,
                line: 48,
                column: 13,
              },
              end: {
                offset: 1178,
                line: 49,
                column: 62,
              },
            },
          },
          parts: [
            {
              check: "nodeAffinity",
              outcome: "fails",
              title: "`disktype`",
              evidence: "Kubernetes cannot read it, so its term matches no node: `nodeSelectorTerms[1].matchExpressions[0].values[0]: Invalid value: \"many\": for 'Gt', 'Lt' operators, the value must be an integer`.",
              place: {
                file: "proposed.yaml",
                path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[1].matchExpressions[0]",
                range: {
                  start: {
                    offset: 1131,
                    line: 49,
                    column: 15,
                  },
                  end: {
                    offset: 1178,
                    line: 49,
                    column: 62,
                  },
                },
              },
              nodePlace: {
                file: "fleet.yaml",
                path: "metadata.labels.disktype",
                range: {
                  start: {
                    offset: 526,
                    line: 15,
                    column: 132,
                  },
                  end: {
                    offset: 539,
                    line: 15,
                    column: 145,
                  },
                },
              },
              note: "not readable",
              parts: [],
            },
          ],
        },
        {
          check: "nodeAffinity",
          outcome: "passes",
          title: "Node affinity, term 3 of 3",
          evidence: "`metadata.name` is `worker-b`.",
          place: {
            file: "proposed.yaml",
            path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[2]",
            range: {
              start: {
                offset: 1191,
                line: 50,
                column: 13,
              },
              end: {
                offset: 1276,
                line: 51,
                column: 71,
              },
            },
          },
          parts: [
            {
              check: "nodeAffinity",
              outcome: "passes",
              title: "`metadata.name` must be `worker-b`",
              evidence: "This node is `worker-b`.",
              place: {
                file: "proposed.yaml",
                path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[2].matchFields[0]",
                range: {
                  start: {
                    offset: 1220,
                    line: 51,
                    column: 15,
                  },
                  end: {
                    offset: 1276,
                    line: 51,
                    column: 71,
                  },
                },
              },
              nodePlace: {
                file: "fleet.yaml",
                path: "metadata.name",
                range: {
                  start: {
                    offset: 380,
                    line: 14,
                    column: 5,
                  },
                  end: {
                    offset: 394,
                    line: 14,
                    column: 19,
                  },
                },
              },
              parts: [],
            },
          ],
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
  diagnostics: [],
} satisfies ExplainAnswer;
