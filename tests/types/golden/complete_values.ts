import type { CompleteAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  range: {
    start: {
      offset: 175,
      line: 12,
      column: 9,
    },
    end: {
      offset: 183,
      line: 12,
      column: 17,
    },
  },
  candidates: [
    {
      label: "key",
      insert: "key",
      kind: "field",
      detail: "text",
      required: false,
      of: "v1.Toleration",
    },
    {
      label: "operator",
      insert: "operator",
      kind: "field",
      detail: "text",
      required: false,
      of: "v1.Toleration",
    },
    {
      label: "value",
      insert: "value",
      kind: "field",
      detail: "text",
      required: false,
      of: "v1.Toleration",
    },
    {
      label: "effect",
      insert: "effect",
      kind: "field",
      detail: "text",
      required: false,
      of: "v1.Toleration",
    },
    {
      label: "tolerationSeconds",
      insert: "tolerationSeconds",
      kind: "field",
      detail: "whole number",
      required: false,
      of: "v1.Toleration",
    },
  ],
  cut: false,
} satisfies CompleteAnswer;
