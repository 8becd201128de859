/** Texts of the page itself: bars, files, editor, notices. */

import type { Theme, ViewId } from "../state/state";
import { count, list, number, size } from "./words";

export const pageTexts = {
  brand: "everynode",
  page: {
    title: "everynode: where a DaemonSet runs, and why not elsewhere",
    titleOf: (name: string, verdict: string) => `${name} ${verdict}`,
    start: "everynode, start",
    verdict: "Verdict",
    manifests: "Manifests",
    answer: "Answer",
    resize: "Resize panes",
    reason: "The reason",
    drop: "Drop manifests to read them here",
    reading: "Reading the manifests",
    noAnswer: "Without the core there is no answer. The texts at the left stay, and can be changed and shared.",
    notLoaded: "This view could not be loaded. Reload the page to try again.",
  },
  examples: {
    button: "Example: ",
    none: "Examples",
    changed: "changed",
    label: "Examples",
    tryThis: "Try this:",
    tryButton: "Do it",
  },
  goTo: "Go to a node, rule or view",
  keys: "Keys",
  reset: { button: "Reset", title: "Forget these files and every setting, and go back to the first example" },
  theme: {
    label: "Theme",
    name: { system: "System theme", light: "Light theme", dark: "Dark theme" } satisfies Record<Theme, string>,
  },
  views: {
    label: "Views",
    name: { nodes: "Nodes", taints: "Taints", affinity: "Affinity", rollout: "Rollout", review: "Review", whatif: "What-if", stored: "Stored" } satisfies Record<ViewId, string>,
    manifests: "YAML",
  },
  files: {
    label: "Files",
    add: "Add an empty file",
    open: "Open files",
    compare: "Compare two files side by side",
    renameTip: "Double-click to rename",
    remove: (name: string) => `Remove ${name}`,
    newName: "File name",
    nodes: (nodes: number, more: boolean) => `${number(nodes)}${more ? "+" : ""}`,
    lines: (lines: number) => count(lines, "line"),
    attached: (name: string, bytes: number) => `${name} is attached: ${size(bytes)}`,
    attachedWhy: "Texts above 2 MB are read in full but not opened in the editor.",
    attachedHolds: "What it holds",
  },
  editor: {
    label: (name: string) => `Text of ${name}`,
    placeholder:
      "Paste a DaemonSet and Nodes as\nkubectl get nodes,daemonsets,pods -A -o yaml\nprints them, or drop files here.",
  },
  trouble: {
    trap: "The core stopped at this text and was started again. What is shown is the answer to the text before.",
    slow: "No answer within 30 seconds. The core was started again; what is shown is the answer to the text before.",
    load: "The core does not start, so there are no answers. It needs WebAssembly and, under a Content-Security-Policy, `script-src 'wasm-unsafe-eval'`.",
  },
  notice: {
    dismiss: "Dismiss",
    storageFull: "The browser's storage is full or off: these files are gone when the page is closed.",
    attached: (file: string) => `${file} is now larger than 2 MB and became an attached file.`,
    unreadable: (files: readonly string[]) => `${list(files)} could not be read.`,
    noEditor: "The editor could not be loaded, so texts cannot be changed. Reload the page to try again.",
    undo: "Undo",
    replaced: (files: readonly string[]) =>
      `${list(files)} gave way to the example.`,
    removed: (file: string) => `${file} is removed.`,
  },
  foot: {
    rules: "Rules of ",
    kubernetes: (version: string) => `Kubernetes ${version}`,
    answered: "answered in ",
    busy: "reading…",
    milliseconds: (milliseconds: number) =>
      milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${number(Math.round(milliseconds))} ms`,
    core: (version: string) => `core ${version}, `,
    wasm: (bytes: number) => size(bytes),
    wasmOf: " of wasm",
    unloaded: "The API server's checks did not load.",
    loadAgain: "Load them",
    private: "Nothing leaves this page",
    privateTip: "The core runs in this page. No text, name or setting is sent anywhere.",
  },
} as const;
