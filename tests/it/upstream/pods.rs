use super::{daemon_set, node, pod};
use everynode::apiserver::{default_daemon_set, default_pod};
use everynode::cluster::Snapshot;
use everynode::controller::{
    CurrentRevision, DaemonPodRules, daemon_set_status, is_pod_updated, pods_by_node,
    target_node_name,
};
use everynode::model::{
    ControllerRevision, DaemonSet, Defaulted, FeatureGates, LabelSelector, Pod,
};

/// pkg/controller/daemon/util/daemonset_util_test.go TestGetTargetNodeName
#[test]
fn a_pod_is_for_the_node_that_it_is_bound_to_or_else_named_for() {
    let named = |values: &str| {
        format!(
            "affinity: {{nodeAffinity: {{requiredDuringSchedulingIgnoredDuringExecution: {{nodeSelectorTerms: \
             [{{matchFields: [{{key: metadata.name, operator: In, values: [{values}]}}]}}]}}}}}}"
        )
    };
    for (spec, expected) in [
        ("nodeName: node-1".to_owned(), Some("node-1")),
        (named("node-1"), Some("node-1")),
        (
            format!("nodeName: node-2, {}", named("node-1")),
            Some("node-2"),
        ),
        (named("node-1, node-2"), None),
        (named(""), None),
        (String::new(), None),
    ] {
        let pod = pod("name: p", &spec, "");
        assert_eq!(target_node_name(&pod), expected, "{spec}");
    }
}

/// pkg/controller/daemon/util/daemonset_util_test.go TestIsPodUpdated
#[test]
fn a_pod_is_updated_by_its_generation_or_by_its_hash() {
    let both = "labels: {pod-template-generation: '12345', controller-revision-hash: '55555'}";
    let no_hash = "labels: {pod-template-generation: '12345'}";
    for (generation, labels, hash, expected) in [
        ("12345", both, "55555", true),
        ("12345", both, "55555123", true),
        ("12345", no_hash, "55555", true),
        ("12345", no_hash, "", true),
        ("12345", both, "", true),
        ("12350", both, "55555", true),
        ("12350", both, "55555123", false),
        ("12345", "labels: {}", "", false),
        ("12345", "labels: {}", "55555", false),
        ("12345", "name: p", "55555", false),
    ] {
        let mut daemon_set = daemon_set("{}").into_inner();
        daemon_set.metadata.annotations =
            [("deprecated.daemonset.template.generation", generation)]
                .into_iter()
                .collect();
        let revision = CurrentRevision::Found {
            name: "r".to_owned(),
            hash: hash.to_owned(),
            revision: 1,
        };
        let daemon_set = default_daemon_set(daemon_set);
        let updated = is_pod_updated(&daemon_set, &revision, &pod(labels, "", ""));
        assert_eq!(updated, Some(expected), "{generation} {labels} {hash:?}");
    }
}

const OWNED: &str = "ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: ds, uid: u1, controller: true}]";

fn selecting() -> Defaulted<DaemonSet> {
    let mut daemon_set = daemon_set("{}").into_inner();
    "u1".clone_into(&mut daemon_set.metadata.uid);
    daemon_set.spec.selector = Some(LabelSelector {
        match_labels: [("app", "agent")].into_iter().collect(),
        ..LabelSelector::default()
    });
    default_daemon_set(daemon_set)
}

fn snapshot(nodes: &[&str], pods: Vec<Pod>) -> Snapshot {
    let nodes = nodes.iter().map(|name| node(name, "", ""));
    let revisions: [ControllerRevision; 0] = [];
    Snapshot::new(nodes, pods.into_iter().map(default_pod), revisions)
}

/// pkg/controller/daemon/daemon_controller_test.go TestGetNodesToDaemonPods
#[test]
fn a_daemon_set_has_the_pods_that_it_owns_or_may_adopt_and_that_still_count() {
    let other = OWNED.replace("name: ds, uid: u1", "name: ds2, uid: u2");
    let mine = "labels: {app: agent}";
    let not_mine = "labels: {app: other}";
    let gone = "deletionTimestamp: '2026-11-21T08:00:00Z'";
    let pods = [
        ("owned", format!("{mine}, {OWNED}"), "Running", true),
        ("orphan", mine.to_owned(), "Running", true),
        (
            "owned-succeeded",
            format!("{mine}, {OWNED}"),
            "Succeeded",
            true,
        ),
        ("owned-failed", format!("{mine}, {OWNED}"), "Failed", true),
        (
            "owned-leaving",
            format!("{mine}, {OWNED}, {gone}"),
            "Running",
            true,
        ),
        (
            "not-selected",
            format!("{not_mine}, {OWNED}"),
            "Running",
            false,
        ),
        ("not-selected-orphan", not_mine.to_owned(), "Running", false),
        ("of-another", format!("{mine}, {other}"), "Running", false),
        (
            "orphan-leaving",
            format!("{mine}, {gone}"),
            "Running",
            false,
        ),
        (
            "succeeded-and-leaving",
            format!("{mine}, {OWNED}, {gone}"),
            "Succeeded",
            false,
        ),
        (
            "failed-and-leaving",
            format!("{mine}, {OWNED}, {gone}"),
            "Failed",
            false,
        ),
    ];
    let objects = pods
        .iter()
        .zip(0..)
        .map(|((name, metadata, phase, _), number)| {
            let metadata = format!("name: {name}, {metadata}");
            let spec = format!("nodeName: node-{}", number % 2);
            pod(&metadata, &spec, &format!("phase: {phase}"))
        });
    let snapshot = snapshot(&["node-0", "node-1"], objects.collect());
    let found = pods_by_node(&selecting(), &snapshot).unwrap();
    let mut kept = Vec::new();
    for (node, positions) in found.nodes.iter() {
        for position in positions {
            let pod = snapshot.pods.get(*position).unwrap();
            assert_eq!(&pod.spec.node_name, node);
            kept.push(pod.metadata.name.as_str());
        }
    }
    kept.sort_unstable();
    let mut wanted: Vec<&str> = pods.iter().filter(|p| p.3).map(|p| p.0).collect();
    wanted.sort_unstable();
    assert_eq!(kept, wanted);
}

/// pkg/controller/daemon/daemon_controller_test.go TestNumberReadyStatus
#[test]
fn ready_counts_the_condition_and_nothing_else() {
    for (status, ready) in [
        ("phase: Running", 0),
        (
            "phase: Running, conditions: [{type: Ready, status: 'False'}]",
            0,
        ),
        (
            "phase: Running, conditions: [{type: Ready, status: 'True'}]",
            2,
        ),
    ] {
        let pods = ["node-0", "node-1"].map(|node| {
            let metadata = format!("name: on-{node}, labels: {{app: agent}}, {OWNED}");
            pod(&metadata, &format!("nodeName: {node}"), status)
        });
        let snapshot = snapshot(&["node-0", "node-1"], pods.to_vec());
        let daemon_set = selecting();
        let rules = DaemonPodRules::new(&daemon_set, FeatureGates::default());
        let eligibility = rules.judge_all(&snapshot.nodes);
        let counted = daemon_set_status(&daemon_set, &eligibility, &snapshot, None);
        assert_eq!(counted.ready, ready, "{status}");
        assert_eq!((counted.desired, counted.current), (2, 2));
    }
}
