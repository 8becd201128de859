//! What is said of the Pod that is on a Node, case by case: `pods.txt` beside this file.
//!
//! A case is what a DaemonSet's spec, a Node and a Pod have besides what all cases share, then what is said by the
//! kubelet's part and the answer. The Pod's metadata stand before the bar.

use super::{explain, found, line};
use everynode::ffi::{ExplainFound, ExplainQuestion, Options, Session};

const CASES: &str = include_str!("pods.txt");

fn asked(set: &str, node: &str, pods: &[&str]) -> ExplainFound {
    let mut session = Session::new();
    let options = Options {
        now: Some("2026-11-21T08:00:00Z".to_owned()),
        ..Options::default()
    };
    session.set_options(&options).unwrap();
    session.set_text("d.yaml", &format!(
        "{{apiVersion: apps/v1, kind: DaemonSet, metadata: {{name: d, uid: d1, annotations: {{deprecated.daemonset.template.generation: '2'}}}}, \
         spec: {{selector: {{matchLabels: {{app: d}}}}, template: {{metadata: {{labels: {{app: d}}}}}}{set}}}}}\n"
    ));
    session.set_text(
        "n.yaml",
        &format!("{{apiVersion: v1, kind: Node, metadata: {{name: n}}{node}}}\n"),
    );
    for (pod, name) in pods.iter().zip(["p", "q"]) {
        let (metadata, rest) = pod.split_once('|').unwrap();
        session.set_text(&format!("{name}.yaml"), &format!(
            "{{apiVersion: v1, kind: Pod, metadata: {{name: {name}, uid: {name}1, labels: {{app: d, pod-template-generation: '2'}}, \
             ownerReferences: [{{apiVersion: apps/v1, kind: DaemonSet, name: d, uid: d1, controller: true}}]{metadata}}}{rest}}}\n"
        ));
    }
    found(session.explain(&ExplainQuestion {
        daemon_set: "d".to_owned(),
        node: "n".to_owned(),
    }))
}

#[test]
fn what_became_of_a_pod_is_said_as_its_object_says() {
    for case in CASES.trim_end().split("\n\n") {
        let inputs = |what| {
            let lines = case.lines().filter_map(move |line| line.strip_prefix(what));
            lines
                .map(|text| match text.trim() {
                    "" => String::new(),
                    text if text.contains('|') => text.to_owned(),
                    text => format!(", {text}"),
                })
                .collect::<Vec<String>>()
        };
        let pods = inputs("pod:");
        let pods: Vec<&str> = pods.iter().map(String::as_str).collect();
        let answer = asked(&inputs("set:").concat(), &inputs("node:").concat(), &pods);
        let kubelet = &answer.deciders[1];
        let mut said = format!(
            "{} / {} {}\n",
            answer.deciders[0].word, kubelet.says, kubelet.word
        );
        for check in &kubelet.checks {
            line(check, 1, &mut said);
        }
        let said = said.replace(" /L1", "").replace(" /", "") + &answer.sentence;
        let is_input = |line: &&str| {
            ["set:", "node:", "pod:"]
                .iter()
                .any(|what| line.starts_with(what))
        };
        let wanted: Vec<&str> = case.lines().filter(|line| !is_input(line)).collect();
        assert_eq!(said, wanted.join("\n"), "{case}");
    }
}

#[test]
fn a_controller_that_does_nothing_says_why() {
    let node = "{apiVersion: v1, kind: Node, metadata: {name: n}}";
    let pod = "{apiVersion: v1, kind: Pod, metadata: {name: other, uid: p1}, spec: {nodeName: m}, status: {}}";
    for (daemon_set, sentence) in [
        (
            "metadata: {name: d, deletionTimestamp: '2026-11-21T07:59:00Z'}, spec: {selector: {matchLabels: {a: b}}}",
            "Eligible, and has no Pod. The controller does nothing: the DaemonSet is being deleted.",
        ),
        (
            "metadata: {name: d}, spec: {selector: {}}",
            "Eligible, and has no Pod. The controller does nothing: the selector selects every Pod.",
        ),
        (
            "metadata: {name: d}, spec: {selector: {matchExpressions: [{key: a, operator: is}]}}",
            "Eligible, and has no Pod. The controller does nothing: it cannot read the selector.",
        ),
    ] {
        let daemon_set = format!("{{apiVersion: apps/v1, kind: DaemonSet, {daemon_set}}}");
        let files = [("d.yaml", &*daemon_set), ("n.yaml", node), ("p.yaml", pod)];
        let answer = found(explain(&files, "d", "n"));
        assert_eq!(answer.sentence, sentence);
        assert_eq!(answer.deciders[0].word, "does nothing");
        assert_eq!(answer.deciders[1].word, "no Pod");
    }
}
