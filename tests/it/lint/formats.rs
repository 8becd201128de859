//! What programs read of a review: no name ends a command, an attribute or a text early, and a finding is known again.

use crate::picture::xml;
use everynode::ffi::{LintAnswer, LintQuestion, Session};
use everynode::report::{github, junit, sarif};
use serde_json::Value;
use std::collections::BTreeSet;

/// Names that try to be something else.
const HOSTILE: [&str; 6] = [
    "a\nb::error file=x::pwned.yaml",
    "a,line=1::b%0A::warning::c.yaml",
    "\"><testcase name=\"x\"/><!-- ]]> &amp; '.yaml",
    "\u{1b}[2J\u{202e}\u{200b}\u{fffe}\u{ffff}.yaml",
    "c:\\dir\\ü 🚀#?.yaml",
    "/tmp/../%2e/\"\\u0000.yaml",
];

fn answer(name: &str) -> LintAnswer {
    let quoted = serde_json::to_string(name).unwrap();
    let text = format!(
        "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{name: {quoted}, namespace: {quoted}}}\nspec:\n  updateStrategy: {{type: OnDelete, rollingUpdate: {{maxUnavailable: 1}}}}\n  selector: {{matchLabels: {{a: b}}}}\n  template:\n    metadata: {{labels: {{a: b}}}}\n    spec:\n      containers: [{{name: {quoted}, image: {quoted}, securityContext: {{capabilities: {{add: [{quoted}]}}}}}}]\n"
    );
    let mut session = Session::new();
    session.set_text(name, &text);
    let answer = session.lint(&LintQuestion::default()).unwrap();
    assert!(answer.diagnostics.len() > 5, "{name:?}");
    answer
}

#[test]
fn a_workflow_command_is_one_line_and_says_its_file() {
    for name in HOSTILE {
        let answer = answer(name);
        let printed = github(&answer);
        let lines: Vec<&str> = printed.split_terminator('\n').collect();
        assert_eq!(lines.len(), answer.diagnostics.len(), "{name:?}");
        for (line, finding) in lines.iter().zip(&answer.diagnostics) {
            let (command, data) = line[2..].split_once("::").unwrap();
            let (kind, properties) = command.split_once(' ').unwrap();
            assert!(line.starts_with("::") && ["error", "warning", "notice"].contains(&kind));
            let properties: Vec<(&str, &str)> = properties
                .split(',')
                .map(|property| property.split_once('=').unwrap())
                .collect();
            let names: BTreeSet<&str> = properties.iter().map(|(name, _)| *name).collect();
            assert_eq!(names.len(), properties.len(), "{line}");
            let known = ["file", "line", "endLine", "col", "endColumn", "title"];
            assert!(names.iter().all(|name| known.contains(name)), "{line}");
            let decoded = properties[0]
                .1
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%25", "%");
            assert_eq!(decoded, name);
            assert_eq!(properties.last(), Some(&("title", finding.rule)));
            assert!(!data.contains(['\r', '\u{1b}', '\u{202e}']), "{line}");
        }
    }
}

#[test]
fn a_report_of_tests_is_well_formed_and_has_a_case_a_finding() {
    for name in HOSTILE {
        let answer = answer(name);
        let printed = junit(&answer);
        let body = printed.split_once("?>\n").unwrap().1;
        let document = xml::read(body).unwrap_or_else(|why| panic!("{name:?}: {why}\n{body}"));
        let count = |element: &str| {
            let elements = document.elements.iter();
            elements.filter(|own| *own == element).count()
        };
        let failures = answer.diagnostics.iter();
        let failures = failures.filter(|one| one.severity != "info").count();
        assert_eq!(count("testsuite"), 1, "{name:?}");
        assert_eq!(count("testcase"), answer.diagnostics.len(), "{name:?}");
        assert_eq!(count("failure"), failures, "{name:?}");
        let said = |wanted: &str| {
            let mut attributes = document.attributes.iter();
            attributes.any(|(name, value)| name == "tests" && value == wanted)
        };
        assert!(said(&answer.diagnostics.len().to_string()), "{name:?}");
    }
}

fn log(text: &str) -> Value {
    let mut session = Session::new();
    session.set_text("a.yaml", text);
    let answer = session.lint(&LintQuestion::default()).unwrap();
    serde_json::from_str(&sarif(&answer)).unwrap()
}

/// Rules and fingerprints.
fn prints(log: &Value) -> BTreeSet<(String, String)> {
    let results = log["runs"][0]["results"].as_array().unwrap();
    let prints = results.iter().map(|result| {
        let print = &result["partialFingerprints"]["everynode/v1"];
        let said = [&result["ruleId"], print].map(|text| text.as_str().unwrap().to_owned());
        <(String, String)>::from(said)
    });
    let found: BTreeSet<_> = prints.collect();
    assert_eq!(found.len(), results.len(), "no two are the same");
    found
}

#[test]
fn a_finding_has_the_same_fingerprint_when_lines_move() {
    let text = "\
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: logging}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      containers:
      - {name: one, image: nginx}
      - {name: two, image: nginx}
";
    let before = prints(&log(text));
    assert!(before.len() > 5);
    let comment = ["# several\n# lines\n---\n", text].concat();
    assert_eq!(prints(&log(&comment)), before, "lines above");
    let other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: logging}\n---\n";
    let beside = prints(&log(&[other, text].concat()));
    assert!(beside.is_superset(&before), "another object above");
    let first = "      containers:\n      - {name: zero, image: \"a:1\"}\n";
    let inserted = prints(&log(&text.replace("      containers:\n", first)));
    let images = |prints: &BTreeSet<(String, String)>| {
        let prints = prints.iter();
        let images: BTreeSet<_> = prints
            .filter(|(rule, _)| rule == "image-tag-latest")
            .cloned()
            .collect();
        images
    };
    assert_eq!(images(&before).len(), 2);
    assert_eq!(images(&inserted), images(&before), "another item before");
}

#[test]
fn a_log_says_places_rules_and_fixes_as_they_are() {
    for name in HOSTILE {
        let answer = answer(name);
        let log: Value = serde_json::from_str(&sarif(&answer)).unwrap();
        let run = &log["runs"][0];
        let results = run["results"].as_array().unwrap();
        for (result, finding) in results.iter().zip(&answer.diagnostics) {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            let rule = &run["tool"]["driver"]["rules"][index];
            assert_eq!(rule["id"], finding.rule);
            assert_eq!(rule["help"]["text"].is_string(), finding.help.is_some());
            let location = &result["locations"][0]["physicalLocation"];
            let uri = location["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                uri.is_ascii() && !uri.contains([' ', '"', '\\', '\n']),
                "{uri}"
            );
            let start = finding.range.start;
            assert_eq!(location["region"]["startLine"], start.line);
            assert_eq!(location["region"]["startColumn"], start.column);
            let fixes = result["fixes"].as_array().map_or(0, Vec::len);
            assert_eq!(fixes, finding.fixes.len());
        }
        assert_eq!(results.len(), answer.diagnostics.len());
    }
}
