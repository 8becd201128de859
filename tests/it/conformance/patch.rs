//! What the API server makes of a patch, or why it refuses it.

use everynode::apiserver::{PatchType, stored_daemon_set};
use everynode::manifest::{Limits, read_value};
use everynode::model::Json;
use everynode::source::FileId;
use everynode::workspace::apply_patch;
use serde_json::Value;

pub(super) fn differences(case: &Value) -> Vec<String> {
    let input = &case["input"];
    let (stored, _) = stored_daemon_set(json(&input["objects"][0]));
    let kind = match input["type"].as_str().unwrap() {
        "merge" => PatchType::Merge,
        "json" => PatchType::Json,
        _ => PatchType::Strategic,
    };
    let expected = &case["expected"];
    match (
        apply_patch(&stored, input["patch"].as_str().unwrap(), kind),
        expected.get("object"),
    ) {
        (Err(_), None) => Vec::new(),
        (Err(faults), Some(_)) => vec![format!(
            "Kubernetes takes it, the core says {}",
            faults[0].message
        )],
        (Ok(_), None) => vec![format!(
            "Kubernetes says {}, the core takes it",
            expected["error"]
        )],
        (Ok(patched), Some(object)) => {
            let mut found = Vec::new();
            compare(
                &mut found,
                "",
                &written(json(object)),
                &written(patched.stored),
            );
            let unknown = expected["unknown"].as_array().map_or(0, Vec::len);
            if patched.diagnostics.len() != unknown {
                found.push(format!(
                    "Kubernetes warns {}, the core {:?}",
                    expected["unknown"], patched.diagnostics
                ));
            }
            found
        }
    }
}

/// Names the parts of two values that differ.
fn compare(found: &mut Vec<String>, at: &str, expected: &Json, ours: &Json) {
    match (expected, ours) {
        (Json::Map(a), Json::Map(b)) => {
            for (key, value) in a {
                match ours.get(key) {
                    Some(own) => compare(found, &format!("{at}.{key}"), value, own),
                    None => found.push(format!(
                        "{at}.{key}: Kubernetes {}, the core none",
                        value.to_text()
                    )),
                }
            }
            let more = b.iter().filter(|(key, _)| expected.get(key).is_none());
            found.extend(more.map(|(key, value)| {
                format!("{at}.{key}: Kubernetes none, the core {}", value.to_text())
            }));
        }
        (Json::List(a), Json::List(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                compare(found, &format!("{at}[{index}]"), a, b);
            }
        }
        (a, b) if a == b => {}
        (a, b) => found.push(format!(
            "{at}: Kubernetes {}, the core {}",
            a.to_text(),
            b.to_text()
        )),
    }
}

/// Without what the core leaves out on purpose, and without the count of templates, which is the server's.
fn written(mut object: Json) -> Json {
    for key in ["apiVersion", "kind", "status"] {
        object.remove(key);
    }
    if let Some(annotations) = object.at_mut(&["metadata", "annotations"]) {
        annotations.remove("deprecated.daemonset.template.generation");
        if annotations.members().is_empty()
            && let Some(metadata) = object.get_mut("metadata")
        {
            metadata.remove("annotations");
        }
    }
    object
}

fn json(value: &Value) -> Json {
    let reading = read_value(FileId(0), &value.to_string(), &Limits::default());
    reading.value.unwrap()
}
