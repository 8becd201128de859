//! The engine: what is reviewed, roles, presets, and what texts put aside.

use super::alone;
use everynode::ffi::{LintAnswer, LintQuestion, Session};

fn review(text: &str, question: &LintQuestion) -> LintAnswer {
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    session.lint(question).unwrap()
}

fn rules(answer: &LintAnswer) -> Vec<(&str, &str, u32)> {
    let found = answer.diagnostics.iter();
    found
        .map(|found| (found.rule, found.severity, found.range.start.line))
        .collect()
}

const CONTAINER: &str = "containers:
- name: agent
  image: registry.example.com/agent
  resources: {requests: {cpu: 1m, memory: 1Mi}}
";

fn latest() -> LintQuestion {
    LintQuestion {
        presets: vec!["off".into()],
        rules: vec!["image-tag-latest".into()],
        role: None,
        ..LintQuestion::default()
    }
}

#[test]
fn a_comment_on_the_line_or_above_it_puts_a_finding_aside() {
    let question = latest();
    let on = CONTAINER.replace(
        "/agent\n",
        "/agent # everynode: ignore image-tag-latest by digest later\n",
    );
    let above = CONTAINER.replace(
        "  image",
        "  # everynode: ignore image-tag-latest\n  # a second comment\n\n  image",
    );
    for text in [on, above] {
        let answer = review(&text, &question);
        assert_eq!(answer.ignored, 1, "{text}");
        assert_eq!(rules(&answer), [("fragment", "info", 1)], "{text}");
    }
}

#[test]
fn an_ignore_that_puts_nothing_aside_is_found() {
    let text = CONTAINER.replace(
        "/agent\n",
        "/agent:v1 # everynode: ignore image-tag-latest\n",
    );
    let answer = review(&text, &latest());
    assert_eq!(
        rules(&answer),
        [("fragment", "info", 1), ("ignore-unused", "warning", 3)]
    );
    let text = CONTAINER.replace(
        "/agent\n",
        "/agent:v1 # everynode: ignore image-tag-lates\n",
    );
    let answer = review(&text, &latest());
    let found = &answer.diagnostics[1];
    assert_eq!(found.message, "there is no rule `image-tag-lates`");
    assert_eq!(
        found.help.as_deref(),
        Some("The nearest one is `image-tag-latest`.")
    );
}

#[test]
fn an_annotation_puts_the_findings_of_an_object_aside() {
    let pod = |annotations: &str| {
        format!(
            "apiVersion: v1
kind: Pod
metadata: {{name: a, annotations: {{{annotations}}}}}
spec:
  containers: [{{name: a, image: a}}]
"
        )
    };
    let answer = review(
        &pod("everynode.dev/ignore: image-tag-latest a test"),
        &latest(),
    );
    assert_eq!((rules(&answer), answer.ignored), (vec![], 1));
    let answer = review(&pod(""), &latest());
    assert_eq!(rules(&answer), [("image-tag-latest", "warning", 5)]);
}

#[test]
fn a_role_is_guessed_said_and_set() {
    let mount = "containers:
- name: agent
  image: registry.example.com/agent:v1
  volumeMounts: [{name: cni, mountPath: /cni}]
volumes:
- {name: cni, hostPath: {path: /etc/cni/net.d, type: Directory}}
";
    let mut question = LintQuestion {
        presets: vec!["off".into()],
        rules: vec!["host-path-writable".into()],
        role: None,
        ..LintQuestion::default()
    };
    let answer = review(mount, &question);
    assert_eq!(answer.roles[0].role, "cni");
    assert_eq!(answer.roles[0].because, "it mounts `/etc/cni/net.d`");
    assert_eq!(answer.diagnostics[1].severity, "info");
    question.role = Some("generic".into());
    let answer = review(mount, &question);
    assert_eq!(answer.roles[0].because, "the configuration says so");
    assert_eq!(answer.diagnostics[1].severity, "warning");
}

#[test]
fn what_there_is_not_is_misuse() {
    let mut session = Session::new();
    let mut ask = |question: LintQuestion| session.lint(&question).unwrap_err();
    let said = ask(LintQuestion {
        presets: vec!["recomended".into()],
        ..LintQuestion::default()
    });
    assert_eq!(
        said,
        "there is no preset `recomended`; the nearest is `recommended`"
    );
    let said = ask(LintQuestion {
        rules: vec!["image-tag-lates".into()],
        ..LintQuestion::default()
    });
    assert_eq!(
        said,
        "there is no rule `image-tag-lates`; the nearest is `image-tag-latest`"
    );
}

#[test]
fn what_a_controller_made_is_not_reviewed_and_a_recorded_twin_neither() {
    let text = "apiVersion: v1
kind: Pod
metadata:
  name: agent-x
  uid: u
  ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: v, controller: true}]
spec: {containers: [{name: a, image: a}]}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: n, uid: v}
spec: {template: {spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: n}
spec: {template: {spec: {containers: [{name: a, image: a}]}}}
";
    let found = alone("image-tag-latest", "a.yaml", text);
    let own = found
        .iter()
        .filter(|found| found.rule == "image-tag-latest");
    let lines: Vec<u32> = own.map(|found| found.range.start.line).collect();
    assert_eq!(lines, [17]);
}

#[test]
fn thousands_of_items_are_no_manifest() {
    let mut text = String::from("tolerations:\n");
    for _ in 0..5000 {
        text.push_str("- {operator: Exists, effect: NoSchedule}\n");
    }
    let found = alone("toleration-exists-effect-limited", "a.yaml", &text);
    assert_eq!(found.len(), 1, "only that it is a fragment");
}
