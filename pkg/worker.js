// Bundlers that do not read `exports` find `everynode/worker` here.
export * from "./dist/worker/page.js";
export { default } from "./dist/worker/page.js";
