import type { FieldAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  field: {
    path: "spec.template.spec.dnsPolicy",
    range: {
      start: {
        offset: 122,
        line: 9,
        column: 7,
      },
      end: {
        offset: 140,
        line: 9,
        column: 25,
      },
    },
    of: "v1.PodSpec",
    name: "dnsPolicy",
    type: "v1.DNSPolicy",
    words: "text",
    required: false,
    values: [
      "ClusterFirst",
      "ClusterFirstWithHostNet",
      "Default",
      "None",
    ],
    default: "ClusterFirst",
  },
} satisfies FieldAnswer;
