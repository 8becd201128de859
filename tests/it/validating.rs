//! What the API server would say, where it says it, and that the places are those of the fields.

use everynode::apiserver::{FieldErrorKind, fill_in_defaults, place_of_error, validate};
use everynode::ffi::Session;
use everynode::lint::Config;
use everynode::manifest::{Limits, read};
use everynode::source::FileId;
use everynode::workspace::Workspace;
use serde_json::Value;
use std::path::Path;

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    #[expect(
        clippy::disallowed_methods,
        reason = "the core reads no file; its tests do"
    )]
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The column of the API server in the table of the traps, file by file; long texts are cut there.
#[test]
fn traps_are_answered_as_the_api_server_answers_them() {
    let readme = text("tests/lint-traps/README.md");
    let rows = readme
        .lines()
        .skip_while(|line| !line.starts_with("| File"));
    let rows = rows.take_while(|line| line.starts_with('|'));
    let (mut rejected, mut warned, mut silent) = (0, 0, 0);
    for row in rows.skip(2) {
        let mut cells = row.split(" | ");
        let name = cells.next().unwrap().trim_start_matches("| ");
        let said = cells.next().unwrap();
        let mut session = Session::new();
        session.set_text(name, &text(&format!("tests/lint-traps/{name}.yaml")));
        let answer = session.validate(&[]);
        let Some(object) = answer.objects.first() else {
            // Of a Deployment, nobody speaks.
            assert_eq!(said, "accepts silently", "{name}");
            silent += 1;
            continue;
        };
        let causes: Vec<&str> = object
            .causes
            .iter()
            .map(|cause| cause.message.as_str())
            .collect();
        let decoding = object
            .kubectl
            .split(" cannot be handled as a DaemonSet: ")
            .nth(1);
        let decoding = match decoding {
            Some(text) => text.trim_end().to_owned(),
            None => {
                let errors = object.decoding_errors.iter();
                errors
                    .map(|error| error.message.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
        };
        let warnings: Vec<&str> = object.warnings.iter().map(|w| w.message.as_str()).collect();
        let ours = match (object.allowed, decoding.is_empty(), warnings.is_empty()) {
            (true, _, true) => "accepts silently".to_owned(),
            (true, _, false) => format!("warns: {}", warnings.join("; ")),
            (false, true, _) => format!("rejects: {}", causes.join("; ")),
            (false, false, _) => format!("rejects (strict decoding): {decoding}"),
        };
        // The table has the first of several causes.
        let rest = ours.strip_prefix(said);
        let same = rest
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("; ") || said.len() > 150)
            || ours.starts_with(&format!("{said} in scheme "));
        assert!(same, "{name}\n  table {said}\n  ours  {ours}");
        match (object.allowed, warnings.is_empty()) {
            (false, _) => rejected += 1,
            (true, false) => warned += 1,
            (true, true) => silent += 1,
        }
    }
    // The good one is silent as well.
    assert_eq!((rejected, warned, silent), (35, 4, 75 + 1));
}

/// Of every refusal of the recorded cases whose message shows a text: it stands in the range, unless the range is that of
/// what is around the field.
#[test]
fn errors_are_at_the_fields_that_they_name() {
    let (mut exact, mut around) = (0, 0);
    for kind in ["validate", "validate-more"] {
        let corpus = text(&format!("tests/corpus/{kind}.jsonl"));
        for line in corpus.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let yaml = case["input"]["yaml"].as_str().unwrap();
            if !case["input"]["oldYaml"].is_null() {
                continue;
            }
            for object in read(FileId(0), yaml, &Limits::default()).objects {
                let Some(mut stored) = object.strict(yaml, &Limits::default()).object else {
                    continue;
                };
                fill_in_defaults(&mut stored);
                let places = object.source_map(yaml);
                for error in validate(&stored, None, true).errors {
                    let (path, range) = place_of_error(&error, &places, yaml);
                    let there = range.of(yaml);
                    assert!(!range.is_empty(), "{}: {error}", case["name"]);
                    if path.to_string() != error.field {
                        around += 1;
                        continue;
                    }
                    exact += 1;
                    let shown = error.bad_value.as_deref().unwrap_or_default();
                    let shown = shown
                        .strip_prefix('"')
                        .and_then(|text| text.strip_suffix('"'));
                    let field = error.field.rsplit(['.', '[']).next().unwrap();
                    let value = error.kind == FieldErrorKind::Invalid
                        && shown.is_some_and(|shown| !shown.is_empty() && !shown.contains('\\'));
                    // Upstream names the operator and shows the value, names the divisor and shows the resource, and writes
                    // amounts in its own way.
                    let other = matches!(field, "operator" | "divisor" | "pods");
                    if value && !other && !field.ends_with(']') {
                        let shown = shown.unwrap();
                        let is_there = there.contains(shown) || there.contains(field);
                        assert!(
                            is_there || shown.len() > 60,
                            "{}: {error}: {there:?}",
                            case["name"]
                        );
                    }
                }
            }
        }
    }
    println!("{exact} at the field, {around} around it");
    assert!(exact > around, "{exact} at the field, {around} around it");
}

/// What the oracle says of the same Node.
#[test]
fn a_node_avoids_pods_of_controllers_only() {
    let annotation = r#"{"preferAvoidPods":[{"podSignature":{"podController":{"kind":"RC","controller":false}}},{}]}"#;
    let text = format!(
        "apiVersion: v1\nkind: Node\nmetadata:\n  name: node-1\n  annotations:\n    scheduler.alpha.kubernetes.io/preferAvoidPods: '{annotation}'\n"
    );
    let mut session = Session::new();
    session.set_text("node.yaml", &text);
    let answer = session.validate(&[]);
    let causes = &answer.objects[0].causes;
    let messages: Vec<&str> = causes.iter().map(|cause| cause.message.as_str()).collect();
    let path = "metadata.annotations.scheduler.alpha.kubernetes.io/preferAvoidPods";
    let expected = [
        format!(
            "{path}[0].PodSignature.PodController.Controller: Invalid value: false: must point to a controller"
        ),
        format!("{path}[1].PodSignature: Required value"),
    ];
    assert_eq!(messages, expected);
}

/// What a review of a workspace says, in words.
fn said(workspace: &mut Workspace) -> Vec<String> {
    let review = workspace.review(&Config::default(), false, false);
    let found = review.diagnostics.iter();
    found
        .map(|found| format!("{} {} {:?}", found.rule.id, found.message, found.place))
        .collect()
}

#[test]
fn a_review_after_edits_hears_what_one_of_the_same_texts_hears() {
    let service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}], clusterIP: 10.0.0.1}\n";
    let stored = service
        .replace("10.0.0.1", "10.0.0.2")
        .replace("{name: a}", "{name: a, uid: 1, resourceVersion: '7'}");
    let node = "apiVersion: v1\nkind: Node\nmetadata: {name: n}\n";
    let taint = "spec: {taints: [{key: a, operator: x, effect: Never}]}\n";
    let steps = [
        ("service.yaml", service.to_owned()),
        ("node.yaml", node.to_owned()),
        ("node.yaml", format!("{node}{taint}")),
        ("node.yaml", node.to_owned()),
        ("stored.yaml", stored),
        ("stored.yaml", String::new()),
    ];
    let mut edited = Workspace::new();
    let mut heard = Vec::new();
    for (name, text) in &steps {
        edited.set_text(name, text);
        let own = said(&mut edited);
        assert_eq!(own, said(&mut edited), "asked again after {name}");
        let mut fresh = Workspace::new();
        for name in ["service.yaml", "node.yaml", "stored.yaml"] {
            if let Some(text) = edited.text(name) {
                fresh.set_text(name, text);
            }
        }
        assert_eq!(own, said(&mut fresh), "after {name}");
        heard.push(own);
    }
    // Taints that are refused, and a change that is, are heard and forgotten with their texts.
    assert_ne!(heard[1], heard[2]);
    assert_eq!(heard[1], heard[3]);
    assert_ne!(heard[3], heard[4]);
    assert_eq!(heard[3], heard[5]);
}

#[test]
fn a_review_asks_about_thousands_of_nodes_and_no_more() {
    let node = "---\napiVersion: v1\nkind: Node\nmetadata: {name: Never_}\n";
    let hears = |count: usize| {
        let mut workspace = Workspace::new();
        workspace.set_text("nodes.yaml", &node.repeat(count));
        let said = said(&mut workspace);
        said.iter().any(|said| said.contains("metadata.name"))
    };
    assert!(hears(1));
    assert!(!hears(5_001));
}
