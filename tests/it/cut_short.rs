//! Updates that are not played to their end.

use everynode::apiserver::{default_daemon_set, default_node, default_pod};
use everynode::cluster::Snapshot;
use everynode::ffi::{RolloutAnswer, RolloutQuestion, Session};
use everynode::model::{
    ControllerRevision, DaemonSet, FeatureGates, LabelSelector, Node, Pod, PodCondition, Time,
};
use everynode::simulation::{Outcome, RecordedStart, RolloutInput, Scenario, Start, rollout};

#[test]
fn a_controller_that_looks_again_and_again_in_vain_is_left() {
    // Ready, nobody knows since when: never available, and looked at every second.
    let mut pod = Pod::default();
    "agent-x".clone_into(&mut pod.metadata.name);
    pod.metadata.labels = [("app", "agent")].into_iter().collect();
    "a".clone_into(&mut pod.spec.node_name);
    pod.status.conditions.push(PodCondition {
        kind: "Ready".to_owned(),
        status: "True".to_owned(),
        ..PodCondition::default()
    });
    let mut stored = DaemonSet::default();
    stored.spec.min_ready_seconds = 1;
    stored.spec.selector = Some(LabelSelector {
        match_labels: pod.metadata.labels.clone(),
        ..LabelSelector::default()
    });
    let stored = default_daemon_set(stored);
    let mut node = Node::default();
    node.metadata.name = "a".to_owned();
    let nodes = [default_node(node)];
    let none: [ControllerRevision; 0] = [];
    let snapshot = Snapshot::new(nodes, [default_pod(pod)], none);
    let scenario = Scenario {
        max_seconds: i64::MAX,
        ..Scenario::default()
    };
    let course = rollout(RolloutInput {
        start: Start::Recorded(RecordedStart {
            daemon_set: &stored,
            snapshot: &snapshot,
            now: Time::default(),
        }),
        new: &stored,
        nodes: &snapshot.nodes,
        gates: FeatureGates::default(),
        scenario: &scenario,
    });
    assert_eq!(course.outcome, Outcome::TimeOut);
    let status = course.steps.last().unwrap().status;
    assert_eq!((status.ready, status.available), (1, 0));
}

#[test]
fn what_is_under_way_when_time_is_up_holds_nothing_up() {
    let mut session = Session::new();
    let nodes: Vec<String> = ["a", "b", "c", "d"]
        .iter()
        .map(|name| format!("{{apiVersion: v1, kind: Node, metadata: {{name: {name}}}}}\n"))
        .collect();
    session.set_text("nodes.yaml", &nodes.join("---\n"));
    session.set_text(
        "agent.yaml",
        "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\nspec:\n  selector: {matchLabels: {app: agent}}\n  template:\n    \
         metadata: {labels: {app: agent}}\n    spec: {containers: [{name: agent, image: agent:1}]}\n",
    );
    let mut holders = |seconds, never_ready: &[&str]| {
        let question = RolloutQuestion {
            restart: true,
            max_seconds: Some(seconds),
            never_ready: never_ready.iter().map(ToString::to_string).collect(),
            ..RolloutQuestion::default()
        };
        let RolloutAnswer::Found(found) = session.rollout(&question) else {
            panic!("there is an update");
        };
        let blockers = found.meaning.blockers.iter();
        let held: Vec<String> = blockers
            .flat_map(|one| {
                one.nodes
                    .0
                    .iter()
                    .map(|node| found.nodes[*node as usize].clone())
            })
            .collect();
        (found.verdict, held)
    };
    let (verdict, held) = holders(40, &[]);
    assert!(
        verdict.starts_with("the update is not over after"),
        "{verdict}"
    );
    assert!(held.is_empty(), "{held:?}");
    let (verdict, held) = holders(40, &["a"]);
    assert!(verdict.starts_with("the update"), "{verdict}");
    assert_eq!(held, ["a"], "{verdict}");
}
