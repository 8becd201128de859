/** Small inputs that together make the core fill every field of its answers. */

import { readFileSync } from "node:fs";

function read(name) {
  return { name, text: readFileSync(new URL(`inputs/${name}`, import.meta.url), "utf8") };
}

const fleet = { files: [read("fleet.yaml"), read("proposed.yaml")], now: "2026-11-20T12:00:00Z" };
const faults = { files: [read("faults.yaml"), read("fragment.yaml"), read("broken.json")] };
const bare = { files: [read("proposed.yaml")], complete: true };

const update = { files: [read("update-old.yaml"), read("update-new.yaml"), read("update-nodes.yaml")], now: "2026-11-20T12:00:00Z" };

/** By the name of the golden file: the question, what the answer is called in the types, and its arguments. */
export const QUESTIONS = {
  lint_fleet: ["lint", "LintAnswer", fleet, { presets: ["off"], rules: ["image-tag-latest"], role: "log-collector" }],
  lint_faults: ["lint", "LintAnswer", faults, { presets: ["off"] }],
  fix_faults: ["fix", "FixAnswer", { files: [read("fix.yaml")] }, { unsafe: true }],
  validate_faults: ["validate", "ValidateAnswer", { files: [read("refused.yaml")] }],
  validate_update: ["validate", "ValidateAnswer", { files: [read("update-old.yaml"), read("update-new.yaml")] }, { old: ["update-old.yaml"] }],
  field_at: ["fieldAt", "FieldAnswer", { files: [read("half-written.yaml")] }, { file: "half-written.yaml", line: 9, column: 20 }],
  field_nowhere: ["fieldAt", "FieldAnswer", { files: [read("half-written.yaml")] }, { file: "none.yaml", line: 1, column: 1 }],
  complete_fields: ["complete", "CompleteAnswer", { files: [read("half-written.yaml")] }, { file: "half-written.yaml", line: 10, column: 9 }],
  complete_values: ["complete", "CompleteAnswer", { files: [read("fleet.yaml"), read("half-written.yaml")] }, { file: "half-written.yaml", line: 12, column: 15 }],
  complete_nothing: ["complete", "CompleteAnswer", { files: [read("half-written.yaml")] }, { file: "half-written.yaml", line: 1, column: 1 }],
  defaults_faults: ["defaults", "DefaultsAnswer", { files: [read("refused.yaml"), { name: "high.yaml", text: "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: high\n" }] }],
  place_fleet: ["place", "PlaceAnswer", fleet],
  place_faults: ["place", "PlaceAnswer", faults],
  place_without_nodes: ["place", "PlaceAnswer", bare],
  explain_running: ["explain", "ExplainAnswer", fleet, { daemonSet: "logging/agent", node: "worker-a" }],
  explain_left_out: ["explain", "ExplainAnswer", fleet, { daemonSet: "logging/agent", node: "gpu-1" }],
  explain_loses_pod: ["explain", "ExplainAnswer", fleet, { daemonSet: "logging/agent", node: "draining" }],
  explain_affinity: ["explain", "ExplainAnswer", fleet, { daemonSet: "storage/csi", node: "worker-b" }],
  explain_node_name: ["explain", "ExplainAnswer", fleet, { daemonSet: "pinned", node: "worker-b" }],
  explain_missing_node: ["explain", "ExplainAnswer", fleet, { daemonSet: "logging/agent", node: "worker-aa" }],
  rollout_update: ["rollout", "RolloutAnswer", update, { daemonSet: "logging/agent", from: ["update-old.yaml"] }],
  rollout_stuck: ["rollout", "RolloutAnswer", update, { from: ["update-old.yaml"], down: ["worker-2"], neverReady: ["worker-1"], startupSeconds: 5, terminationSeconds: 3 }],
  rollout_restart: ["rollout", "RolloutAnswer", fleet, { daemonSet: "logging/agent", restart: true }],
  rollout_limits: ["rollout", "RolloutAnswer", { files: [read("update-limits.yaml"), read("update-nodes.yaml")] }, { maxSeconds: 60 }],
  rollout_patch: ["rollout", "RolloutAnswer", { files: [read("update-new.yaml"), read("update-nodes.yaml")] }, { patch: "spec: {minReadySeconds: 5, replicas: 1, template: {spec: {nodeSelector: {none: here}, containers: [{name: agent, image: a:2, env: [{name: A}]}]}}}", maxSeconds: 60 }],
  rollout_refused: ["rollout", "RolloutAnswer", { files: [read("update-new.yaml"), read("update-nodes.yaml")] }, { patch: { text: '[{"op": "replace", "path": "/spec/selector/matchLabels", "value": {"app": "other"}}]', type: "json", name: "patch.json" } }],
  rollout_patch_fails: ["rollout", "RolloutAnswer", { files: [read("update-new.yaml"), read("update-nodes.yaml")] }, { patch: { text: "spec: {template: {spec: {containers: [{image: a}]}}}", name: "patch.yaml" } }],
  rollout_set_image: ["rollout", "RolloutAnswer", { files: [read("update-new.yaml"), read("update-nodes.yaml")] }, { setImage: { "*": "a:2" }, maxSeconds: 20 }],
  rollout_undo: ["rollout", "RolloutAnswer", update, { from: ["update-old.yaml"], undo: true, maxSeconds: 20 }],
  rollout_delete: ["rollout", "RolloutAnswer", update, { from: ["update-old.yaml"], delete: "foreground", down: ["worker-2"] }],
  rollout_missing: ["rollout", "RolloutAnswer", update, { daemonSet: "agnet" }],
  explain_missing_daemon_set: ["explain", "ExplainAnswer", fleet, { daemonSet: "logging/agnet", node: "worker-a" }],
};
