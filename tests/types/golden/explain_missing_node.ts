import type { ExplainAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: false,
  missing: "node",
  message: "no Node is called `worker-aa`; the nearest name is `worker-a`",
  nearest: "worker-a",
  diagnostics: [],
} satisfies ExplainAnswer;
