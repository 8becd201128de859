/**
 * `<everynode-playground>`: the playground's views in any page. This part only waits until somebody comes near; what draws and what
 * answers is loaded then.
 *
 * ```html
 * <script type="module" src="https://example.com/everynode/dist/element.js"></script>
 * <everynode-playground view="taints">
 *   <pre><code>apiVersion: apps/v1 …</code></pre>
 * </everynode-playground>
 * ```
 */

import type { ViewId } from "../state/state";
import { textsOf } from "./inputs";
import type { Mounted } from "./mount";

/** What the attribute calls the views. */
const VIEWS: Readonly<Record<string, ViewId>> = {
  nodes: "nodes",
  taints: "taints",
  affinity: "affinity",
  rollout: "rollout",
  review: "review",
  "what-if": "whatif",
  stored: "stored",
};

/** So far ahead of the screen the answer is made. */
const NEAR = "300px";

// Servers import the file, too, and have no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export class EverynodePlayground extends Base {
  static readonly observedAttributes = ["view", "theme", "src", "daemonset", "node", "now"];

  readonly #root: ShadowRoot;
  #near: IntersectionObserver | null = null;
  #changes: MutationObserver | null = null;
  #mounted: Mounted | null = null;
  /** Rises with every reading of the texts, so that only the last one counts. */
  #reading = 0;
  #wanted = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
    // Until there is an answer, and where none comes, what stands in the element is what is read.
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback(): void {
    if (this.getAttribute("loading") === "eager") {
      void this.#read();
    } else {
      this.#near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && void this.#read(), { rootMargin: NEAR });
      this.#near.observe(this);
    }
    this.#changes = new MutationObserver(() => this.#wanted && void this.#read());
    this.#changes.observe(this, { childList: true, subtree: true, characterData: true });
  }

  disconnectedCallback(): void {
    this.#near?.disconnect();
    this.#changes?.disconnect();
    this.#reading += 1;
    this.#wanted = false;
    // Moved to another place, it is connected again at once, and keeps what it shows.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#mounted?.end();
      this.#mounted = null;
    });
  }

  attributeChangedCallback(name: string): void {
    if (name === "src") {
      if (this.#wanted) void this.#read();
    } else {
      this.#mounted?.choose(this.#chosen());
    }
  }

  #chosen(): { view: ViewId; theme: string | null; daemonSet: string | null; node: string | null; now: string | null } {
    const wanted = this.getAttribute("view");
    return {
      view: VIEWS[wanted ?? ""] ?? "nodes",
      theme: this.getAttribute("theme"),
      daemonSet: this.getAttribute("daemonset"),
      node: this.getAttribute("node"),
      now: this.getAttribute("now"),
    };
  }

  async #read(): Promise<void> {
    this.#near?.disconnect();
    this.#wanted = true;
    const reading = (this.#reading += 1);
    const [files, { mount }] = await Promise.all([textsOf(this), import("./mount")]);
    if (reading !== this.#reading) return;
    if (this.#mounted === null) this.#mounted = mount(this.#root, this.#chosen());
    this.#mounted.show(files);
  }
}

if (globalThis.customElements !== undefined && customElements.get("everynode-playground") === undefined) {
  customElements.define("everynode-playground", EverynodePlayground);
}
