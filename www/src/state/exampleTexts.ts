/** The manifests of all examples, in a part of the page that comes later. */

export const texts = import.meta.glob<string>("../../examples/*/*.yaml", { query: "?raw", import: "default", eager: true });

export { fleet } from "./fleet";
