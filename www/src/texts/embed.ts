/** Texts that only the element says. */
export const embedTexts = {
  none: "There is no DaemonSet in what this element holds.",
} as const;
