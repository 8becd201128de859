/** What is supposed on the page, as the question that the core gets and as the line that the command line takes. */

import type { NodeScenario, RolloutQuestion, Scenario, ScenarioEvent } from "everynode";
import { CONDITIONS, EVENTS, type Suppose, type Supposition } from "../state/state";
import { secondsOf } from "./timeline";

export type Kind = Supposition["kind"];

/** Which fields a supposition of a kind has. */
export interface Fields {
  readonly nodes: boolean;
  readonly value: boolean;
  readonly time: boolean;
}

const VALUED: ReadonlySet<Kind> = new Set(["slow", "taint", "label", "addNode", "setImage"]);
const ABOUT_NONE: ReadonlySet<Kind> = new Set(["setImage", "rollback"]);

export function fieldsOf(kind: Kind): Fields {
  return { nodes: !ABOUT_NONE.has(kind), value: VALUED.has(kind), time: EVENTS.some((event) => event === kind) };
}

/** Whether nothing is missing from a supposition. */
export function isWhole({ kind, nodes, value }: Supposition): boolean {
  const fields = fieldsOf(kind);
  if (fields.nodes && nodes.length === 0) return false;
  if (kind === "slow") return secondsOf(value) !== undefined;
  if (kind === "setImage") return imageOf(value) !== undefined;
  return !fields.value || value.trim() !== "";
}

/** The two parts of `container=image`. */
function imageOf(text: string): readonly [container: string, image: string] | undefined {
  const [, container, image] = /^([^=\s]+)=(\S+)$/.exec(text.trim()) ?? [];
  return container === undefined || image === undefined ? undefined : [container, image];
}

/** What the question says of the update itself. An image that is not written yet changes nothing. */
function wayOf({ way, image }: Suppose): RolloutQuestion {
  switch (way) {
    case "apply":
      return {};
    case "restart":
      return { restart: true };
    case "undo":
      return { undo: true };
    case "delete":
      return { delete: "background" };
    case "setImage": {
      const set = imageOf(image);
      return set === undefined ? {} : { setImage: Object.fromEntries([set]) };
    }
  }
}

type Listed = "down" | "neverReady" | "unschedulable";

/** The question without the DaemonSet that it is about. */
export function questionOf(suppose: Suppose): RolloutQuestion {
  const { all } = suppose;
  const listed = (kind: Listed) => {
    const nodes = all.filter((each) => each.kind === kind).flatMap((each) => each.nodes);
    return nodes.length === 0 ? {} : { [kind]: nodes };
  };
  const scenario = scenarioOf(all);
  return {
    ...wayOf(suppose),
    ...listed("down"),
    ...listed("neverReady"),
    ...listed("unschedulable"),
    ...(scenario === undefined ? {} : { scenario }),
  };
}

/** What the question's own fields do not say; undefined where they say all. */
function scenarioOf(all: readonly Supposition[]): Scenario | undefined {
  const nodes: [string, NodeScenario][] = all
    .filter(({ kind }) => kind === "slow")
    .flatMap(({ nodes: slow, value }) => slow.map((node): [string, NodeScenario] => [node, { startupSeconds: secondsOf(value) ?? 0 }]));
  const events = all
    .filter(({ kind }) => !CONDITIONS.some((condition) => condition === kind))
    .sort((one, other) => one.time - other.time)
    .map((each): ScenarioEvent => ({ time: each.time, ...whatHappens(each) }));
  if (nodes.length === 0 && events.length === 0) return undefined;
  return {
    ...(nodes.length === 0 ? {} : { nodes: Object.fromEntries(nodes) }),
    ...(events.length === 0 ? {} : { events }),
  };
}

function whatHappens(supposed: Supposition): Omit<ScenarioEvent, "time"> {
  const [only = ""] = supposed.nodes;
  const nodes = supposed.nodes.length === 1 ? only : supposed.nodes;
  const value = supposed.value.trim();
  switch (supposed.kind) {
    case "taint":
      return { taint: { nodes, taints: value } };
    case "label":
      return { label: { nodes, labels: value } };
    case "goesDown":
      return { down: nodes };
    case "comesUp":
      return { up: nodes };
    case "addNode":
      return { addNode: { name: value, like: only } };
    case "setImage":
      return { setImage: Object.fromEntries([imageOf(value) ?? ["", ""]]) };
    case "rollback":
      return { rollback: true };
    case "cordon":
    case "uncordon":
    case "drain":
    case "notReady":
    case "deletePod":
    case "forceDeletePod":
    case "deleteNode":
      return { [supposed.kind]: nodes };
    default:
      return {};
  }
}

/** What a shell takes as one word. */
export function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

export interface Asked {
  /** Names of the files, in their order. */
  readonly files: readonly string[];
  /** `namespace/name` */
  readonly daemonSet: string;
  /** The moment to answer for; null: the clock's. */
  readonly now: string | null;
  readonly suppose: Suppose;
}

/** The lines to paste into a shell for the same answer. */
export function commandLine({ files, daemonSet, now, suppose }: Asked): string {
  const { restart, undo, delete: propagation, setImage, down, neverReady, unschedulable, scenario } = questionOf(suppose);
  const flag = (name: string, nodes: readonly string[] | undefined) => (nodes === undefined ? [] : [name, word(nodes.join(","))]);
  const words = [
    "everynode",
    "rollout",
    ...files.map((file) => word(file.startsWith("-") ? `./${file}` : file)),
    "-d",
    word(daemonSet),
    ...(restart === true ? ["--restart"] : []),
    ...(undo === undefined ? [] : ["--undo"]),
    ...(propagation === undefined ? [] : ["--delete"]),
    ...Object.entries(setImage ?? {}).flatMap(([container, image]) => ["--set", word(`${container}=${image}`)]),
    ...flag("--down", down),
    ...flag("--never-ready", neverReady),
    ...flag("--unschedulable", unschedulable),
    ...(scenario === undefined ? [] : ["--scenario", "scenario.json"]),
    ...(now === null ? [] : ["--now", word(now)]),
  ];
  const line = words.join(" ");
  if (scenario === undefined) return line;
  // A word of its own ends the text, whatever stands in it: JSON in one piece has no such line.
  return `cat > scenario.json <<'EOF'\n${JSON.stringify(scenario, null, 2)}\nEOF\n${line}`;
}
