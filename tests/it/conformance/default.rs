use super::compare;
use everynode::apiserver::fill_in_defaults;
use everynode::manifest::{Limits, strict};
use serde_json::Value;

/// Where an object with its defaults differs from that of `oracle default`.
pub(super) fn differences(case: &Value) -> Vec<String> {
    let yaml = case["input"]["yaml"].as_str().unwrap();
    let decoded = strict(yaml, &Limits::default());
    let expected = case["expected"].as_array().unwrap();
    let mut found = Vec::new();
    if decoded.len() != expected.len() {
        found.push(format!("{} documents are read", decoded.len()));
    }
    for (expected, decoded) in expected.iter().zip(decoded) {
        let Some(mut object) = decoded.object else {
            found.push(format!("no object: {:?}", decoded.errors));
            continue;
        };
        fill_in_defaults(&mut object);
        let ours: Value = serde_json::from_str(&object.to_json()).unwrap();
        for (path, theirs, ours) in apart(String::new(), expected, &ours) {
            compare(&mut found, &path, &theirs, &ours);
        }
    }
    found
}

/// The places at which two values differ, as deep as both are maps or lists of one length.
fn apart(path: String, theirs: &Value, ours: &Value) -> Vec<(String, Value, Value)> {
    match (theirs, ours) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: std::collections::BTreeSet<_> = a.keys().chain(b.keys()).collect();
            let of = |map: &serde_json::Map<String, Value>, key: &str| {
                map.get(key)
                    .cloned()
                    .unwrap_or(Value::String("absent".into()))
            };
            keys.into_iter()
                .flat_map(|key| apart(format!("{path}.{key}"), &of(a, key), &of(b, key)))
                .collect()
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => (a.iter().zip(b).enumerate())
            .flat_map(|(index, (a, b))| apart(format!("{path}[{index}]"), a, b))
            .collect(),
        _ if theirs == ours => Vec::new(),
        _ => vec![(path, theirs.clone(), ours.clone())],
    }
}
