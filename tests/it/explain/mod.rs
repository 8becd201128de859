//! Texts to explanations, rendered as the card of a Node shows them.

mod checks;
mod missing;
mod pods;

use everynode::ffi::{Check, ExplainAnswer, ExplainFound, ExplainQuestion, Session};
use serde_json::Value;
use std::fmt::Write;

fn explain(files: &[(&str, &str)], daemon_set: &str, node: &str) -> ExplainAnswer {
    let mut session = Session::new();
    for (name, text) in files {
        session.set_text(name, text);
    }
    session.explain(&ExplainQuestion {
        daemon_set: daemon_set.to_owned(),
        node: node.to_owned(),
    })
}

fn found(answer: ExplainAnswer) -> ExplainFound {
    match answer {
        ExplainAnswer::Found(found) => *found,
        ExplainAnswer::NotFound(missing) => panic!("{}", missing.message),
    }
}

fn card(answer: &ExplainFound) -> String {
    let mut out = format!(
        "{} ({}) {}\n{}\n",
        answer.node, answer.about, answer.verdict, answer.sentence
    );
    for decider in &answer.deciders {
        writeln!(out, "{}: {}", decider.by, decider.word).unwrap();
        for check in &decider.checks {
            line(check, 1, &mut out);
        }
    }
    out
}

fn line(check: &Check, depth: usize, out: &mut String) {
    let sign = match check.outcome {
        "passes" => "+",
        "fails" => "-",
        _ => " ",
    };
    let lines: Vec<String> = [&check.place, &check.node_place]
        .into_iter()
        .map(|place| {
            place
                .as_ref()
                .map_or(String::new(), |p| format!("L{}", p.range.start.line))
        })
        .collect();
    let at = lines.join("/");
    let note = check
        .note
        .as_deref()
        .map_or(String::new(), |note| format!(" [{note}]"));
    writeln!(
        out,
        "{}{sign} {}: {} {at}{note}",
        "  ".repeat(depth),
        check.title,
        check.evidence
    )
    .unwrap();
    for part in &check.parts {
        line(part, depth + 1, out);
    }
}

const AGENT: &str = "apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: logging
spec:
  template:
    spec:
      nodeSelector:
        kubernetes.io/os: linux
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
            - matchExpressions:
              - {key: zone, operator: In, values: [b]}
              - {key: cores, operator: Gt, values: ['4']}
            - matchFields:
              - {key: metadata.name, operator: In, values: [other]}
      tolerations:
      - key: gpu
        value: 'true'
        effect: NoSchedule
      - key: node.kubernetes.io/not-ready
        operator: Exists
        effect: NoExecute
";

const NODE: &str = "apiVersion: v1
kind: Node
metadata:
  name: worker-1
  labels:
    kubernetes.io/os: linux
    kubernetes.io/arch: amd64
    topology.kubernetes.io/zone: a
    zone: a
    cores: '8'
spec:
  taints:
  - {key: gpu, value: present, effect: NoSchedule}
  - {key: node.kubernetes.io/unschedulable, effect: NoSchedule}
  - {key: node.kubernetes.io/not-ready, effect: NoExecute}
  - {key: soft, effect: PreferNoSchedule}
status:
  nodeInfo: {kubeletVersion: v1.36.2}
";

#[test]
fn every_check_is_shown_with_its_evidence_and_places() {
    let files = [("ds.yaml", AGENT), ("nodes.yaml", NODE)];
    let answer = found(explain(&files, "logging/agent", "worker-1"));
    assert_eq!(
        card(&answer),
        "worker-1 (zone a, amd64, kubelet v1.36.2) leftOut
Left out for 2 reasons: none of 2 affinity terms matches and the taint `gpu=present:NoSchedule` is not tolerated.
controller: says no
  + Node name: The template names no node. /
  + Node selector: `kubernetes.io/os` is `linux`. L10/L6
  - Node affinity, term 1 of 2: 1 of 2 requirements does not hold: `zone` must be `b`; this node has `a`. L15/
    - `zone` must be `b`: This node has `a`. L16/L9 [node has \u{201c}a\u{201d}]
    + `cores` must be greater than `4`: This node has `8`. L17/L10
  - Node affinity, term 2 of 2: `metadata.name` must be `other`; this node is `worker-1`. L18/
    - `metadata.name` must be `other`: This node is `worker-1`. L19/L4 [node is \u{201c}worker-1\u{201d}]
  - Taint `gpu=present:NoSchedule`: Nearest toleration: key and effect match, value `true` is not `present`. 6 others name other keys. L21/L13 [taint has \u{201c}present\u{201d}]
  + Taint `node.kubernetes.io/unschedulable:NoSchedule`: Tolerated by a toleration that the controller adds: a daemon Pod comes although the node is cordoned. /L14
  + Taint `node.kubernetes.io/not-ready:NoExecute`: Tolerated by the controller's own toleration, which replaces toleration 2 of the manifest: a daemon Pod stays while its node is not ready. L24/L15 [replaced by the controller's own]
    Taint `soft:PreferNoSchedule`: A taint of this effect never decides where a daemon Pod runs. /L16
kubelet: not asked
"
    );
}

#[test]
fn a_node_that_lets_the_pod_in_says_so() {
    let plain = "apiVersion: v1\nkind: Node\nmetadata: {name: a}\n";
    let files = [
        (
            "ds.yaml",
            "kind: DaemonSet\napiVersion: apps/v1\nmetadata: {name: d}\n",
        ),
        ("n.yaml", plain),
    ];
    let answer = found(explain(&files, "d", "a"));
    assert_eq!(
        card(&answer),
        "a () runs
Runs here: every check lets the Pod in.
controller: says yes
  + Node name: The template names no node. /
  + Node selector: The template has none. /
  + Node affinity: The template requires none. /
  + Taints: This node has none. /
kubelet: not asked
    Pod: The input says nothing of Pods. /
"
    );
}

#[test]
fn every_daemon_set_that_place_names_can_be_asked_about() {
    let text = "tolerations: [{operator: Exists}]\n---\nnodeSelector: {a: b}\n---\nkind: DaemonSet\napiVersion: apps/v1\n";
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    session.set_text("n.yaml", NODE);
    let placed = session.place();
    assert_eq!(placed.daemon_sets.len(), 3);
    for placement in placed.daemon_sets {
        let reference = placement.reference;
        let question = ExplainQuestion {
            daemon_set: format!("{}/{}", reference.namespace, reference.name),
            node: "worker-1".to_owned(),
        };
        found(session.explain(&question));
    }
}

#[test]
fn the_checks_agree_with_the_decision() {
    let corpus = include_str!("../../corpus/eligible.jsonl");
    for line in corpus.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let mut session = Session::new();
        for (index, object) in case["input"]["objects"]
            .as_array()
            .unwrap()
            .iter()
            .enumerate()
        {
            session.set_text(&format!("{index}.yaml"), &object.to_string());
        }
        let placed = session.place();
        for placement in &placed.daemon_sets {
            let reference = &placement.reference;
            for (position, node) in placed.nodes.names.iter().enumerate() {
                let answer = found(session.explain(&ExplainQuestion {
                    daemon_set: format!("{}/{}", reference.namespace, reference.name),
                    node: node.clone(),
                }));
                let fails = answer.deciders[0]
                    .checks
                    .iter()
                    .any(|c| c.outcome == "fails");
                assert_eq!(fails, !answer.should_run, "{} {node}", case["name"]);
                let position = u32::try_from(position).unwrap();
                let group = placement
                    .groups
                    .iter()
                    .find(|g| g.nodes.0.contains(&position))
                    .unwrap();
                assert_eq!(
                    group.should_run, answer.should_run,
                    "{} {node}",
                    case["name"]
                );
                assert_eq!(group.verdict, answer.verdict);
            }
        }
    }
}
