use super::compare;
use everynode::manifest::{Decoded, Limits, StoredStruct, StrictFault, strict};
use everynode::schema;
use serde_json::{Value, json};

/// Where what the core decodes differs from `oracle decode`: kubectl's way, which turns YAML into JSON first. What is no
/// YAML at all is so for both; the core says why in its own words.
pub(super) fn differences(case: &Value) -> Vec<String> {
    let yaml = case["input"]["yaml"].as_str().unwrap();
    let decoded = strict(yaml, &Limits::default());
    let expected = case["expected"].as_array().unwrap();
    let mut found = Vec::new();
    if decoded.len() != expected.len() {
        found.push(format!("{} documents are read", decoded.len()));
    }
    for (expected, decoded) in expected.iter().zip(&decoded) {
        let texts = expected["kubectlErrors"].as_array().unwrap();
        let no_yaml = texts.first().and_then(Value::as_str).is_some_and(|text| {
            text.starts_with("error converting YAML to JSON") || text.starts_with("json: line")
        });
        if no_yaml || decoded.unreadable {
            compare(
                &mut found,
                "readable",
                &json!(!no_yaml),
                &json!(!decoded.unreadable),
            );
            continue;
        }
        if decoded.object.is_none() && decoded.errors.is_empty() {
            // A kind that a server may know, and the table does not.
            let (version, kind) = (&decoded.api_version, &decoded.kind);
            let ours = schema::kind(version, kind).is_some();
            compare(&mut found, "kind of the table", &json!(ours), &json!(false));
            continue;
        }
        let answer: Vec<&str> = decoded.answer().collect();
        compare(
            &mut found,
            "kubectlErrors",
            &expected["kubectlErrors"],
            &json!(answer),
        );
        // The oracle's object is that of a YAML body, in which `1.0` is `1` and the last of equal keys wins; kubectl
        // sends JSON as it is.
        let is = |fault| decoded.errors.iter().any(|error| error.fault == fault);
        if !is(StrictFault::DuplicateField) {
            let taken = !is(StrictFault::WrongType) && !is(StrictFault::Malformed);
            let stored = if taken {
                &expected["object"]
            } else {
                &Value::Null
            };
            compare(&mut found, "object", stored, &object(decoded));
        }
        let kind = match expected["kind"].as_str() {
            Some(_) => json!(format!("{} {}", decoded.api_version, decoded.kind)),
            None => Value::Null,
        };
        compare(&mut found, "kind", &expected["kind"], &kind);
        for error in &decoded.errors {
            let place = &yaml[error.place.range.as_usize()];
            let path = error.path.to_string();
            let named = matches!(
                error.fault,
                StrictFault::UnknownField | StrictFault::DuplicateField
            );
            let name = path.rsplit('.').next().unwrap();
            // A key may be written otherwise than it reads: `y` is `true`.
            let word = matches!(name, "true" | "false");
            if named && !word && !path.ends_with(']') && !place.contains(name) {
                found.push(format!("{path} is at {place:?}"));
            }
        }
    }
    found
}

fn object(decoded: &Decoded) -> Value {
    let json = decoded.object.as_ref().map(StoredStruct::to_json);
    json.map_or(Value::Null, |json| serde_json::from_str(&json).unwrap())
}
