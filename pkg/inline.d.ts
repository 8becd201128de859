// Bundlers that do not read `exports` find `everynode/inline` here.
export * from "./dist/inline.js";
export { default } from "./dist/inline.js";
