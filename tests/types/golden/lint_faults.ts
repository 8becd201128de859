import type { LintAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  diagnostics: [
    {
      rule: "api-version-old",
      severity: "warning",
      source: "reader",
      message: "`extensions/v1beta1` serves no DaemonSet any more",
      why: "kubectl finds no matches for kind \"DaemonSet\" in version \"extensions/v1beta1\".",
      help: "Kubernetes 1.36 serves it as `apps/v1`.",
      file: "faults.yaml",
      path: "apiVersion",
      range: {
        start: {
          offset: 12,
          line: 1,
          column: 13,
        },
        end: {
          offset: 30,
          line: 1,
          column: 31,
        },
      },
      object: {
        kind: "DaemonSet",
        name: "old",
      },
      related: [],
      fixes: [
        {
          title: "Write `apps/v1`",
          safety: "changes-behaviour",
          edits: [
            {
              file: "faults.yaml",
              range: {
                start: {
                  offset: 12,
                  line: 1,
                  column: 13,
                },
                end: {
                  offset: 30,
                  line: 1,
                  column: 31,
                },
              },
              newText: "apps/v1",
            },
          ],
        },
      ],
    },
    {
      rule: "wrong-type",
      severity: "error",
      source: "reader",
      message: "`spec.template.spec.tolerations` must be a list, and `everything` is text",
      why: "The API server refuses the whole object.",
      file: "faults.yaml",
      path: "spec.template.spec.tolerations",
      range: {
        start: {
          offset: 116,
          line: 8,
          column: 20,
        },
        end: {
          offset: 126,
          line: 8,
          column: 30,
        },
      },
      object: {
        kind: "DaemonSet",
        name: "old",
      },
      related: [],
      fixes: [],
    },
    {
      rule: "template-missing",
      severity: "error",
      source: "reader",
      message: "the DaemonSet has no Pod template",
      why: "The API server refuses a DaemonSet without one; everything else here is judged all the same.",
      file: "faults.yaml",
      path: "spec.template",
      range: {
        start: {
          offset: 131,
          line: 10,
          column: 1,
        },
        end: {
          offset: 203,
          line: 14,
          column: 14,
        },
      },
      object: {
        kind: "Daemonset",
        name: "twice",
      },
      related: [],
      fixes: [],
    },
    {
      rule: "wrong-kind-case",
      severity: "error",
      source: "reader",
      message: "the kind is written `Daemonset`, the API has `DaemonSet`",
      why: "kubectl finds no matches for kind \"Daemonset\" in version \"apps/v1\".",
      file: "faults.yaml",
      path: "kind",
      range: {
        start: {
          offset: 157,
          line: 11,
          column: 7,
        },
        end: {
          offset: 166,
          line: 11,
          column: 16,
        },
      },
      object: {
        kind: "Daemonset",
        name: "twice",
      },
      related: [],
      fixes: [
        {
          title: "Write `DaemonSet`",
          safety: "safe",
          edits: [
            {
              file: "faults.yaml",
              range: {
                start: {
                  offset: 157,
                  line: 11,
                  column: 7,
                },
                end: {
                  offset: 166,
                  line: 11,
                  column: 16,
                },
              },
              newText: "DaemonSet",
            },
          ],
        },
      ],
    },
    {
      rule: "yaml-duplicate-key",
      severity: "error",
      source: "reader",
      message: "the key `name` stands twice in one map",
      why: "kubectl takes the last value without a word; strict readers refuse the document.",
      help: "Keep the one that is meant.",
      file: "faults.yaml",
      range: {
        start: {
          offset: 192,
          line: 14,
          column: 3,
        },
        end: {
          offset: 196,
          line: 14,
          column: 7,
        },
      },
      object: {
        kind: "Daemonset",
        name: "twice",
      },
      related: [
        {
          file: "faults.yaml",
          range: {
            start: {
              offset: 179,
              line: 13,
              column: 3,
            },
            end: {
              offset: 183,
              line: 13,
              column: 7,
            },
          },
          message: "the first one",
        },
      ],
      fixes: [],
    },
    {
      rule: "yaml-tab",
      severity: "error",
      source: "reader",
      message: "a tab indents this line",
      why: "YAML is indented with spaces; kubectl refuses the document.",
      help: "Write spaces instead, as many as the lines around have.",
      file: "faults.yaml",
      range: {
        start: {
          offset: 244,
          line: 19,
          column: 1,
        },
        end: {
          offset: 245,
          line: 19,
          column: 2,
        },
      },
      related: [],
      fixes: [],
    },
    {
      rule: "yaml-template",
      severity: "error",
      source: "reader",
      message: "`{{ .Release.Name }}` is a template that is not rendered",
      why: "To YAML, it is a map as the key of a map, which kubectl refuses.",
      help: "Render it first, as `helm template` or `envsubst` do, and read what comes out.",
      file: "faults.yaml",
      range: {
        start: {
          offset: 313,
          line: 24,
          column: 9,
        },
        end: {
          offset: 332,
          line: 24,
          column: 28,
        },
      },
      related: [],
      fixes: [],
    },
    {
      rule: "object-duplicate",
      severity: "error",
      source: "reader",
      message: "Node `sound` stands twice",
      why: "A cluster keeps one object of a kind, namespace and name; the later one replaces the earlier.",
      help: "Give one of them another name, or remove it.",
      file: "faults.yaml",
      range: {
        start: {
          offset: 397,
          line: 31,
          column: 1,
        },
        end: {
          offset: 446,
          line: 34,
          column: 14,
        },
      },
      object: {
        kind: "Node",
        name: "sound",
      },
      related: [
        {
          file: "faults.yaml",
          range: {
            start: {
              offset: 343,
              line: 26,
              column: 1,
            },
            end: {
              offset: 392,
              line: 29,
              column: 14,
            },
          },
          message: "the first one",
        },
      ],
      fixes: [],
    },
    {
      rule: "fragment",
      severity: "info",
      source: "reader",
      message: "a list of tolerations is read as the DaemonSet `fragment`",
      why: "Whatever it leaves out is taken as not set.",
      file: "fragment.yaml",
      range: {
        start: {
          offset: 0,
          line: 1,
          column: 1,
        },
        end: {
          offset: 56,
          line: 3,
          column: 21,
        },
      },
      object: {
        kind: "DaemonSet",
        name: "fragment",
      },
      related: [],
      fixes: [],
    },
    {
      rule: "json-syntax",
      severity: "error",
      source: "reader",
      message: "text follows the closing quote",
      why: "kubectl refuses the document.",
      help: "Inside these quotes, a quote is written `\\\"`.",
      file: "broken.json",
      range: {
        start: {
          offset: 44,
          line: 1,
          column: 45,
        },
        end: {
          offset: 44,
          line: 1,
          column: 45,
        },
      },
      related: [
        {
          file: "broken.json",
          range: {
            start: {
              offset: 38,
              line: 1,
              column: 39,
            },
            end: {
              offset: 44,
              line: 1,
              column: 45,
            },
          },
          message: "the quoted value",
        },
      ],
      fixes: [],
    },
  ],
  objects: [
    {
      kind: "DaemonSet",
      name: "old",
      apiVersion: "extensions/v1beta1",
      file: "faults.yaml",
      range: {
        start: {
          offset: 0,
          line: 1,
          column: 1,
        },
        end: {
          offset: 126,
          line: 8,
          column: 30,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "Daemonset",
      name: "twice",
      apiVersion: "apps/v1",
      file: "faults.yaml",
      range: {
        start: {
          offset: 131,
          line: 10,
          column: 1,
        },
        end: {
          offset: 203,
          line: 14,
          column: 14,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "Node",
      name: "sound",
      apiVersion: "v1",
      file: "faults.yaml",
      range: {
        start: {
          offset: 343,
          line: 26,
          column: 1,
        },
        end: {
          offset: 392,
          line: 29,
          column: 14,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "Node",
      name: "sound",
      apiVersion: "v1",
      file: "faults.yaml",
      range: {
        start: {
          offset: 397,
          line: 31,
          column: 1,
        },
        end: {
          offset: 446,
          line: 34,
          column: 14,
        },
      },
      origin: "proposed",
      fragment: false,
    },
    {
      kind: "DaemonSet",
      name: "fragment",
      apiVersion: "",
      file: "fragment.yaml",
      range: {
        start: {
          offset: 0,
          line: 1,
          column: 1,
        },
        end: {
          offset: 56,
          line: 3,
          column: 21,
        },
      },
      origin: "proposed",
      fragment: true,
    },
  ],
  counts: [
    {
      kind: "DaemonSet",
      count: 2,
    },
    {
      kind: "Daemonset",
      count: 1,
    },
    {
      kind: "Node",
      count: 2,
    },
  ],
  roles: [
    {
      kind: "DaemonSet",
      name: "old",
      file: "faults.yaml",
      role: "generic",
    },
    {
      kind: "DaemonSet",
      name: "fragment",
      file: "fragment.yaml",
      role: "generic",
    },
  ],
  ignored: 0,
} satisfies LintAnswer;
