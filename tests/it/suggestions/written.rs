//! Suggestions for generated, real and broken manifests, in many ways of writing: whatever is promised holds.

use super::sound::all_hold;
use crate::random::Random;
use crate::shared::{files, folder};
use everynode::ffi::{DaemonSetPlacement, Session};
use serde_json::{Value, json};
use std::path::Path;

/// Objects of the oracle's eligible cases.
#[expect(
    clippy::disallowed_methods,
    reason = "the core reads no file; its tests do"
)]
fn clusters() -> Vec<Vec<Value>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/eligible.jsonl");
    let corpus = std::fs::read_to_string(file).unwrap();
    let cases = corpus.lines().map(|line| {
        let case: Value = serde_json::from_str(line).unwrap();
        case["input"]["objects"].as_array().unwrap().clone()
    });
    cases.collect()
}

/// Ways to write a list of objects.
const WAYS: [fn(&Value) -> String; 5] = [
    |list| serde_yaml::to_string(list).unwrap(),
    |list| serde_yaml::to_string(list).unwrap().replace('\n', "\r\n"),
    |list| {
        let items = list["items"].as_array().unwrap();
        let texts: Vec<String> = items
            .iter()
            .map(|i| serde_yaml::to_string(i).unwrap())
            .collect();
        texts.join("---\n")
    },
    ToString::to_string,
    |list| serde_json::to_string_pretty(list).unwrap(),
];

#[test]
fn the_oracles_clusters_keep_what_is_promised() {
    let (mut suggestions, mut edited) = (0, 0);
    for (number, objects) in clusters().iter().enumerate() {
        let list = json!({"apiVersion": "v1", "kind": "List", "items": objects});
        let mut session = Session::new();
        session.set_text("all.yaml", &WAYS[number % WAYS.len()](&list));
        let placed = session.place();
        let (some, of_them) = all_hold(&mut session, &placed);
        suggestions += some;
        edited += of_them;
    }
    println!(
        "suggestions for the oracle's clusters: {suggestions}, of which {edited} edit the text"
    );
    assert!(suggestions > 500);
    assert_eq!(edited, suggestions, "each of these texts can be edited");
}

/// Nodes of which each fails a manifest a little.
fn nodes(placement: &DaemonSetPlacement, random: &mut Random) -> String {
    let mut items = Vec::new();
    let pairs = placement.rules.node_selector.iter();
    let terms = placement.rules.terms.iter().flatten().take(1);
    let asked: Vec<(&String, &Vec<String>)> = pairs
        .chain(terms.flat_map(|term| &term.requirements))
        .map(|asked| (&asked.key, &asked.values))
        .collect();
    for number in 0..12 {
        let mut labels = serde_json::Map::new();
        for (key, values) in &asked {
            let value = values.first().map_or("there", String::as_str);
            let (key, value) = match random.below(if number < 6 { 40 } else { 12 }) {
                0 => continue,
                1 => ((*key).clone(), format!("{value}x")),
                2 => ((*key).clone(), "other".to_owned()),
                3 => (key.replace('i', "1"), value.to_owned()),
                _ => ((*key).clone(), value.to_owned()),
            };
            labels.insert(key, json!(value));
        }
        let mut taints = Vec::new();
        for row in &placement.matrix.tolerations {
            if random.chance(80) || row.key.is_empty() {
                continue;
            }
            let (value, effect) = match random.below(3) {
                0 => ("true", "NoSchedule"),
                1 => ("", "NoExecute"),
                _ => ("1", "NoSchedule"),
            };
            taints.push(json!({"key": row.key, "value": value, "effect": effect}));
        }
        if random.chance(40) {
            taints.push(json!({"key": "team", "value": "no", "effect": "NoSchedule"}));
        }
        let metadata = json!({"name": format!("node-{number:02}"), "labels": labels});
        items.push(json!({"apiVersion": "v1", "kind": "Node", "metadata": metadata, "spec": {"taints": taints}}));
    }
    json!({"apiVersion": "v1", "kind": "List", "items": items}).to_string()
}

/// How many suggestions there are for the DaemonSets of a text, and how many edit it.
fn hold_for(text: &[u8], random: &mut Random) -> (usize, usize) {
    let mut session = Session::new();
    session.set_bytes("manifest.yaml", text);
    let placed = session.place();
    let Some(placement) = placed.daemon_sets.first() else {
        return (0, 0);
    };
    session.set_text("nodes.json", &nodes(placement, random));
    let placed = session.place();
    all_hold(&mut session, &placed)
}

#[test]
fn real_manifests_keep_what_is_promised() {
    let Some(manifests) = folder("corpus/daemonsets") else {
        return;
    };
    let mut random = Random(1);
    let (mut suggestions, mut edited) = (0, 0);
    for (name, bytes) in files(&manifests) {
        for crlf in [false, true] {
            let mut text = bytes.clone();
            if crlf {
                let lines = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
                text = lines.replace('\n', "\r\n").into_bytes();
            }
            let (some, of_them) = hold_for(&text, &mut random);
            if of_them < some {
                println!(
                    "{name}: {} of {some} suggestions cannot edit it",
                    some - of_them
                );
            }
            suggestions += some;
            edited += of_them;
        }
    }
    println!("suggestions for real manifests: {suggestions}, of which {edited} edit the text");
    assert!(suggestions > 200 && edited * 100 > suggestions * 97);
}

/// A manifest in mixed styles, to be broken.
const MANIFEST: &str = "# The agent.
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      nodeSelector:
        disk: ssd
        \"zone\": 'a'
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
            - matchExpressions:
              - key: kubernetes.io/arch
                operator: In
                values: [amd64, \"s390x\"]
              - key: pool
                operator: NotIn
                values:
                - a # not these
                - b
      tolerations:
      - key: gpu # the cards
        operator: Equal
        value: \"true\"
      - {key: dedicated, value: a, effect: NoExecute}
      containers:
      - name: a
        image: a:1
";
const LEFT_OUT: &str = "kind: List
apiVersion: v1
items:
- {kind: Node, apiVersion: v1, metadata: {name: a, labels: {disk: hdd, zone: a, pool: c, kubernetes.io/arch: amd64}}}
- {kind: Node, apiVersion: v1, metadata: {name: b, labels: {disk: ssd, zone: a, pool: a, kubernetes.io/arch: amd64}}, spec: {taints: [{key: team, effect: NoSchedule}]}}
- {kind: Node, apiVersion: v1, metadata: {name: c, labels: {disk: ssd, zone: a, kubernetes.io/arch: arm64}}, spec: {taints: [{key: gpu, value: x, effect: NoSchedule}]}}
- {kind: Node, apiVersion: v1, metadata: {name: d, labels: {disk: ssd, zone: a, kubernetes.io/arch: amd64}}, spec: {taints: [{key: dedicated, value: b, effect: NoExecute}]}}
- {kind: Node, apiVersion: v1, metadata: {name: e}, spec: {taints: [{key: \"\", effect: NoSchedule}, {key: \"a: b\", value: \"#\", effect: NoSchedule}]}}
";

#[test]
fn broken_texts_break_nothing() {
    const PIECES: [&str; 24] = [
        "\n", "\r\n", " ", "  ", "- ", ": ", "#", " # ", "\t", "{", "}", "[", "]", ",", "\"", "'",
        "&a ", "*a", "<<: ", "|\n", "? ", "---\n", "ü", "!!str ",
    ];
    let mut random = Random(2);
    let (mut suggestions, mut edited) = (0, 0);
    let json = {
        let value: Value = serde_yaml::from_str(MANIFEST).unwrap();
        serde_json::to_string_pretty(&value).unwrap()
    };
    for round in 0..1500 {
        let mut text = if round % 3 == 0 {
            json.clone()
        } else {
            MANIFEST.to_owned()
        };
        for _ in 0..=random.below(3) {
            let at = text.floor_char_boundary(random.index(text.len() + 1));
            match random.below(3) {
                0 => text.insert_str(at, random.pick(&PIECES)),
                1 => {
                    let end = text.floor_char_boundary((at + random.index(30)).min(text.len()));
                    text.replace_range(at.min(end)..end, "");
                }
                _ => {
                    let end = text.floor_char_boundary((at + random.index(60)).min(text.len()));
                    let copy = text[at..end.max(at)].to_owned();
                    let to = text.floor_char_boundary(random.index(text.len() + 1));
                    text.insert_str(to, &copy);
                }
            }
        }
        let mut session = Session::new();
        session.set_text("manifest.yaml", &text);
        session.set_text("nodes.yaml", LEFT_OUT);
        let placed = session.place();
        let (some, of_them) = all_hold(&mut session, &placed);
        suggestions += some;
        edited += of_them;
    }
    println!("suggestions for broken manifests: {suggestions}, of which {edited} edit the text");
    assert!(edited > 500);
}
