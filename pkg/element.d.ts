/// <reference lib="dom" />

/**
 * `<everynode-playground>`: on which nodes a DaemonSet runs, why not on the others, how its update goes and what a reviewer says, for
 * the manifests that the element holds. Importing the module defines it.
 *
 * | attribute | what it says |
 * | --- | --- |
 * | `view` | what is shown first: `nodes` (default), `taints`, `affinity`, `rollout`, `review` |
 * | `src` | addresses of manifests, with spaces between them, besides those of the children |
 * | `daemonset`, `node` | which one is explained: `namespace/name`, a Node's name |
 * | `now` | the moment to answer for, by default the clock's |
 * | `theme` | `light` or `dark`; without it the system's |
 * | `loading` | `eager`: not only when the element comes near the screen |
 */
export declare class EverynodePlayground extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "everynode-playground": EverynodePlayground;
  }
}
