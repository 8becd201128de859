/** Texts of the comparison of two files. They come with it. */

import { count } from "./words";

export const compareTexts = {
  title: "Compare",
  left: "Left",
  right: "Right",
  textOf: (name: string, side: string) => `Text of ${name}, ${side.toLowerCase()}`,
  differences: (differences: number) => (differences === 0 ? "Both are the same." : count(differences, "difference")),
  take: "Take what is left",
  apply: (name: string) => `Write to ${name}`,
  close: "Close",
  few: "There is one file to compare with nothing. Add another one first.",
} as const;
