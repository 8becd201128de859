import type { CompleteAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  candidates: [],
  cut: false,
} satisfies CompleteAnswer;
