//! Texts to placements, rendered as a person would note them down.

use everynode::ffi::{DaemonSetPlacement, Options, PlaceAnswer, Session};
use std::fmt::Write;

/// What `place` says of some texts, in short.
fn place(files: &[(&str, &str)]) -> PlaceAnswer {
    let mut session = Session::new();
    let now = Some("2026-11-21T08:00:00Z".to_owned());
    let options = Options {
        now,
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    for (name, text) in files {
        session.set_text(name, text);
    }
    session.place()
}

fn groups(answer: &PlaceAnswer, placement: &DaemonSetPlacement) -> String {
    let mut out = String::new();
    for group in &placement.groups {
        let names: Vec<&str> = group
            .nodes
            .0
            .iter()
            .map(|node| answer.nodes.names[*node as usize].as_str())
            .collect();
        writeln!(
            out,
            "{}: {} ({})",
            group.verdict,
            names.join(" "),
            group.title
        )
        .unwrap();
        writeln!(out, "  {}", group.sentence).unwrap();
    }
    out
}

fn node(name: &str, labels: &str, taints: &str) -> String {
    format!(
        "---\napiVersion: v1\nkind: Node\nmetadata: {{name: {name}, labels: {{{labels}}}}}\nspec: {{taints: [{taints}]}}\n"
    )
}

fn daemon_set(pod: &str) -> String {
    format!(
        "apiVersion: apps/v1
kind: DaemonSet
metadata: {{name: agent, namespace: logging}}
spec:
  selector: {{matchLabels: {{app: agent}}}}
  template:
    metadata: {{labels: {{app: agent}}}}
    spec:
      containers: [{{name: agent, image: agent:1}}]
{pod}"
    )
}

const GPU: &str = "{key: gpu, value: present, effect: NoSchedule}";

/// The groups of the only DaemonSet.
fn said(pod: &str, nodes: &[String]) -> String {
    let (daemon_set, nodes) = (daemon_set(pod), nodes.concat());
    let answer = place(&[("ds.yaml", &daemon_set), ("nodes.yaml", &nodes)]);
    assert_eq!(answer.diagnostics, []);
    groups(&answer, &answer.daemon_sets[0])
}

#[test]
fn a_group_says_what_keeps_its_nodes_out() {
    let nodes = [
        node("arm", "arch: arm64, zone: a", ""),
        node("gpu-1", "arch: amd64, zone: b", GPU),
        node("gpu-2", "arch: amd64, zone: b", GPU),
        node("plain", "arch: amd64, zone: a", ""),
        node("risc", "arch: riscv", "{key: x, effect: NoExecute}"),
    ];
    for (pod, expected) in [
        (
            "",
            "runs: arm plain (Runs)
  Eligible: a Pod is made there.
leftOut: gpu-1 gpu-2 (Left out by a taint)
  `gpu=present:NoSchedule` is not tolerated.
leftOut: risc (Left out by a taint)
  `x:NoExecute` is not tolerated, and a Pod that is there is deleted.
",
        ),
        (
            "      nodeSelector: {zone: a}
      tolerations: [{key: gpu, value: 'true'}, {key: x, operator: Exists}]
",
            "runs: arm plain (Runs)
  Eligible: a Pod is made there.
leftOut: gpu-1 gpu-2 (Left out by the node selector and a taint)
  `zone` must be `a`; these nodes have `b`. `gpu=present:NoSchedule` is not tolerated. One toleration comes close: key and effect match, value `true` is not `present`.
leftOut: risc (Left out by the node selector)
  `zone` must be `a`; this node has no such label.
",
        ),
        (
            "      tolerations: [{operator: Exists}]
      affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: arch, operator: In, values: [amd64]}]}]}}}
",
            "runs: gpu-1 gpu-2 plain (Runs)
  Eligible: a Pod is made there.
leftOut: arm risc (Left out by node affinity)
  `arch` must be `amd64`; these nodes have `arm64` or `riscv`.
",
        ),
        (
            "      nodeName: plain
",
            "runs: plain (Runs)
  Eligible: a Pod is made there.
leftOut: gpu-1 gpu-2 (Left out by name and a taint)
  The template names the node `plain`, and no other. `gpu=present:NoSchedule` is not tolerated.
leftOut: arm (Left out by name)
  The template names the node `plain`, and no other.
leftOut: risc (Left out by name and a taint)
  The template names the node `plain`, and no other. `x:NoExecute` is not tolerated, and a Pod that is there is deleted.
",
        ),
    ] {
        assert_eq!(said(pod, &nodes), expected, "{pod}");
    }
}

#[test]
fn a_slip_is_named_at_the_branch_where_nobody_matches() {
    let nodes = [
        node("a", "disk-type: ssd, zone: east-1a", ""),
        node("b", "disk-type: hdd, zone: east-1b", ""),
    ];
    let pod = "      nodeSelector: {disktype: ssd, zone: east-1c}
      affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: Exists}, {key: zone, operator: Near}]}, {}]}}}
";
    let (daemon_set, nodes) = (daemon_set(pod), nodes.concat());
    let answer = place(&[("ds.yaml", &daemon_set), ("nodes.yaml", &nodes)]);
    let rules = &answer.daemon_sets[0].rules;
    let nearest: Vec<_> = rules
        .node_selector
        .iter()
        .map(|r| r.nearest.as_deref())
        .collect();
    assert_eq!(nearest, [Some("disk-type"), Some("east-1a")]);
    let terms = rules.terms.as_ref().unwrap();
    let counts: Vec<_> = terms.iter().map(|term| term.matches).collect();
    assert_eq!(counts, [0, 0]);
    assert_eq!(terms[0].requirements[0].matches, 2);
    let error = terms[0].requirements[1].error.as_deref().unwrap();
    assert!(error.contains("Unsupported value: \"Near\""), "{error}");
    let place = rules.node_selector[0].place.as_ref().unwrap();
    assert_eq!((place.range.start.line, place.range.start.column), (10, 22));
}

#[test]
fn the_matrix_says_which_toleration_opens_how_many_nodes() {
    let nodes = [
        node(
            "both",
            "",
            "{key: gpu, value: present, effect: NoSchedule}, {key: x, effect: NoExecute}",
        ),
        node("gpu", "", GPU),
        node("soft", "", "{key: soft, effect: PreferNoSchedule}"),
    ];
    let pod = "      tolerations: [{key: gpu, operator: Exists}, {key: x}, {key: gpu, value: present}, {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}]
";
    let (daemon_set, nodes) = (daemon_set(pod), nodes.concat());
    let answer = place(&[("ds.yaml", &daemon_set), ("nodes.yaml", &nodes)]);
    let matrix = &answer.daemon_sets[0].matrix;
    let rows: Vec<_> = matrix
        .tolerations
        .iter()
        .map(|row| (row.key.as_str(), row.origin, row.opens))
        .filter(|(_, origin, opens)| *origin != "controller" || *opens > 0)
        .collect();
    let expected = [
        ("gpu", "manifest", 0),
        ("x", "manifest", 1),
        ("gpu", "manifest", 0),
        ("node.kubernetes.io/not-ready", "replaced", 0),
    ];
    assert_eq!(
        rows, expected,
        "two tolerations of one taint open nothing alone"
    );
    let columns: Vec<_> = matrix
        .taints
        .iter()
        .map(|t| {
            (
                t.taint.key.as_str(),
                t.nodes,
                t.outcome,
                t.tolerated_by.as_slice(),
            )
        })
        .collect();
    let expected: [(&str, u32, &str, &[u32]); 3] = [
        ("gpu", 2, "tolerated", &[0, 2]),
        ("soft", 1, "noSay", &[]),
        ("x", 1, "tolerated", &[1]),
    ];
    assert_eq!(columns, expected);
    assert_eq!(matrix.sentence, "3 taints: 2 are tolerated, 1 has no say.");
    assert_eq!(
        matrix.differs[1],
        [vec!["key", "value"], vec!["key"], vec![]]
    );
    for (row, differs) in matrix.differs.iter().enumerate() {
        for (column, differs) in differs.iter().enumerate() {
            let tolerated = matrix.taints[column]
                .tolerated_by
                .contains(&u32::try_from(row).unwrap());
            let replaced = matrix.tolerations[row].origin == "replaced";
            assert!(
                replaced || tolerated == differs.is_empty(),
                "{row} {column}"
            );
        }
    }
}

const RECORDED: &str = "apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: logging, uid: u, creationTimestamp: 2026-11-19T08:00:00Z}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers: [{name: agent, image: agent:1}]
status: {desiredNumberScheduled: 9, numberAvailable: 9}
";

fn pod(name: &str, node: &str, ready: &str) -> String {
    format!(
        "---
apiVersion: v1
kind: Pod
metadata:
  name: {name}
  namespace: logging
  uid: {name}
  labels: {{app: agent}}
  ownerReferences: [{{apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: u, controller: true}}]
spec: {{nodeName: {node}, containers: [{{name: agent, image: agent:1}}]}}
status: {{phase: Running, conditions: [{{type: Ready, status: '{ready}'}}]}}
"
    )
}

#[test]
fn pods_part_the_nodes_that_are_answered_alike() {
    let nodes = [
        node("a", "", ""),
        node("b", "", ""),
        node("c", "", ""),
        node("gone", "", "{key: x, effect: NoExecute}"),
        node("kept", "", GPU),
        node("out", "", GPU),
    ];
    let pods = [
        pod("p-a", "a", "True"),
        pod("p-b", "b", "False"),
        pod("p-gone", "gone", "True"),
        pod("p-kept", "kept", "True"),
    ];
    let (nodes, pods) = (nodes.concat(), pods.concat());
    let answer = place(&[
        ("nodes.yaml", &nodes),
        ("ds.yaml", RECORDED),
        ("pods.yaml", &pods),
    ]);
    let placement = &answer.daemon_sets[0];
    assert_eq!(
        groups(&answer, placement),
        "runs: a (Runs)
  Eligible, and its Pod is available.
podNotAvailable: b (Eligible, but its Pod is not available)
  A Pod is there, but it is not available.
awaitsPod: c (Eligible, waits for its Pod)
  The controller makes a Pod there.
keepsPod: kept (Not eligible, keeps its Pod)
  No new Pod is made, and the Pod that is there stays. `gpu=present:NoSchedule` is not tolerated.
losesPod: gone (Not eligible, loses its Pod)
  `x:NoExecute` is not tolerated, and a Pod that is there is deleted.
leftOut: out (Left out by a taint)
  `gpu=present:NoSchedule` is not tolerated.
"
    );
    let status = placement.status;
    assert_eq!(
        (
            status.desired_number_scheduled,
            status.current_number_scheduled
        ),
        (3, 2)
    );
    assert_eq!(
        (status.number_available, status.number_misscheduled),
        (1, 2)
    );
    assert_eq!(status.updated_number_scheduled, None);
    let row = "agent   3         2         1       ?            1           <none>          2d";
    assert_eq!(placement.kubectl.row, row);
    let misscheduled: Vec<_> = placement
        .misscheduled
        .iter()
        .map(|m| (m.node.as_str(), m.pod.as_str(), m.outcome, m.cause.as_str()))
        .collect();
    let expected = [
        ("gone", "p-gone", "deletes", "by one taint"),
        ("kept", "p-kept", "keeps", "by one taint"),
    ];
    assert_eq!(misscheduled, expected);
}

#[test]
fn the_proposed_one_of_a_pair_is_judged_with_the_age_of_the_recorded_one() {
    let nodes = [node("a", "disk: ssd", ""), node("b", "", "")].concat();
    let proposed = daemon_set("      nodeSelector: {disk: ssd}\n");
    let files = [
        ("recorded.yaml", RECORDED),
        ("nodes.yaml", &*nodes),
        ("new.yaml", &*proposed),
    ];
    let answer = place(&files);
    assert_eq!(answer.daemon_sets.len(), 1);
    let placement = &answer.daemon_sets[0];
    assert_eq!(
        (placement.file.as_str(), placement.origin),
        ("new.yaml", "proposed")
    );
    assert_eq!(
        placement.recorded.as_ref().map(|place| place.file.as_str()),
        Some("recorded.yaml")
    );
    assert_eq!(placement.verdict, "runs on 1 of 2 nodes");
    assert_eq!(placement.kubectl.moment, "once every Pod is available");
    assert!(
        placement.kubectl.row.ends_with(" 2d"),
        "{}",
        placement.kubectl.row
    );
    assert_eq!(
        placement
            .recorded_status
            .map(|s| s.desired_number_scheduled),
        Some(9)
    );
    assert_eq!(placement.notes.len(), 1);
}

#[test]
fn a_proposed_node_is_judged_instead_of_the_recorded_one() {
    let recorded = "apiVersion: v1
kind: Node
metadata: {name: a, uid: n, labels: {disk: hdd}}
status: {nodeInfo: {kubeletVersion: v1.36.2}}
";
    let proposed = node("a", "disk: ssd", "");
    let selects = daemon_set("      nodeSelector: {disk: ssd}\n");
    let files = [
        ("proposed.yaml", &*proposed),
        ("recorded.yaml", recorded),
        ("ds.yaml", &*selects),
    ];
    let answer = place(&files);
    assert_eq!(answer.nodes.names, ["a"]);
    assert_eq!(answer.daemon_sets[0].verdict, "runs on the only node");
}

#[test]
fn facets_are_those_that_some_node_has() {
    let nodes = [
        node(
            "a",
            "kubernetes.io/arch: amd64, cloud.google.com/gke-nodepool: x",
            "",
        ),
        node("b", "kubernetes.io/arch: arm64", ""),
    ];
    let answer = place(&[("nodes.yaml", &nodes.concat())]);
    let facets: Vec<_> = answer
        .nodes
        .facets
        .iter()
        .map(|f| (f.key.as_str(), f.values.join("|"), f.value_index.0.clone()))
        .collect();
    let expected = [
        ("pool", "|x".to_owned(), vec![1, 0]),
        ("arch", "amd64|arm64".to_owned(), vec![0, 1]),
    ];
    assert_eq!(facets, expected);
    assert_eq!(answer.notes, ["The input holds no DaemonSet."]);
}

#[test]
fn an_empty_input_is_answered() {
    let answer = place(&[]);
    assert_eq!(answer.notes.len(), 2);
    let answer = place(&[("ds.yaml", &daemon_set(""))]);
    assert_eq!(
        answer.daemon_sets[0].verdict,
        "runs nowhere: there are no nodes"
    );
    assert_eq!(answer.daemon_sets[0].groups, []);
}

#[test]
fn a_moment_that_is_none_is_refused() {
    let options = Options {
        now: Some("yesterday".to_owned()),
        ..Options::default()
    };
    let error = Session::new().set_options(&options).unwrap_err();
    assert!(error.contains("not `yesterday`"), "{error}");
}
