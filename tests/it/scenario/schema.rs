use super::reading;
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../pkg/scenario.schema.json")).unwrap()
}

/// The names of a definition's properties, in order.
fn properties(definition: &Value) -> Vec<String> {
    let properties = definition["properties"].as_object().unwrap();
    assert_eq!(definition["additionalProperties"], json!(false));
    let mut names: Vec<String> = properties.keys().cloned().collect();
    names.sort_unstable();
    names
}

/// The fields that the reader names when one does not exist, in order.
fn fields(scenario: &Value) -> Vec<String> {
    let found = reading(&scenario.to_string()).diagnostics;
    let mut unknown = found
        .iter()
        .filter(|found| found.rule.id == "scenario-field");
    let help = unknown.next().unwrap().help.clone().unwrap();
    let mut names: Vec<String> = help
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn the_schema_names_the_fields_that_are_read() {
    let schema = schema();
    let event = |event: Value| json!({ "events": [event] });
    let unknown = || json!({ "zzzzzzzzzzzz": 1 });
    for (name, scenario) in [
        ("node", json!({ "nodes": { "a": unknown() } })),
        ("image", json!({ "images": { "a": unknown() } })),
        ("event", event(unknown())),
        ("addNode", event(json!({ "time": 1, "addNode": unknown() }))),
        ("label", event(json!({ "time": 1, "label": unknown() }))),
        ("taint", event(json!({ "time": 1, "taint": unknown() }))),
    ] {
        assert_eq!(
            properties(&schema["definitions"][name]),
            fields(&scenario),
            "{name}"
        );
    }
    assert_eq!(properties(&schema), fields(&unknown()));
}

#[test]
fn the_schema_and_the_reader_agree_on_what_an_old_pod_may_be() {
    for initial in schema()["definitions"]["node"]["properties"]["initial"]["enum"]
        .as_array()
        .unwrap()
    {
        let scenario = json!({ "nodes": { "a": { "initial": initial } } });
        assert_eq!(reading(&scenario.to_string()).diagnostics, []);
    }
}

#[test]
fn the_schema_refers_to_what_it_defines() {
    let schema = schema();
    let text = schema.to_string();
    for reference in text.split("\"$ref\":\"#/definitions/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schema["definitions"][name].is_object(), "{name}");
    }
}
