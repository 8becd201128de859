/** What there is to say of a field, as elements. Everything is text. */

import type { FieldView } from "everynode";
import { fieldTexts } from "../texts/field";
import { quoted } from "./marks";

/** Path and type, what the server does, the values, and Kubernetes' own words. */
export function fieldBox(field: FieldView, description: string | null): HTMLElement {
  const box = element("div", "cm-field");
  box.append(element("div", "cm-field-path", field.path));
  const type = element("div", "cm-field-type");
  type.append(code(field.type), ` ${field.words}`);
  if (field.required) type.append(element("b", "", fieldTexts.required));
  box.append(type);
  if (field.default !== undefined) box.append(paragraph(fieldTexts.filledIn(field.default)));
  if (field.values.length > 0) {
    const values = element("p", "cm-field-values", `${fieldTexts.values} `);
    field.values.forEach((value, at) => values.append(at > 0 ? ", " : "", code(value === "" ? '""' : value)));
    box.append(values);
  }
  if (description !== null) {
    const words = element("div", "cm-field-words");
    for (const part of description.split("\n\n")) words.append(element("p", "", part));
    box.append(words, element("div", "cm-field-source", fieldTexts.source(`${field.of}.${field.name}`)));
  }
  return box;
}

/** What is found at the place, gravest first, for who does not hover. */
export function findingBox(message: string): HTMLElement {
  const box = element("p", "cm-field-finding");
  box.append(...quoted(message));
  return box;
}

function paragraph(text: string): HTMLElement {
  const made = element("p");
  made.append(...quoted(text));
  return made;
}

function code(text: string): HTMLElement {
  return element("code", "", text);
}

function element(tag: string, className = "", text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
