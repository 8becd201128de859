import type { ValidateAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  objects: [
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
      file: "refused.yaml",
      operation: "create",
      allowed: false,
      decodingErrors: [
        {
          message: "unknown field \"spec.template.spec.containers[0].readOnlyRootFilesystem\"",
          path: "spec.template.spec.containers[0].readOnlyRootFilesystem",
          range: {
            start: {
              offset: 286,
              line: 13,
              column: 9,
            },
            end: {
              offset: 308,
              line: 13,
              column: 31,
            },
          },
          help: "`readOnlyRootFilesystem` is a field of `spec.template.spec.containers[0].securityContext`",
        },
      ],
      causes: [
        {
          reason: "FieldValueRequired",
          field: "spec.template.spec.containers[0].name",
          message: "spec.template.spec.containers[0].name: Required value",
          path: "spec.template.spec.containers[0]",
          range: {
            start: {
              offset: 242,
              line: 12,
              column: 9,
            },
            end: {
              offset: 247,
              line: 12,
              column: 14,
            },
          },
        },
        {
          reason: "FieldValueNotSupported",
          field: "spec.template.spec.restartPolicy",
          message: "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"",
          badValue: "\"Never\"",
          detail: "supported values: \"Always\"",
          path: "spec.template.spec.restartPolicy",
          range: {
            start: {
              offset: 210,
              line: 10,
              column: 22,
            },
            end: {
              offset: 215,
              line: 10,
              column: 27,
            },
          },
        },
      ],
      warnings: [],
      kubectl: "Error from server (BadRequest): DaemonSet in version \"v1\" cannot be handled as a DaemonSet: strict decoding error: unknown field \"spec.template.spec.containers[0].readOnlyRootFilesystem\"",
    },
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "warned",
      file: "refused.yaml",
      operation: "create",
      allowed: true,
      decodingErrors: [],
      causes: [],
      warnings: [
        {
          message: "spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use \"kubernetes.io/os\" instead",
          path: "spec.template.spec.nodeSelector[beta.kubernetes.io/os]",
          range: {
            start: {
              offset: 551,
              line: 23,
              column: 45,
            },
            end: {
              offset: 556,
              line: 23,
              column: 50,
            },
          },
        },
      ],
      kubectl: "",
    },
    {
      kind: "Service",
      namespace: "logging",
      name: "agent",
      file: "refused.yaml",
      operation: "create",
      allowed: true,
      decodingErrors: [],
      causes: [],
      warnings: [],
      kubectl: "",
    },
  ],
  diagnostics: [],
} satisfies ValidateAnswer;
