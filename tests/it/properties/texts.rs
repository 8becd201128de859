//! One cluster written in many ways: the answer is about what is said, not about how.

use everynode::ffi::{PlaceAnswer, Session};
use serde_json::{Value, json};
use std::path::Path;

/// Objects of the oracle's eligible cases, every twentieth of them.
#[expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]
fn clusters() -> Vec<Vec<Value>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/eligible.jsonl");
    let corpus = std::fs::read_to_string(file).unwrap();
    let cases = corpus.lines().step_by(20).map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        case["input"]["objects"].as_array().unwrap().clone()
    });
    cases.collect()
}

fn yaml(object: &Value) -> String {
    serde_yaml::to_string(object).unwrap()
}

fn list(objects: &[Value]) -> Value {
    json!({"apiVersion": "v1", "kind": "List", "items": objects})
}

/// Files with texts, each way a whole cluster.
fn ways(objects: &[Value]) -> Vec<(&'static str, Vec<(String, String)>)> {
    let single = |name: &str, text: String| vec![(name.to_owned(), text)];
    let documents: Vec<String> = objects.iter().map(yaml).collect();
    let numbered = |ending: &str, texts: Vec<String>| -> Vec<(String, String)> {
        let texts = texts.into_iter().enumerate();
        texts
            .map(|(n, t)| (format!("{n:03}.{ending}"), t))
            .collect()
    };
    let compact = objects.iter().map(Value::to_string).collect();
    let pretty = serde_json::to_string_pretty(&list(objects)).unwrap();
    let comments = documents.join("# the end of one\n--- # and the next\n# says nothing\n");
    vec![
        ("a YAML stream", single("all.yaml", documents.join("---\n"))),
        ("with comments", single("all.yaml", comments)),
        (
            "with CRLF",
            single("all.yaml", documents.join("---\n").replace('\n', "\r\n")),
        ),
        ("a file each", numbered("yaml", documents)),
        ("a JSON file each", numbered("json", compact)),
        ("a YAML List", single("list.yaml", yaml(&list(objects)))),
        (
            "a JSON List",
            single("list.json", list(objects).to_string()),
        ),
        ("an indented JSON List", single("list.json", pretty.clone())),
        ("JSON as YAML", single("list.yaml", pretty)),
        (
            "in a Markdown page",
            single(
                "page.md",
                format!(
                    "# Here\n\n```yaml\n{}```\n\nAnd so on.\n",
                    yaml(&list(objects))
                ),
            ),
        ),
        (
            "a JSON array",
            single("list.json", Value::from(objects).to_string()),
        ),
    ]
}

/// What is answered, without places.
fn said(files: &[(String, String)]) -> (Value, PlaceAnswer) {
    let mut session = Session::new();
    for (name, text) in files {
        session.set_text(name, text);
    }
    let answer = session.place();
    let daemon_sets: Vec<Value> = answer
        .daemon_sets
        .iter()
        .map(|placement| {
            let groups: Vec<Value> = placement
                .groups
                .iter()
                .map(|group| json!([group.verdict, group.sentence, group.nodes.0]))
                .collect();
            json!({
                "name": placement.reference.name,
                "verdict": placement.verdict,
                "groups": groups,
                "status": placement.status,
                "row": placement.kubectl.row,
            })
        })
        .collect();
    let nodes = &answer.nodes;
    (json!([nodes, daemon_sets]), answer)
}

#[test]
fn a_cluster_is_the_same_in_every_way_of_writing_it() {
    let clusters = clusters();
    let mut written = 0;
    for objects in &clusters {
        let ways = ways(objects);
        written = ways.len();
        let (first, _) = said(&ways[0].1);
        for (way, files) in &ways {
            let (other, answer) = said(files);
            assert_eq!(other, first, "{way}: {files:?}");
            assert!(!answer.daemon_sets.is_empty());
        }
    }
    println!(
        "{} clusters, each written in {written} ways",
        clusters.len()
    );
}

#[test]
fn the_order_of_objects_decides_nothing_but_the_order_of_daemon_sets() {
    for objects in clusters() {
        let mut backwards = objects.clone();
        backwards.reverse();
        let text = |objects: &[Value]| vec![("l.json".to_owned(), list(objects).to_string())];
        let (mut forth, _) = said(&text(&objects));
        let (mut back, _) = said(&text(&backwards));
        for answer in [&mut forth, &mut back] {
            let daemon_sets = answer[1].as_array_mut().unwrap();
            daemon_sets.sort_by_key(|placement| placement["name"].to_string());
        }
        assert_eq!(forth, back);
    }
}
