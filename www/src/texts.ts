/** Every text of the page, in one place, ready for translation. What the core says is not here: it makes its own sentences. */

import type { DaemonSetPlacement, DaemonSetStatus, Severity, TaintView, TolerationDiffers, TolerationView, Verdict } from "everynode";
import type { Change, PodState } from "./derive/course";
import type { CellKind } from "./derive/matrix";
import type { ProblemCounts } from "./derive/verdict";
import type { Look } from "./derive/look";
import type { Supposition, Theme, ViewId, Way } from "./state/state";

const numbers = new Intl.NumberFormat("en");
const number = (value: number) => numbers.format(value);
const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
const list = (names: readonly string[]) => new Intl.ListFormat("en").format(names);

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const severities: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["error", "errors"],
  warning: ["warning", "warnings"],
  info: ["hint", "hints"],
};

const looks: Readonly<Record<Look, string>> = {
  run: "runs",
  wait: "waits",
  keep: "keeps its Pod",
  lose: "loses its Pod",
  out: "left out",
  down: "unreachable",
};

const outcomes: Readonly<Record<TaintView["outcome"], string>> = {
  tolerated: "lets in",
  keepsOut: "keeps out",
  evicts: "keeps out, evicts",
  noSay: "no say",
};

const podStates: Readonly<Record<PodState, string>> = {
  gone: "no such node",
  absent: "no Pod wanted",
  missing: "no Pod",
  old: "old, serves",
  oldDown: "old, not available",
  terminating: "terminating",
  terminatingForEver: "Terminating for ever",
  starting: "starting",
  neverReady: "never Ready",
  pending: "Pending",
  pendingBeside: "old serves, new Pending",
  ready: "ready, not yet available",
  available: "new, available",
  beside: "old serves, new starting",
  neverReadyBeside: "old serves, new never Ready",
};

/** `3 min 10 s`, `1 h 4 min` */
function duration(seconds: number): string {
  const parts = ([[Math.floor(seconds / 3600), "h"], [Math.floor(seconds / 60) % 60, "min"], [seconds % 60, "s"]] as const)
    .filter(([value]) => value > 0)
    .slice(0, 2);
  return parts.length === 0 ? "at once" : parts.map(([value, unit]) => `${value} ${unit}`).join(" ");
}

/** `` `a`, `b` and `c` ``, or how many there are. */
function someOf(names: readonly string[], all: number): string {
  return all <= names.length ? list(names.map((name) => `\`${name}\``)) : count(all, "node");
}

export const texts = {
  number,
  size,
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
  },
  examples: {
    button: "Example: ",
    none: "Examples",
    changed: "changed",
    label: "Examples",
    tryThis: "Try this:",
  },
  reset: { button: "Reset", title: "Forget these files and go back to the first example" },
  theme: {
    label: "Theme",
    name: { system: "System theme", light: "Light theme", dark: "Dark theme" } satisfies Record<Theme, string>,
  },
  views: {
    label: "Views",
    name: { nodes: "Nodes", taints: "Taints", affinity: "Affinity", rollout: "Rollout", problems: "Problems" } satisfies Record<ViewId, string>,
    manifests: "YAML",
  },
  files: {
    label: "Files",
    add: "Add an empty file",
    open: "Open files",
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
    notStored: "holds a Secret: not kept for the next visit",
  },
  verdict: {
    group: (verdict: Verdict, look: Look, count: number, cause: string, again: boolean) => {
      const nodes = number(count);
      if (look === "down") return `${nodes} unreachable`;
      switch (verdict) {
        case "leftOut":
          if (cause === "") return `${nodes} left out`;
          return again ? `${nodes} ${cause}` : `${nodes} left out ${cause}`;
        case "keepsPod":
          return `${nodes} ${count === 1 ? "keeps its Pod" : "keep their Pods"}`;
        case "losesPod":
          return `${nodes} ${count === 1 ? "loses its Pod" : "lose their Pods"}`;
        case "awaitsPod":
          return `${nodes} ${count === 1 ? "awaits its Pod" : "await their Pods"}`;
        case "podNotAvailable":
          return `${nodes} not available`;
        case "runs":
          return `${nodes} run`;
      }
    },
    more: (nodes: number, causes: number) => `${number(nodes)} for ${count(causes, "other reason")}`,
    choose: "DaemonSets",
    none: "No DaemonSet here yet",
    noneHelp: "Paste what `kubectl get nodes,daemonsets,pods -A -o yaml` prints, drop files, or start from an example.",
    noneShort: "Paste one, drop a file, or start from an example.",
    examples: "Examples",
  },
  nodes: {
    groupBy: "Group by",
    reason: "Reason",
    facetButton: (key: string) => key.charAt(0).toUpperCase() + key.slice(1),
    facetTitle: (key: string, value: string) => (key === "zone" ? `Zone ${value}` : value),
    facetValue: (key: string, value: string) => (key === "zone" ? `zone ${value}` : value),
    withoutFacet: (key: string) => `Without a label for ${key}`,
    runOf: (eligible: number, all: number) => `${number(eligible)} of ${number(all)} run`,
    region: (by: string) => `Nodes by ${by}`,
    find: "Find a node by name",
    findHint: "find a node",
    found: (found: number) => (found === 0 ? "No node has this in its name." : count(found, "node")),
    foundMore: (shown: number, found: number) => `${number(shown)} of ${number(found)} shown`,
    gathered: (groups: number, first: string) => `For ${count(groups, "different reason")}, the first: ${first}`,
    dots: (caption: string, nodes: number) =>
      caption === "" ? count(nodes, "node") : `${caption}, ${count(nodes, "node")}`,
    dotAt: (name: string, look: Look, at: number, of: number) => `${name}, ${looks[look]}, ${number(at)} of ${number(of)}`,
    none: "No Node in these files",
    noneHelp: "Add what `kubectl get nodes -o yaml` prints, and each node gets its verdict.",
    addExample: (nodes: number) => `Add ${count(nodes, "example node")}`,
    notes: "Notes",
    andMore: (nodes: number) => `and ${count(nodes, "more", "more")}`,
  },
  look: (look: Look) => looks[look],
  card: {
    label: (node: string) => `Why ${node}`,
    by: (by: string) => by.charAt(0).toUpperCase() + by.slice(1),
    allPass: (checks: number) => `All ${number(checks)} checks pass`,
    goTo: (lines: string, file: string) => `${lines} in ${file}`,
    nodeSays: "The node says it in",
    podSays: "The Pod says it in",
    passes: "passes",
    fails: "fails",
    noSay: "has no say",
    none: "Choose a node to see why it runs there, or why not.",
  },
  fix: {
    copy: "Copy",
    copied: "Copied",
    apply: "Apply",
    label: "A way out",
    added: "added",
    removed: "removed",
  },
  kubectl: {
    label: "What kubectl prints",
    /** The object's own status, where it is not what the next sync writes. */
    recorded: (status: DaemonSetStatus) =>
      `the object still says ${number(status.desiredNumberScheduled)} desired, ${number(status.currentNumberScheduled)} current, ${number(status.numberReady)} ready, ${number(status.numberAvailable)} available`,
  },
  taints: {
    corner: "toleration \\ taint",
    opens: "opens",
    opensTip: "Nodes that are eligible because of this toleration",
    written: (file: string) => `Written in ${file}`,
    added: "Added by the controller",
    outcome: "Outcome",
    outcomeOf: (outcome: TaintView["outcome"]) => outcomes[outcome],
    outcomeNodes: (taint: TaintView) =>
      taint.outcome === "noSay" ? "never decides for a DaemonSet" : count(taint.nodes, "node"),
    onNodes: (taint: TaintView) => (taint.nodes <= 2 ? taint.examples.join(", ") : count(taint.nodes, "node")),
    cell: (kind: CellKind, differs: readonly TolerationDiffers[]) =>
      kind === "yes" ? "tolerates" : kind === "near" ? list(differs) : "·",
    cellName: (kind: CellKind, differs: readonly TolerationDiffers[]) =>
      kind === "yes"
        ? "tolerates"
        : kind === "near"
          ? `nearly: ${list(differs)} ${differs.length === 1 ? "differs" : "differ"}`
          : "other key",
    row: (toleration: TolerationView) => {
      if (toleration.origin === "replaced") return `${toleration.effect}, replaced`;
      const operator =
        toleration.operator === "Exists"
          ? "Exists"
          : `${toleration.operator === "Equal" ? "=" : toleration.operator} “${toleration.value}”`;
      return `${operator}, ${toleration.effect === "" ? "every effect" : toleration.effect}`;
    },
    note: (taint: TaintView, differs: readonly TolerationDiffers[]) =>
      `taint has ${list(differs.flatMap((each) => (each === "value" || each === "effect" ? [`“${taint[each]}”`] : [])))}`,
    everyKey: "every key",
    none: "No node has a taint",
    noneHelp: "Tolerations have nothing to match. Nodes without taints take every daemon Pod that their labels admit.",
    noTolerations: "This DaemonSet has no tolerations.",
    side: "Why this cell",
    sideTitle: { yes: "Tolerates", near: "Comes close", no: "Has nothing to do with it" } satisfies Record<CellKind, string>,
    sideSentence: (differs: readonly TolerationDiffers[]) =>
      differs.length === 0
        ? "A toleration matches a taint when key, value and effect all agree. They do."
        : `A toleration matches a taint when key, value and effect all agree. Here ${list(differs.map((each) => `the ${each}`))} ${differs.length === 1 ? "does" : "do"} not.`,
    part: { key: "key", operator: "operator", value: "value", effect: "effect" } satisfies Record<TolerationDiffers, string>,
    anyKey: "no key, so every taint",
    anyValue: "so any value will do",
    comparesValues: "so values are compared",
    anyEffect: "no effect, so every effect",
    emptyValue: "an empty value",
    isNot: "is not",
    onWhich: "Nodes with this taint",
    opensNone: "Opens no node of its own.",
    opensSome: (nodes: number) => `Opens ${count(nodes, "node")} that would be left out without it.`,
    effectMeans: {
      NoSchedule: "`NoSchedule` keeps new Pods out and leaves running ones alone.",
      NoExecute: "`NoExecute` keeps new Pods out and evicts running ones.",
      PreferNoSchedule:
        "`PreferNoSchedule` is a wish of the scheduler; a daemon Pod has only one node, so it never decides.",
    } as Readonly<Record<string, string>>,
  },
  affinity: {
    lead: (matches: number, nodes: number) =>
      `${number(matches)} of ${count(nodes, "node")} ${matches === 1 ? "passes" : "pass"} by name and labels.`,
    leadRest: "Taints decide about those that pass.",
    nodeName: "Node name",
    nodeNameIs: (name: string) => `The template names \`${name}\`: no other node can get the Pod.`,
    selector: "Node selector",
    allOf: "all must hold",
    anyOf: "one term is enough",
    affinity: "Required node affinity",
    oneTerm: "all of its only term must hold",
    noTerms: "There are no terms, so no node matches.",
    emptyTerm: "The term is empty, so it matches no node.",
    term: (at: number) => `Term ${at}`,
    or: "or",
    matches: (matches: number, nodes: number) => `${number(matches)} of ${number(nodes)}`,
    leftOut: (nodes: number) => `${count(nodes, "node")} left out by these rules`,
    moreGroups: (groups: number) => `and for ${count(groups, "more reason")}`,
    leftOutNone: "No node is left out by these rules.",
    nearest: (nearest: string) => `Nodes have ${nearest.includes("`") ? nearest : `\`${nearest}\``}.`,
    none: "No rule about names or labels",
    noneHelp: "The template has no node name, no node selector and no required node affinity: only taints decide.",
  },
  rollout: {
    picture: (nodes: number) => `The update of ${count(nodes, "node")} over time`,
    legend: "What bars and tiles mean, and how many nodes are so at the cursor",
    state: podStates,
    /** What becomes of nodes that end in a state. */
    ends: {
      ...podStates,
      absent: "end without",
      old: "keep the old Pod",
      available: "get the new Pod",
    } satisfies Record<PodState, string>,
    old: "old",
    new: "new",
    keeps: (version: string) => (version === "old" ? "keeps the old one" : `keeps ${version}`),
    besidePending: (version: string) => `${version}, new Pending`,
    besideNeverReady: (version: string) => `${version}, new never Ready`,
    all: "all",
    nodes: (nodes: number) => count(nodes, "node"),
    rows: "Rows",
    rowsBy: (by: string) =>
      by === "node" ? "Nodes" : by === "end" ? "Outcome" : by.charAt(0).toUpperCase() + by.slice(1),
    back: "Back one step",
    on: "On one step",
    play: "Play",
    pause: "Pause",
    speed: "Speed",
    speedOf: (speed: number) => `${speed < 1 ? `1/${1 / speed}` : speed} ×`,
    time: "Time in the update",
    timeOf: (time: string, step: number, of: number) => `${time}, step ${number(step)} of ${number(of)}`,
    atCursor: "At the cursor",
    nodesAtCursor: "Nodes at the cursor",
    dotAt: (name: string, state: PodState, at: number, of: number) =>
      `${name}, ${podStates[state]}, ${number(at)} of ${number(of)}`,
    step: (step: number, of: number) => `step ${number(step)} of ${number(of)}`,
    start: {
      nothing: "It is the first one: no node has a Pod yet.",
      settled: "Before it, every node has its old Pod.",
      recorded: "Before it, the cluster is as recorded.",
    },
    peak: (nodes: number, of: number) =>
      `At most ${number(nodes)} of ${count(of, "node")} at once ${nodes === 1 ? "is" : "are"} without an available Pod.`,
    availability: (permille: number) =>
      `Over the whole time ${permille === 1000 ? "100" : (permille / 10).toFixed(1)} % are available.`,
    loses: (names: readonly string[], all: number) =>
      `${someOf(names, all)} ${all === 1 ? "loses its Pod" : "lose their Pods"} for good, of which \`kubectl rollout status\` does not tell.`,
    gains: (names: readonly string[], all: number) => `${someOf(names, all)} ${all === 1 ? "gains a Pod" : "gain Pods"}.`,
    sideBySide: (nodes: number) => `On ${count(nodes, "node")} an old and a new Pod run side by side.`,
    happens: (change: Change, names: readonly string[], nodes: number) => {
      const [one, many] = ({
        gone: ["the deleted Pod is gone", "the deleted Pods are gone"],
        ready: ["the Pod is Ready", "the Pods are Ready"],
        deleted: ["the Pod is deleted", "the Pods are deleted"],
        created: ["a Pod is created", "Pods are created"],
        joins: ["joins", "join"],
        changes: ["changes", "change"],
        leaves: ["leaves", "leave"],
        down: ["does not answer any more", "do not answer any more"],
        up: ["answers again", "answer again"],
        stored: ["another template is stored", "another template is stored"],
        rolledBack: ["the template before is stored again", "the template before is stored again"],
        forceDeleted: ["the Pod is deleted by force", "the Pods are deleted by force"],
        notReady: ["the Pod is no longer Ready", "the Pods are no longer Ready"],
      } satisfies Record<Change, readonly [one: string, many: string]>)[change];
      if (nodes === 0) return one;
      return `${someOf(names, nodes)}${/Pod/.test(one) ? ": " : " "}${nodes === 1 ? one : many}`;
    },
    budget: "Budget",
    limit: (limit: "maxUnavailable" | "maxSurge", size: number) => `${limit} is ${count(size, "node")}`,
    noBudget: "none: old Pods wait until somebody deletes them",
    free: "free",
    over: (nodes: number) => `${count(nodes, "node")} beyond the limit: Pods that are not available count, too.`,
    slot: (state: PodState, forGood: boolean) => podStates[state] + (forGood && !/for ever|never/.test(podStates[state]) ? ", for good" : ""),
    holds: {
      stuck: "What holds it up",
      waiting: "What it waits for",
      complete: "What holds a place for good",
    },
    waiting: (nodes: number, onDelete: boolean) => {
      if (onDelete) return nodes === 1 ? "One old Pod stays until somebody deletes it:" : `${number(nodes)} old Pods stay until somebody deletes them:`;
      return nodes === 1 ? "One node keeps its old Pod meanwhile:" : `${number(nodes)} nodes keep their old Pods meanwhile:`;
    },
    frees: "What frees it",
    tried: "each was tried",
    afterwards: (completes: boolean, seconds: number) =>
      completes ? `completes ${duration(seconds)} later` : "goes on, without those that hold it up",
    what: "What the update is",
    changes: (changes: number) => (changes === 0 ? "no field changes" : `${count(changes, "field")} ${changes === 1 ? "changes" : "change"}`),
    moreChanges: (changes: number) => `${count(changes, "more field")} ${changes === 1 ? "changes" : "change"}.`,
    change: { path: "Field", before: "Before", after: "After", effect: "What it does" },
    absent: "absent",
    reordered: "the same items in another order",
    gainsAtOnce: "Get a Pod at once",
    losesAtOnce: "Lose their Pods at once, outside the budget",
    refused: "Why it is refused",
    refusedBy: { kubectl: "kubectl", apiserver: "The API server" },
    notLoaded: "This view could not be loaded. Reload the page to try again.",
    playIt: "Play it",
    untried: "Other changes were left untried: trying them takes much longer than the update.",
    times: "How long Pods take",
    timesOf: (nodes: number, example: string) => (nodes === 1 ? example : `${number(nodes)} nodes, as ${example}:`),
    timesSum: (start: number, stop: number) => `${number(start)} s to become Ready, ${number(stop)} s to stop.`,
    seconds: (seconds: number) => `${number(seconds)} s`,
    playingNow: (time: string, updated: number, desired: number) =>
      `Playing the update: ${time}, ${number(updated)} of ${count(desired, "node")} have the new Pod.`,
    trying: (trial: number) => `Trying what frees it: change ${number(trial)}.`,
    stoppedAt: (time: string, updated: number, desired: number) =>
      `Stopped at ${time}, when ${number(updated)} of ${count(desired, "node")} had the new Pod. The core was started again; the picture, if there is one, is the one before.`,
    stop: "Stop",
    playAgain: "Play it again",
    progress: "How far the update is played",
    commandLine: "The same on the command line",
    used: (held: number, busy: number, free: number) =>
      `${number(held)} held for good, ${number(busy)} in hand, ${number(free)} free`,
  },
  suppose: {
    update: "What the update is",
    way: { apply: "As written", restart: "Restart", setImage: "Image", undo: "Undo", delete: "Delete" } satisfies Record<Way, string>,
    wayTip: {
      apply: "kubectl apply, of what the editor holds",
      restart: "kubectl rollout restart",
      setImage: "kubectl set image",
      undo: "kubectl rollout undo",
      delete: "kubectl delete daemonset",
    } satisfies Record<Way, string>,
    kind: "Suppose something",
    pick: "Suppose …",
    fromTheStart: "From the beginning",
    atAMoment: "At a moment",
    kinds: {
      down: "a node is down",
      neverReady: "new Pods never get Ready",
      unschedulable: "new Pods stay Pending",
      slow: "Pods start slowly",
      cordon: "cordon a node",
      uncordon: "uncordon a node",
      drain: "drain a node",
      taint: "taint a node",
      label: "label a node",
      goesDown: "a node goes down",
      comesUp: "a node comes back",
      notReady: "a Pod is no longer Ready",
      deletePod: "somebody deletes a Pod",
      forceDeletePod: "somebody deletes a Pod by force",
      deleteNode: "a node leaves",
      addNode: "a node joins",
      setImage: "a second update: another image",
      rollback: "the update is undone",
    } satisfies Record<Supposition["kind"], string>,
    said: ({ kind, nodes, value }: Supposition) => {
      const on = someOf(nodes.slice(0, 3), nodes.length);
      const many = nodes.length > 1;
      return {
        down: `${on} ${many ? "are" : "is"} down`,
        neverReady: `new Pods never get Ready on ${on}`,
        unschedulable: `new Pods stay Pending on ${on}`,
        slow: `Pods take ${value} s to start on ${on}`,
        cordon: `${on} ${many ? "are" : "is"} cordoned`,
        uncordon: `${on} is uncordoned`,
        drain: `${on} is drained`,
        taint: `${on} is tainted \`${value}\``,
        label: `${on} is labelled \`${value}\``,
        goesDown: `${on} goes down`,
        comesUp: `${on} comes back`,
        notReady: `the Pod on ${on} is no longer Ready`,
        deletePod: `the ${many ? "Pods" : "Pod"} on ${on} ${many ? "are" : "is"} deleted`,
        forceDeletePod: `the ${many ? "Pods" : "Pod"} on ${on} ${many ? "are" : "is"} deleted by force`,
        deleteNode: `${on} ${many ? "leave" : "leaves"}`,
        addNode: `\`${value}\` joins, like ${on}`,
        setImage: `image \`${value}\``,
        rollback: "the update is undone",
      }[kind];
    },
    without: (said: string) => `Do not suppose that ${said.replaceAll("`", "")}`,
    node: "node or selector",
    like: "like this node",
    value: (kind: Supposition["kind"]) =>
      ({ slow: "seconds", taint: "key=value:Effect", label: "key=value", addNode: "its name", setImage: "container=image" } as Readonly<Record<string, string>>)[kind] ?? "",
    at: "at",
    add: "Add",
  },
  problems: {
    counts: ({ error, warning, info }: ProblemCounts) =>
      [
        error > 0 ? count(error, ...severities.error) : "",
        warning > 0 ? count(warning, ...severities.warning) : "",
        error + warning === 0 ? count(info, ...severities.info) : "",
      ]
        .filter((each) => each !== "")
        .join(", "),
    severity: (severity: Severity) => severities[severity][0],
    severityCount: (severity: Severity, of: number) => count(of, ...severities[severity]),
    source: { reader: "found while reading", apiserver: "refused by the API server", lint: "found in review" },
    region: "Problems",
    filter: "Severity",
    all: (of: number) => `All ${number(of)}`,
    ofOneSeverity: (severity: Severity, of: number) => {
      const name = severities[severity][1];
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number(of)}`;
    },
    none: "Nothing to say about these texts",
    noneHelp: "Every document was read as `kubectl` reads it.",
    nothingRead: "There is no object in them yet.",
    read: "Read from these texts",
    more: (left: number) => `${number(left)} more`,
    at: (file: string, lines: string) => `${file} ${lines}`,
  },
  trouble: {
    trap: "The core stopped at this text and was started again. What is shown is the answer to the text before.",
    slow: "No answer within 30 seconds. The core was started again; what is shown is the answer to the text before.",
    load: "The core does not start, so there are no answers. It needs WebAssembly and, under a Content-Security-Policy, `script-src 'wasm-unsafe-eval'`.",
  },
  notice: {
    dismiss: "Dismiss",
    withheld: (files: readonly string[]) =>
      `${list(files)} ${files.length === 1 ? "was" : "were"} not kept from the last visit: Secrets and attached files are never stored.`,
    notStored: (files: readonly string[]) =>
      `${list(files)} ${files.length === 1 ? "holds" : "hold"} a Secret and ${files.length === 1 ? "is" : "are"} not kept for the next visit.`,
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
    private: "Nothing leaves this page",
    privateTip: "The core runs in this page. No text, name or setting is sent anywhere.",
  },
  daemonSetOption: (daemonSet: DaemonSetPlacement) => daemonSet.verdict,
} as const;
