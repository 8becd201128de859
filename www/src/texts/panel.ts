/** Texts of the list of problems. They come with it. */

import { count } from "./words";

export const panelTexts = {
  label: "Problems",
  list: "Findings",
  file: "File",
  allFiles: "all files",
  order: "Order",
  byGravity: "gravest first",
  byPlace: "by place",
  none: "Nothing is found.",
  noneLeft: (all: number) => `${count(all, "finding", "findings")} of another severity or file.`,
} as const;
