// A server that renders pages imports what they import.
import { EverynodePlayground } from "everynode/element";

console.log(typeof EverynodePlayground);
