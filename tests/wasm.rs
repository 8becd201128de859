//! The exports of the WebAssembly in a real browser, as the package's TypeScript calls them.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the runner in a browser knows no #[test], by which lints tell tests"
)]

use everynode::wasm::Session;
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const NODES: &str = "\
apiVersion: v1
kind: Node
metadata: {name: worker-a, labels: {topology.kubernetes.io/zone: a}}
---
apiVersion: v1
kind: Node
metadata: {name: gpu-1, labels: {topology.kubernetes.io/zone: b}}
spec: {taints: [{key: nvidia.com/gpu, value: present, effect: NoSchedule}]}
";

const DAEMON_SET: &str = "\
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: logging}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec: {containers: [{name: agent, image: agent:1}]}
";

fn session() -> Session {
    let mut session = Session::new();
    session.set_text("nodes.yaml", NODES);
    session.set_bytes("ds.yaml", DAEMON_SET.as_bytes());
    session
}

/// The value at a path of field names and indices.
fn at(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(value.clone(), |value, key| {
        Reflect::get(&value, &JsValue::from(*key)).unwrap()
    })
}

fn text(value: &JsValue, path: &[&str]) -> String {
    let found = at(value, path);
    found
        .as_string()
        .unwrap_or_else(|| panic!("{path:?} is {found:?}"))
}

fn json(source: &str) -> JsValue {
    JSON::parse(source).unwrap()
}

/// What reading finds.
fn lint(session: &mut Session) -> JsValue {
    let question = json(r#"{"presets": ["off"]}"#);
    json(&session.lint(question.unchecked_ref()).unwrap())
}

#[wasm_bindgen_test]
fn answers_are_json() {
    let answer = lint(&mut session());
    assert_eq!(text(&answer, &["kubernetes"]), "1.36");
    assert_eq!(text(&answer, &["counts", "0", "kind"]), "DaemonSet");
    assert_eq!(at(&answer, &["counts", "1", "count"]), JsValue::from(2));
    assert!(Array::is_array(&at(&answer, &["diagnostics"])));
}

#[wasm_bindgen_test]
fn broken_yaml_is_a_finding_with_its_place() {
    let mut session = session();
    session.set_text("broken.yaml", "# ü😀\nkind: Node\nmetadata:\n\tname: x\n");
    let answer = lint(&mut session);
    assert_eq!(text(&answer, &["diagnostics", "0", "file"]), "broken.yaml");
    let start = ["diagnostics", "0", "range", "start"];
    assert_eq!(at(&at(&answer, &start), &["line"]), JsValue::from(4));
    assert_eq!(text(&answer, &["objects", "2", "name"]), "agent");
}

#[wasm_bindgen_test]
fn misuse_is_thrown_as_a_string() {
    let mut session = session();
    let thrown = session.set_options(json(r#"{"now": "yesterday"}"#).unchecked_ref());
    assert!(thrown.unwrap_err().is_string());
    let whole = r#"{"now": "2026-11-21T08:00:00Z", "complete": true, "limits": {"nesting": 3}, "featureGates": {}}"#;
    session.set_options(json(whole).unchecked_ref()).unwrap();
    let answer = lint(&mut session);
    assert_eq!(
        text(&answer, &["diagnostics", "0", "rule"]),
        "limit-exceeded"
    );
}

#[wasm_bindgen_test]
fn hostile_texts_are_answered() {
    let deep = "[".repeat(100_000);
    let texts = [
        "",
        "\0",
        "- ",
        "a: *b",
        "&a [*a]",
        "{{",
        "--- |",
        "? ",
        "kind: 7",
        deep.as_str(),
    ];
    for hostile in texts {
        let mut session = session();
        session.set_text("hostile", hostile);
        session.set_bytes("bytes", &[0xff, 0xfe, 0x00, 0x80]);
        let answer = lint(&mut session);
        assert_eq!(text(&answer, &["objects", "0", "name"]), "worker-a");
    }
}

#[wasm_bindgen_test]
fn a_daemon_set_is_placed_and_explained() {
    let mut session = session();
    let answer = json(&session.place());
    assert_eq!(
        text(&answer, &["daemonSets", "0", "verdict"]),
        "runs on 1 of 2 nodes"
    );
    let nodes = at(&answer, &["daemonSets", "0", "groups", "1", "nodes"]);
    assert_eq!(
        Array::from(&nodes).get(0),
        JsValue::from(0),
        "gpu-1 comes first by name"
    );
    let question = json(r#"{"daemonSet": "logging/agent", "node": "gpu-1"}"#);
    let answer = json(&session.explain(question.unchecked_ref()));
    assert_eq!(text(&answer, &["verdict"]), "leftOut");
}
