//! What the controller's checks say, case by case: `checks.txt` beside this file.
//!
//! A case is a template's Pod spec and a Node, each without its outer braces, then what is said: every check but those
//! with nothing to check, and the answer.

use super::{explain, found, line};

const CASES: &str = include_str!("checks.txt");
const NOTHING: [&str; 4] = [
    "The template names no node.",
    "The template has none.",
    "The template requires none.",
    "This node has none.",
];

fn said(pod: &str, node: &str) -> String {
    let daemon_set = format!(
        "{{apiVersion: apps/v1, kind: DaemonSet, metadata: {{name: d}}, spec: {{template: {{spec: {{{pod}}}}}}}}}\n"
    );
    let node = format!("{{apiVersion: v1, kind: Node, {node}}}\n");
    let files = [("d.yaml", &*daemon_set), ("n.yaml", &*node)];
    let answer = found(explain(&files, "d", "n"));
    let mut out = String::new();
    for check in &answer.deciders[0].checks {
        if !NOTHING.contains(&&*check.evidence) {
            line(check, 1, &mut out);
        }
    }
    // All stands in the first line, so that places say nothing here.
    out.replace("L1/L1", "/")
        .replace("L1/", "/")
        .replace("/L1", "/")
        .replace(" /", "")
        + &answer.sentence
}

#[test]
fn each_check_says_what_was_wanted_and_what_is_there() {
    for case in CASES.trim_end().split("\n\n") {
        let mut lines = case.lines();
        let input = |line: Option<&str>, what| {
            let text = line.and_then(|line| line.strip_prefix(what));
            text.unwrap_or_else(|| panic!("{what} in {case}"))
                .trim()
                .to_owned()
        };
        let pod = input(lines.next(), "pod:");
        let node = input(lines.next(), "node:");
        let said = said(&pod, &node);
        let wanted: Vec<&str> = lines.collect();
        assert_eq!(said, wanted.join("\n"), "{pod} on {node}");
    }
}
