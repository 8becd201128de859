import type { PlaceAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  diagnostics: [],
  nodes: {
    names: [
      "cordoned",
      "draining",
      "gpu-1",
      "worker-a",
      "worker-b",
    ],
    facets: [
      {
        key: "zone",
        label: "topology.kubernetes.io/zone",
        values: [
          "a",
          "b",
        ],
        valueIndex: Uint32Array.of(1, 1, 0, 0, 1),
      },
      {
        key: "arch",
        label: "kubernetes.io/arch",
        values: [
          "amd64",
          "arm64",
        ],
        valueIndex: Uint32Array.of(0, 0, 0, 0, 1),
      },
      {
        key: "os",
        label: "kubernetes.io/os",
        values: [
          "linux",
        ],
        valueIndex: Uint32Array.of(0, 0, 0, 0, 0),
      },
    ],
  },
  daemonSets: [
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
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
      recorded: {
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
      },
      eligible: 2,
      verdict: "runs on 2 of 5 nodes",
      groups: [
        {
          verdict: "runs",
          shouldRun: true,
          shouldContinueRunning: true,
          reasons: [],
          title: "Runs",
          sentence: "Eligible, and its Pod is available.",
          cause: "",
          nodes: Uint32Array.of(3),
        },
        {
          verdict: "podNotAvailable",
          shouldRun: true,
          shouldContinueRunning: true,
          reasons: [],
          title: "Eligible, but its Pod is not available",
          sentence: "A Pod is there, but it is not available.",
          cause: "",
          nodes: Uint32Array.of(4),
        },
        {
          verdict: "keepsPod",
          shouldRun: false,
          shouldContinueRunning: true,
          reasons: [
            {
              reason: "taint",
              taint: {
                key: "dedicated",
                value: "infra",
                effect: "NoSchedule",
              },
            },
          ],
          title: "Not eligible, keeps its Pod",
          sentence: "No new Pod is made, and the Pod that is there stays. `dedicated=infra:NoSchedule` is not tolerated.",
          cause: "by one taint",
          nodes: Uint32Array.of(0),
          suggestion: {
            title: "Tolerate `dedicated=infra:NoSchedule`",
            effect: "Adds cordoned: 3 of 5 nodes.",
            diff: [
              {
                sign: " ",
                text: "  tolerationSeconds: 30",
              },
              {
                sign: "+",
                text: "- key: dedicated",
              },
              {
                sign: "+",
                text: "  operator: Equal",
              },
              {
                sign: "+",
                text: "  value: infra",
              },
              {
                sign: "+",
                text: "  effect: NoSchedule",
              },
            ],
            snippet: "tolerations:\n  - key: dedicated\n    operator: Equal\n    value: infra\n    effect: NoSchedule\n",
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
                newText: "      - key: dedicated\n        operator: Equal\n        value: infra\n        effect: NoSchedule\n",
              },
            ],
          },
        },
        {
          verdict: "losesPod",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "taint",
              taint: {
                key: "maintenance",
                value: "",
                effect: "NoExecute",
              },
            },
          ],
          title: "Not eligible, loses its Pod",
          sentence: "`maintenance:NoExecute` is not tolerated, and a Pod that is there is deleted.",
          cause: "by one taint",
          nodes: Uint32Array.of(1),
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
        },
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: true,
          reasons: [
            {
              reason: "taint",
              taint: {
                key: "nvidia.com/gpu",
                value: "present",
                effect: "NoSchedule",
              },
            },
          ],
          title: "Left out by a taint",
          sentence: "`nvidia.com/gpu=present:NoSchedule` is not tolerated. One toleration comes close: key and effect match, value `true` is not `present`.",
          cause: "by one taint",
          nodes: Uint32Array.of(2),
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
        },
      ],
      rules: {
        nodeSelector: [
          {
            key: "kubernetes.io/os",
            operator: "In",
            values: [
              "linux",
            ],
            matches: 5,
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
          },
        ],
        terms: null,
        matches: 5,
      },
      matrix: {
        tolerations: [
          {
            index: 0,
            key: "nvidia.com/gpu",
            operator: "Equal",
            value: "true",
            effect: "NoSchedule",
            origin: "manifest",
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
            opens: 0,
          },
          {
            index: 1,
            key: "node.kubernetes.io/not-ready",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            origin: "controller",
            why: "Added by the controller without a limit in time: a daemon Pod stays while its node is not ready.",
            place: {
              file: "proposed.yaml",
              path: "spec.template.spec.tolerations[1]",
              range: {
                start: {
                  offset: 370,
                  line: 20,
                  column: 7,
                },
                end: {
                  offset: 486,
                  line: 23,
                  column: 30,
                },
              },
            },
            opens: 0,
          },
          {
            index: 2,
            key: "node.kubernetes.io/unreachable",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            origin: "controller",
            why: "Added by the controller without a limit in time: a daemon Pod stays while its node does not answer.",
            opens: 0,
          },
          {
            index: 3,
            key: "node.kubernetes.io/disk-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although the disk is nearly full.",
            opens: 0,
          },
          {
            index: 4,
            key: "node.kubernetes.io/memory-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although memory is nearly used up.",
            opens: 0,
          },
          {
            index: 5,
            key: "node.kubernetes.io/pid-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although process ids are nearly used up.",
            opens: 0,
          },
          {
            index: 6,
            key: "node.kubernetes.io/unschedulable",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although the node is cordoned.",
            opens: 0,
          },
          {
            index: 7,
            key: "node.kubernetes.io/not-ready",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            tolerationSeconds: 30,
            origin: "replaced",
            why: "The 30 seconds never act. The controller adds the same toleration without a limit and replaces this one.",
            place: {
              file: "proposed.yaml",
              path: "spec.template.spec.tolerations[1]",
              range: {
                start: {
                  offset: 370,
                  line: 20,
                  column: 7,
                },
                end: {
                  offset: 486,
                  line: 23,
                  column: 30,
                },
              },
            },
            opens: 0,
          },
        ],
        taints: [
          {
            key: "busy",
            value: "",
            effect: "PreferNoSchedule",
            nodes: 1,
            examples: [
              "gpu-1",
            ],
            outcome: "noSay",
            toleratedBy: [],
            place: {
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
          },
          {
            key: "dedicated",
            value: "infra",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "cordoned",
            ],
            outcome: "keepsOut",
            toleratedBy: [],
            place: {
              file: "fleet.yaml",
              path: "spec.taints[1]",
              range: {
                start: {
                  offset: 1161,
                  line: 34,
                  column: 5,
                },
                end: {
                  offset: 1213,
                  line: 34,
                  column: 57,
                },
              },
            },
          },
          {
            key: "maintenance",
            value: "",
            effect: "NoExecute",
            nodes: 1,
            examples: [
              "draining",
            ],
            outcome: "evicts",
            toleratedBy: [],
            place: {
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
          },
          {
            key: "node.kubernetes.io/unschedulable",
            value: "",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "cordoned",
            ],
            outcome: "tolerated",
            toleratedBy: [
              6,
            ],
            place: {
              file: "fleet.yaml",
              path: "spec.taints[0]",
              range: {
                start: {
                  offset: 1095,
                  line: 33,
                  column: 5,
                },
                end: {
                  offset: 1156,
                  line: 33,
                  column: 66,
                },
              },
            },
          },
          {
            key: "nvidia.com/gpu",
            value: "present",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "gpu-1",
            ],
            outcome: "keepsOut",
            toleratedBy: [],
            place: {
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
          },
        ],
        differs: [
          [
            [
              "key",
              "value",
              "effect",
            ],
            [
              "key",
              "value",
            ],
            [
              "key",
              "value",
              "effect",
            ],
            [
              "key",
              "value",
            ],
            [
              "value",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
        ],
        sentence: "5 taints: 1 drives Pods away, 2 keep new Pods out, 1 is tolerated, 1 has no say.",
      },
      status: {
        desiredNumberScheduled: 2,
        currentNumberScheduled: 2,
        numberMisscheduled: 2,
        numberReady: 1,
        updatedNumberScheduled: null,
        numberAvailable: 1,
        numberUnavailable: 1,
      },
      recordedStatus: {
        desiredNumberScheduled: 2,
        currentNumberScheduled: 2,
        numberMisscheduled: 2,
        numberReady: 1,
        updatedNumberScheduled: 2,
        numberAvailable: 1,
        numberUnavailable: 1,
      },
      revision: {
        by: "unknown",
      },
      kubectl: {
        command: "kubectl get daemonset -n logging agent",
        moment: "after the controller's next sync",
        header: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR            AGE",
        row: "agent   2         2         1       ?            1           kubernetes.io/os=linux   2d",
        wideHeader: "NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR            AGE   CONTAINERS   IMAGES                         SELECTOR",
        wideRow: "agent   2         2         1       ?            1           kubernetes.io/os=linux   2d    agent        registry.example/agent:1.2.3   app=agent",
      },
      misscheduled: [
        {
          node: "cordoned",
          pod: "agent-3",
          outcome: "keeps",
          cause: "by one taint",
        },
        {
          node: "draining",
          pod: "agent-4",
          outcome: "deletes",
          cause: "by one taint",
        },
      ],
      notes: [
        "The proposed manifest is judged; age, status and Pods are those of the recorded one.",
        "UP-TO-DATE cannot be told: the input has no ControllerRevision that holds the template.",
      ],
    },
    {
      kind: "DaemonSet",
      namespace: "storage",
      name: "csi",
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
      eligible: 0,
      verdict: "runs on none of 5 nodes",
      groups: [
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "nodeSelector",
              key: "disktpye",
              wanted: "ssd",
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
            },
            {
              reason: "nodeAffinity",
              terms: 3,
              place: {
                file: "proposed.yaml",
                path: "spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms",
                range: {
                  start: {
                    offset: 906,
                    line: 44,
                    column: 13,
                  },
                  end: {
                    offset: 1276,
                    line: 51,
                    column: 71,
                  },
                },
              },
            },
          ],
          title: "Left out by the node selector and node affinity",
          sentence: "`disktpye` must be `ssd`; these nodes have no such label. None of the 3 terms of the required node affinity matches.",
          cause: "by the node selector and node affinity",
          nodes: Uint32Array.of(0, 1, 2),
        },
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "nodeSelector",
              key: "disktpye",
              wanted: "ssd",
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
            },
          ],
          title: "Left out by the node selector",
          sentence: "`disktpye` must be `ssd`; these nodes have no such label.",
          cause: "by the node selector",
          nodes: Uint32Array.of(3, 4),
          suggestion: {
            title: "Write `disktype` instead of `disktpye`",
            effect: "Adds worker-a: 1 of 5 nodes.",
            diff: [
              {
                sign: "-",
                text: "disktpye: ssd",
              },
              {
                sign: "+",
                text: "disktype: ssd",
              },
            ],
            snippet: "nodeSelector:\n  disktype: ssd\n",
            edits: [
              {
                file: "proposed.yaml",
                range: {
                  start: {
                    offset: 784,
                    line: 40,
                    column: 9,
                  },
                  end: {
                    offset: 792,
                    line: 40,
                    column: 17,
                  },
                },
                newText: "disktype",
              },
            ],
          },
        },
      ],
      rules: {
        nodeSelector: [
          {
            key: "disktpye",
            operator: "In",
            values: [
              "ssd",
            ],
            matches: 0,
            nearest: "disktype",
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
          },
        ],
        terms: [
          {
            matches: 1,
            requirements: [
              {
                key: "topology.kubernetes.io/zone",
                operator: "In",
                values: [
                  "a",
                ],
                matches: 2,
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
              },
              {
                key: "disktype",
                operator: "Exists",
                values: [],
                matches: 2,
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
              },
            ],
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
          },
          {
            matches: 0,
            requirements: [
              {
                key: "disktype",
                operator: "Gt",
                values: [
                  "many",
                ],
                matches: 0,
                error: "nodeSelectorTerms[1].matchExpressions[0].values[0]: Invalid value: \"many\": for 'Gt', 'Lt' operators, the value must be an integer",
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
              },
            ],
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
          },
          {
            matches: 1,
            requirements: [
              {
                key: "metadata.name",
                operator: "In",
                values: [
                  "worker-b",
                ],
                matches: 1,
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
              },
            ],
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
          },
        ],
        matches: 0,
      },
      matrix: {
        tolerations: [
          {
            index: 0,
            key: "",
            operator: "Exists",
            value: "",
            effect: "",
            origin: "manifest",
            place: {
              file: "proposed.yaml",
              path: "spec.template.spec.tolerations[0]",
              range: {
                start: {
                  offset: 1302,
                  line: 53,
                  column: 7,
                },
                end: {
                  offset: 1322,
                  line: 53,
                  column: 27,
                },
              },
            },
            opens: 0,
          },
          {
            index: 1,
            key: "node.kubernetes.io/not-ready",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            origin: "controller",
            why: "Added by the controller without a limit in time: a daemon Pod stays while its node is not ready.",
            opens: 0,
          },
          {
            index: 2,
            key: "node.kubernetes.io/unreachable",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            origin: "controller",
            why: "Added by the controller without a limit in time: a daemon Pod stays while its node does not answer.",
            opens: 0,
          },
          {
            index: 3,
            key: "node.kubernetes.io/disk-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although the disk is nearly full.",
            opens: 0,
          },
          {
            index: 4,
            key: "node.kubernetes.io/memory-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although memory is nearly used up.",
            opens: 0,
          },
          {
            index: 5,
            key: "node.kubernetes.io/pid-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although process ids are nearly used up.",
            opens: 0,
          },
          {
            index: 6,
            key: "node.kubernetes.io/unschedulable",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although the node is cordoned.",
            opens: 0,
          },
        ],
        taints: [
          {
            key: "busy",
            value: "",
            effect: "PreferNoSchedule",
            nodes: 1,
            examples: [
              "gpu-1",
            ],
            outcome: "noSay",
            toleratedBy: [
              0,
            ],
            place: {
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
          },
          {
            key: "dedicated",
            value: "infra",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "cordoned",
            ],
            outcome: "tolerated",
            toleratedBy: [
              0,
            ],
            place: {
              file: "fleet.yaml",
              path: "spec.taints[1]",
              range: {
                start: {
                  offset: 1161,
                  line: 34,
                  column: 5,
                },
                end: {
                  offset: 1213,
                  line: 34,
                  column: 57,
                },
              },
            },
          },
          {
            key: "maintenance",
            value: "",
            effect: "NoExecute",
            nodes: 1,
            examples: [
              "draining",
            ],
            outcome: "tolerated",
            toleratedBy: [
              0,
            ],
            place: {
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
          },
          {
            key: "node.kubernetes.io/unschedulable",
            value: "",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "cordoned",
            ],
            outcome: "tolerated",
            toleratedBy: [
              0,
              6,
            ],
            place: {
              file: "fleet.yaml",
              path: "spec.taints[0]",
              range: {
                start: {
                  offset: 1095,
                  line: 33,
                  column: 5,
                },
                end: {
                  offset: 1156,
                  line: 33,
                  column: 66,
                },
              },
            },
          },
          {
            key: "nvidia.com/gpu",
            value: "present",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "gpu-1",
            ],
            outcome: "tolerated",
            toleratedBy: [
              0,
            ],
            place: {
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
          },
        ],
        differs: [
          [
            [],
            [],
            [],
            [],
            [],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [],
            [
              "key",
            ],
          ],
        ],
        sentence: "5 taints: 4 are tolerated, 1 has no say.",
      },
      status: {
        desiredNumberScheduled: 0,
        currentNumberScheduled: 0,
        numberMisscheduled: 0,
        numberReady: 0,
        updatedNumberScheduled: 0,
        numberAvailable: 0,
        numberUnavailable: 0,
      },
      revision: {
        by: "templateGeneration",
      },
      kubectl: {
        command: "kubectl get daemonset -n storage csi",
        moment: "after the controller's next sync",
        header: "NAME   DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
        row: "csi    0         0         0       0            0           disktpye=ssd    <unknown>",
        wideHeader: "NAME   DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE         CONTAINERS   IMAGES                       SELECTOR",
        wideRow: "csi    0         0         0       0            0           disktpye=ssd    <unknown>   csi          registry.example/csi:1.0.0   app=csi",
      },
      misscheduled: [],
      notes: [],
    },
    {
      kind: "DaemonSet",
      namespace: "default",
      name: "pinned",
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
      eligible: 1,
      verdict: "runs on 1 of 5 nodes",
      groups: [
        {
          verdict: "awaitsPod",
          shouldRun: true,
          shouldContinueRunning: true,
          reasons: [],
          title: "Eligible, waits for its Pod",
          sentence: "The controller makes a Pod there.",
          cause: "",
          nodes: Uint32Array.of(3),
        },
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "nodeName",
              wanted: "worker-a",
            },
            {
              reason: "taint",
              taint: {
                key: "dedicated",
                value: "infra",
                effect: "NoSchedule",
              },
            },
          ],
          title: "Left out by name and a taint",
          sentence: "The template names the node `worker-a`, and no other. `dedicated=infra:NoSchedule` is not tolerated.",
          cause: "by name and one taint",
          nodes: Uint32Array.of(0),
          suggestion: {
            title: "Do not name the node `worker-a`, and tolerate `dedicated=infra:NoSchedule`",
            effect: "Adds cordoned and worker-b: 3 of 5 nodes.",
            diff: [
              {
                sign: "-",
                text: "nodeName: worker-a",
              },
              {
                sign: "+",
                text: "tolerations:",
              },
              {
                sign: "+",
                text: "- key: dedicated",
              },
              {
                sign: "+",
                text: "  operator: Equal",
              },
              {
                sign: "+",
                text: "  value: infra",
              },
              {
                sign: "+",
                text: "  effect: NoSchedule",
              },
            ],
            snippet: "nodeName: \"\"\ntolerations:\n  - key: dedicated\n    operator: Equal\n    value: infra\n    effect: NoSchedule\n",
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
              {
                file: "proposed.yaml",
                range: {
                  start: {
                    offset: 1601,
                    line: 69,
                    column: 1,
                  },
                  end: {
                    offset: 1601,
                    line: 69,
                    column: 1,
                  },
                },
                newText: "      tolerations:\n      - key: dedicated\n        operator: Equal\n        value: infra\n        effect: NoSchedule\n",
              },
            ],
          },
        },
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "nodeName",
              wanted: "worker-a",
            },
            {
              reason: "taint",
              taint: {
                key: "maintenance",
                value: "",
                effect: "NoExecute",
              },
            },
          ],
          title: "Left out by name and a taint",
          sentence: "The template names the node `worker-a`, and no other. `maintenance:NoExecute` is not tolerated, and a Pod that is there is deleted.",
          cause: "by name and one taint",
          nodes: Uint32Array.of(1),
          suggestion: {
            title: "Do not name the node `worker-a`, and tolerate `maintenance:NoExecute`",
            effect: "Adds draining and worker-b: 3 of 5 nodes.",
            diff: [
              {
                sign: "-",
                text: "nodeName: worker-a",
              },
              {
                sign: "+",
                text: "tolerations:",
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
            snippet: "nodeName: \"\"\ntolerations:\n  - key: maintenance\n    operator: Exists\n    effect: NoExecute\n",
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
              {
                file: "proposed.yaml",
                range: {
                  start: {
                    offset: 1601,
                    line: 69,
                    column: 1,
                  },
                  end: {
                    offset: 1601,
                    line: 69,
                    column: 1,
                  },
                },
                newText: "      tolerations:\n      - key: maintenance\n        operator: Exists\n        effect: NoExecute\n",
              },
            ],
          },
        },
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "nodeName",
              wanted: "worker-a",
            },
            {
              reason: "taint",
              taint: {
                key: "nvidia.com/gpu",
                value: "present",
                effect: "NoSchedule",
              },
            },
          ],
          title: "Left out by name and a taint",
          sentence: "The template names the node `worker-a`, and no other. `nvidia.com/gpu=present:NoSchedule` is not tolerated.",
          cause: "by name and one taint",
          nodes: Uint32Array.of(2),
          suggestion: {
            title: "Do not name the node `worker-a`, and tolerate `nvidia.com/gpu=present:NoSchedule`",
            effect: "Adds gpu-1 and worker-b: 3 of 5 nodes.",
            diff: [
              {
                sign: "-",
                text: "nodeName: worker-a",
              },
              {
                sign: "+",
                text: "tolerations:",
              },
              {
                sign: "+",
                text: "- key: nvidia.com/gpu",
              },
              {
                sign: "+",
                text: "  operator: Equal",
              },
              {
                sign: "+",
                text: "  value: present",
              },
              {
                sign: "+",
                text: "  effect: NoSchedule",
              },
            ],
            snippet: "nodeName: \"\"\ntolerations:\n  - key: nvidia.com/gpu\n    operator: Equal\n    value: present\n    effect: NoSchedule\n",
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
              {
                file: "proposed.yaml",
                range: {
                  start: {
                    offset: 1601,
                    line: 69,
                    column: 1,
                  },
                  end: {
                    offset: 1601,
                    line: 69,
                    column: 1,
                  },
                },
                newText: "      tolerations:\n      - key: nvidia.com/gpu\n        operator: Equal\n        value: present\n        effect: NoSchedule\n",
              },
            ],
          },
        },
        {
          verdict: "leftOut",
          shouldRun: false,
          shouldContinueRunning: false,
          reasons: [
            {
              reason: "nodeName",
              wanted: "worker-a",
            },
          ],
          title: "Left out by name",
          sentence: "The template names the node `worker-a`, and no other.",
          cause: "by name",
          nodes: Uint32Array.of(4),
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
        },
      ],
      rules: {
        nodeName: "worker-a",
        nodeSelector: [],
        terms: null,
        matches: 1,
      },
      matrix: {
        tolerations: [
          {
            index: 0,
            key: "node.kubernetes.io/not-ready",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            origin: "controller",
            why: "Added by the controller without a limit in time: a daemon Pod stays while its node is not ready.",
            opens: 0,
          },
          {
            index: 1,
            key: "node.kubernetes.io/unreachable",
            operator: "Exists",
            value: "",
            effect: "NoExecute",
            origin: "controller",
            why: "Added by the controller without a limit in time: a daemon Pod stays while its node does not answer.",
            opens: 0,
          },
          {
            index: 2,
            key: "node.kubernetes.io/disk-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although the disk is nearly full.",
            opens: 0,
          },
          {
            index: 3,
            key: "node.kubernetes.io/memory-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although memory is nearly used up.",
            opens: 0,
          },
          {
            index: 4,
            key: "node.kubernetes.io/pid-pressure",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although process ids are nearly used up.",
            opens: 0,
          },
          {
            index: 5,
            key: "node.kubernetes.io/unschedulable",
            operator: "Exists",
            value: "",
            effect: "NoSchedule",
            origin: "controller",
            why: "Added by the controller: a daemon Pod comes although the node is cordoned.",
            opens: 0,
          },
        ],
        taints: [
          {
            key: "busy",
            value: "",
            effect: "PreferNoSchedule",
            nodes: 1,
            examples: [
              "gpu-1",
            ],
            outcome: "noSay",
            toleratedBy: [],
            place: {
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
          },
          {
            key: "dedicated",
            value: "infra",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "cordoned",
            ],
            outcome: "keepsOut",
            toleratedBy: [],
            place: {
              file: "fleet.yaml",
              path: "spec.taints[1]",
              range: {
                start: {
                  offset: 1161,
                  line: 34,
                  column: 5,
                },
                end: {
                  offset: 1213,
                  line: 34,
                  column: 57,
                },
              },
            },
          },
          {
            key: "maintenance",
            value: "",
            effect: "NoExecute",
            nodes: 1,
            examples: [
              "draining",
            ],
            outcome: "evicts",
            toleratedBy: [],
            place: {
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
          },
          {
            key: "node.kubernetes.io/unschedulable",
            value: "",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "cordoned",
            ],
            outcome: "tolerated",
            toleratedBy: [
              5,
            ],
            place: {
              file: "fleet.yaml",
              path: "spec.taints[0]",
              range: {
                start: {
                  offset: 1095,
                  line: 33,
                  column: 5,
                },
                end: {
                  offset: 1156,
                  line: 33,
                  column: 66,
                },
              },
            },
          },
          {
            key: "nvidia.com/gpu",
            value: "present",
            effect: "NoSchedule",
            nodes: 1,
            examples: [
              "gpu-1",
            ],
            outcome: "keepsOut",
            toleratedBy: [],
            place: {
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
          },
        ],
        differs: [
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
              "effect",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
            ],
          ],
          [
            [
              "key",
              "effect",
            ],
            [
              "key",
            ],
            [
              "key",
              "effect",
            ],
            [],
            [
              "key",
            ],
          ],
        ],
        sentence: "5 taints: 1 drives Pods away, 2 keep new Pods out, 1 is tolerated, 1 has no say.",
      },
      status: {
        desiredNumberScheduled: 1,
        currentNumberScheduled: 0,
        numberMisscheduled: 0,
        numberReady: 0,
        updatedNumberScheduled: 0,
        numberAvailable: 0,
        numberUnavailable: 1,
      },
      revision: {
        by: "templateGeneration",
      },
      kubectl: {
        command: "kubectl get daemonset -n default pinned",
        moment: "after the controller's next sync",
        header: "NAME     DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE",
        row: "pinned   1         0         0       0            0           <none>          <unknown>",
        wideHeader: "NAME     DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR   AGE         CONTAINERS   IMAGES                          SELECTOR",
        wideRow: "pinned   1         0         0       0            0           <none>          <unknown>   pinned       registry.example/pinned:1.0.0   app=pinned",
      },
      misscheduled: [],
      notes: [],
    },
  ],
  notes: [],
} satisfies PlaceAnswer;
