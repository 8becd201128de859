import type { ExplainAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  found: false,
  missing: "daemonSet",
  message: "no DaemonSet is called `logging/agnet`; the nearest name is `logging/agent`",
  nearest: "logging/agent",
  diagnostics: [],
} satisfies ExplainAnswer;
