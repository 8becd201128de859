/** Texts of the view of objects as the API server stores them. They come with it. */

import { count } from "./words";

export const storedTexts = {
  region: "The object as it is stored",
  asking: "Asking the API server's checks",
  failed: "The API server's checks could not be loaded. Reload the page to try again.",
  object: "Object",
  isRefused: " (refused)",
  adds: (fields: number) => (fields === 0 ? "adds no field" : `adds ${count(fields, "field")}`),
  none: (file: string) => `\`${file}\` holds no DaemonSet, Pod, Node, Service or PriorityClass as a whole: parts of objects are not stored.`,
  answer: "The API server's answer",
  verdict: (allowed: boolean, operation: "create" | "update") =>
    operation === "update"
      ? allowed
        ? "The API server takes the change of the stored object"
        : "The API server refuses the change of the stored object"
      : allowed
        ? "The API server takes it"
        : "The API server refuses it",
  warnings: "It warns",
  asStored: "As it is stored",
  legend: "Decoded and defaulted. Lines with + are added by the API server.",
  nothingStored: "The API server cannot decode the object, so that there is nothing to store.",
  added: "added: ",
} as const;
