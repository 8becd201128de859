/** Compiled only: the element as a page's program names it. */

import { EverynodePlayground } from "everynode/element";

const made: EverynodePlayground = document.createElement("everynode-playground");
made.setAttribute("view", "taints");
document.body.append(made);

export const isOne = (element: Element): boolean => element instanceof EverynodePlayground;
