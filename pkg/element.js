// Bundlers that do not read `exports` find `everynode/element` here.
export * from "./dist/element.js";
