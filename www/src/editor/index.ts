/** The editor, as one part of the page. */

export { asksOf } from "./asks";
export { Desk } from "./desk";
