use super::compare;
use everynode::apiserver::{
    fill_in_defaults, kubectl_refusal, kubectl_undecodable, name_of, validate,
};
use everynode::manifest::{Decoded, Limits, StoredStruct, StrictFault, strict};
use everynode::schema;
use serde_json::{Value, json};

/// Where the core's answer to a create or an update differs from that of `oracle validate`.
pub(super) fn differences(case: &Value) -> Vec<String> {
    let yaml = case["input"]["yaml"].as_str().unwrap();
    let stored: Vec<StoredStruct> = case["input"]["oldYaml"]
        .as_str()
        .map_or(Vec::new(), |text| strict(text, &Limits::default()))
        .into_iter()
        .filter_map(|decoded| decoded.object.map(defaulted))
        .collect();
    let comparing = case["featureGates"]["TaintTolerationComparisonOperators"] == json!(true);
    let decoded = strict(yaml, &Limits::default());
    let expected = case["expected"].as_array().unwrap();
    let mut found = Vec::new();
    if decoded.len() != expected.len() {
        found.push(format!("{} documents are read", decoded.len()));
    }
    for (expected, decoded) in expected.iter().zip(decoded) {
        one(&mut found, expected, decoded, &stored, comparing);
    }
    found
}

fn defaulted(mut object: StoredStruct) -> StoredStruct {
    fill_in_defaults(&mut object);
    object
}

fn one(
    found: &mut Vec<String>,
    expected: &Value,
    decoded: Decoded,
    stored: &[StoredStruct],
    comparing: bool,
) {
    if decoded.unreadable || decoded.kind.is_empty() || decoded.api_version.is_empty() {
        // Kubectl sends nothing, and the core's reader says why in its own words.
        compare(found, "errors", &expected["errors"], &json!([]));
        let decodes = expected["decodeErrors"].is_null();
        compare(found, "decodes", &json!(decodes), &json!(false));
        return;
    }
    let texts: Vec<&str> = decoded.answer().collect();
    let texts = if texts.is_empty() {
        Value::Null
    } else {
        json!(texts)
    };
    compare(found, "decodeErrors", &expected["decodeErrors"], &texts);
    let text = |field: &str| expected.get(field).cloned().unwrap_or(json!(""));
    let undecodable = kubectl_undecodable(&decoded);
    let unknown = decoded
        .errors
        .iter()
        .any(|error| error.fault == StrictFault::UnknownKind);
    let Some(object) = decoded.object.filter(|_| !unknown) else {
        compare(found, "kubectl", &text("kubectl"), &json!(undecodable));
        return;
    };
    let object = defaulted(object);
    let old = stored.iter().find(|old| key(old) == key(&object));
    let operation = if old.is_some() { "update" } else { "create" };
    compare(
        found,
        "operation",
        &expected["operation"],
        &json!(operation),
    );
    let answer = validate(&object, old, comparing);
    let theirs = expected["errors"].as_array().unwrap();
    for (index, error) in answer.errors.iter().enumerate() {
        let Some(theirs) = theirs.get(index) else {
            found.push(format!("one too many: {error}"));
            continue;
        };
        compare(
            found,
            "message",
            &theirs["message"],
            &json!(error.to_string()),
        );
        compare(found, "type", &theirs["type"], &json!(error.kind.name()));
        compare(found, "field", &theirs["field"], &json!(error.field));
        // The oracle has these of what the strategy says, not of the checks before it.
        if let Some(value) = theirs.get("badValue") {
            compare(found, "badValue", value, &json!(error.bad_value));
        }
        if let Some(detail) = theirs.get("detail") {
            compare(found, "detail", detail, &json!(error.detail));
        }
    }
    for missing in theirs.iter().skip(answer.errors.len()) {
        found.push(format!("missing: {}", missing["message"]));
    }
    compare(
        found,
        "warnings",
        &expected["warnings"],
        &json!(answer.warnings),
    );
    let allowed = answer.errors.is_empty() && decoded.errors.is_empty();
    compare(found, "allowed", &expected["allowed"], &json!(allowed));
    let printed = if decoded.errors.is_empty() {
        kubectl_refusal(kind(&object), &name_of(&object), &answer.errors)
    } else {
        undecodable
    };
    compare(found, "kubectl", &text("kubectl"), &json!(printed));
}

fn kind(object: &StoredStruct) -> &'static str {
    let name = schema::name(object.id);
    name.rsplit('.').next().unwrap()
}

fn key(object: &StoredStruct) -> (&'static str, &str, &str) {
    let metadata = object.inner("metadata").unwrap();
    (
        kind(object),
        metadata.text("namespace"),
        metadata.text("name"),
    )
}
