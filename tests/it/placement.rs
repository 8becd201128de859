//! Where a DaemonSet runs and why not elsewhere, from text to sentences.

use everynode::apiserver::{default_daemon_set, default_node};
use everynode::controller::DaemonPodRules;
use everynode::manifest::{Limits, Typed, read};
use everynode::model::FeatureGates;
use everynode::placement::groups;
use everynode::source::FileId;
use everynode::words::{group_title, name_list, reason_sentence, verdict};

/// The verdict, then a line for each group, then its reasons.
fn answer(text: &str) -> String {
    let reading = read(FileId(0), text, &Limits::default());
    assert_eq!(reading.diagnostics, []);
    let (mut daemon_set, mut nodes) = (None, Vec::new());
    for object in reading.objects {
        match object.typed {
            Typed::DaemonSet(object) => daemon_set = Some(default_daemon_set(*object)),
            Typed::Node(object) => nodes.push(default_node(*object)),
            other => panic!("{other:?}"),
        }
    }
    let daemon_set = daemon_set.expect("the text has a DaemonSet");
    let rules = DaemonPodRules::new(&daemon_set, FeatureGates::default());
    let judged = nodes
        .iter()
        .zip(0..)
        .map(|(node, at)| (rules.judge(node), vec![at]));
    let groups = groups(judged);
    let eligible = groups.iter().filter(|group| group.should_run);
    let mut lines = vec![verdict(
        eligible.map(|group| group.nodes.len()).sum(),
        nodes.len(),
    )];
    for group in &groups {
        let names: Vec<&str> = group
            .nodes
            .iter()
            .map(|&at| nodes[at as usize].metadata.name.as_str())
            .collect();
        let keeps = if group.should_continue_running {
            "keeps"
        } else {
            "deletes"
        };
        lines.push(format!(
            "{} ({keeps}): {}",
            group_title(group),
            name_list(&names, 3)
        ));
        lines.extend(
            group
                .reasons
                .iter()
                .map(|reason| format!("  {}", reason_sentence(reason))),
        );
    }
    lines.join("\n")
}

const CLUSTER: &str = "
apiVersion: v1
kind: Node
metadata: {name: cp-1, labels: {kubernetes.io/os: linux, kubernetes.io/arch: amd64}}
spec: {taints: [{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}]}
---
apiVersion: v1
kind: Node
metadata: {name: worker-1, labels: {kubernetes.io/os: linux, kubernetes.io/arch: amd64}}
---
apiVersion: v1
kind: Node
metadata: {name: worker-2, labels: {kubernetes.io/os: linux, kubernetes.io/arch: amd64}}
spec: {unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]}
---
apiVersion: v1
kind: Node
metadata: {name: gpu-1, labels: {kubernetes.io/os: linux, kubernetes.io/arch: amd64}}
spec: {taints: [{key: nvidia.com/gpu, value: present, effect: NoExecute}]}
---
apiVersion: v1
kind: Node
metadata: {name: win-1, labels: {kubernetes.io/os: windows, kubernetes.io/arch: arm64}}
---
";

fn daemon_set(pod: &str) -> String {
    format!(
        "{CLUSTER}apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{name: agent}}\nspec:\n  selector: {{matchLabels: {{app: agent}}}}\n  template:\n    metadata: {{labels: {{app: agent}}}}\n    spec: {pod}\n"
    )
}

#[test]
fn a_cordon_leaves_no_node_out_and_each_cause_is_one_group() {
    let pod = "{nodeSelector: {kubernetes.io/os: linux}, tolerations: [{key: nvidia.com/gpu, value: 'true', effect: NoExecute}]}";
    assert_eq!(
        answer(&daemon_set(pod)),
        "\
runs on 2 of 5 nodes
Runs (keeps): worker-1 and worker-2
Left out by a taint (keeps): cp-1
  The taint `node-role.kubernetes.io/control-plane:NoSchedule` is not tolerated.
Left out by a taint (deletes): gpu-1
  The taint `nvidia.com/gpu=present:NoExecute` is not tolerated.
Left out by the node selector (deletes): win-1
  The node selector wants `kubernetes.io/os: linux`."
    );
}

#[test]
fn tolerating_everything_runs_everywhere() {
    assert_eq!(
        answer(&daemon_set("{tolerations: [{operator: Exists}]}")),
        "runs on all 5 nodes\nRuns (keeps): cp-1, worker-1, worker-2 and 2 more"
    );
}

#[test]
fn every_failing_check_is_said_not_only_the_first() {
    let pod = "{nodeName: cp-1, affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/arch, operator: In, values: [arm64]}]}]}}}}";
    assert_eq!(
        answer(&daemon_set(pod)),
        "\
runs on none of 5 nodes
Left out for more than one reason (deletes): worker-1 and worker-2
  The template names the node `cp-1`.
  The one term of the required node affinity does not match.
Left out for more than one reason (deletes): cp-1
  The one term of the required node affinity does not match.
  The taint `node-role.kubernetes.io/control-plane:NoSchedule` is not tolerated.
Left out for more than one reason (deletes): gpu-1
  The template names the node `cp-1`.
  The one term of the required node affinity does not match.
  The taint `nvidia.com/gpu=present:NoExecute` is not tolerated.
Left out by name (deletes): win-1
  The template names the node `cp-1`."
    );
}
