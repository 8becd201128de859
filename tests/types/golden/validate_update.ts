import type { ValidateAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  objects: [
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
      file: "update-new.yaml",
      operation: "update",
      allowed: true,
      decodingErrors: [],
      causes: [],
      warnings: [],
      kubectl: "",
    },
  ],
  diagnostics: [],
} satisfies ValidateAnswer;
