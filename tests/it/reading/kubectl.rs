//! Values as kubectl reads them: each text has the oracle's answer beside it (tests/yaml/README.md).

use super::open;
use everynode::diagnostic::{Diagnostic, Severity};
use everynode::manifest::Typed;
use everynode::workspace::Workspace;
use serde_json::Value;

/// What stands before each text: where a value goes that comes out again as it was read.
const HEAD: &str = "apiVersion: apps/v1
kind: ControllerRevision
metadata: {name: a}
revision: 1
data:
  spec:
    template:
      $patch: replace
      v:";

/// What is found where kubectl refuses a text.
fn refuses(finding: &Diagnostic) -> bool {
    let rule = finding.rule.id;
    // What follows the end of a document is left out by kubectl, which is a finding here.
    let is_over = finding.message == "the document is over before this line";
    let is_read = rule == "yaml-duplicate-key" || is_over;
    finding.severity == Severity::Error && rule.starts_with("yaml-") && !is_read
}

/// What differs for one text.
fn difference(case: &Value) -> Option<String> {
    let text = format!("{HEAD}{}", case["yaml"].as_str().unwrap());
    let mut workspace = open("a.yaml", &text);
    let found = workspace.diagnostics();
    let refused = found.iter().find(|finding| refuses(finding));
    if let Some(error) = case.get("refused") {
        return refused
            .is_none()
            .then(|| format!("read, where kubectl says {error}"));
    }
    if let Some(finding) = refused {
        return Some(format!("refused: {}", finding.message));
    }
    let wanted = case.get("template")?;
    let read = template(&mut workspace);
    (read != *wanted).then(|| format!("{read}, where kubectl has {wanted}"))
}

/// What came out of a text behind the head.
fn template(workspace: &mut Workspace) -> Value {
    let read = workspace.objects().find_map(|object| match &object.typed {
        Typed::ControllerRevision(revision) => Some(revision.template.clone()),
        _ => None,
    });
    serde_json::from_str(&read.unwrap_or_default()).unwrap_or_default()
}

/// What a text is read as where a value stands.
pub(super) fn value(text: &str) -> Value {
    let mut workspace = open("a.yaml", &format!("{HEAD}{text}"));
    template(&mut workspace)["v"].take()
}

#[test]
fn values_are_read_as_kubectl_reads_them() {
    let cases = include_str!("../../yaml/values.jsonl");
    let mut wrong = Vec::new();
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        if let Some(difference) = difference(&case) {
            wrong.push(format!("{}: {difference}", case["yaml"]));
        }
    }
    let number = cases.lines().count();
    println!("yaml {}/{number}", number - wrong.len());
    wrong.truncate(60);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
