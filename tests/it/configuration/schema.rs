//! pkg/config.schema.json and docs/lint-config.md, held against the reader.

use super::{config, mistakes};
use everynode::lint::{FailOn, Preset, RULES, Role, SERVER_RULES, Setting};
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../pkg/config.schema.json")).unwrap()
}

/// The names of a definition's properties, in order.
fn properties(definition: &Value) -> Vec<String> {
    assert_eq!(definition["additionalProperties"], json!(false));
    let properties = definition["properties"].as_object().unwrap();
    properties.keys().cloned().collect()
}

/// What stands between backticks in what is said of a configuration, in order.
fn named(text: &str) -> Vec<String> {
    let said = mistakes(text).remove(0);
    let quoted = said.split('`').skip(1).step_by(2).map(str::to_owned);
    // The first one is what is wrong.
    let mut names: Vec<String> = quoted.skip(1).collect();
    names.sort_unstable();
    names
}

/// The texts of an enumeration, in order.
fn words(definition: &Value) -> Vec<String> {
    let words = definition["enum"].as_array().unwrap();
    let texts = words.iter().filter_map(Value::as_str);
    let mut texts: Vec<String> = texts.map(str::to_owned).collect();
    texts.sort_unstable();
    texts
}

fn sorted(words: impl IntoIterator<Item = &'static str>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words.sort_unstable();
    words
}

#[test]
fn the_schema_names_the_fields_that_are_read() {
    let schema = schema();
    let definitions = &schema["definitions"];
    assert_eq!(properties(&schema), named("zzzzzzzzzzzz: 1\n"));
    let of_override = named("overrides: [{zzzzzzzzzzzz: 1, role: cni}]\n");
    assert_eq!(properties(&definitions["override"]), of_override);
    let of_ignore = named("ignores: [{zzzzzzzzzzzz: 1, rules: []}]\n");
    assert_eq!(properties(&definitions["ignore"]), of_ignore);
}

#[test]
fn the_schema_names_every_rule_and_every_word() {
    let schema = schema();
    let definitions = &schema["definitions"];
    let warnings = SERVER_RULES.iter().map(|rule| rule.name);
    let warnings = warnings.filter(everynode::diagnostic::Rule::is_ignorable);
    let warnings: Vec<&str> = warnings.map(|name| name.id).collect();
    let with_warnings = |rules: Vec<&'static str>| sorted([rules, warnings.clone()].concat());
    let rules = with_warnings(RULES.iter().map(|rule| rule.id).collect());
    assert_eq!(properties(&definitions["rules"]), rules);
    let ignorable = RULES.iter().filter(|rule| rule.ignorable);
    let ignorable = with_warnings(ignorable.map(|rule| rule.id).collect());
    assert_eq!(words(&definitions["ignorable"]), ignorable);
    assert_eq!(
        words(&definitions["preset"]),
        sorted(Preset::ALL.map(Preset::as_str))
    );
    assert_eq!(
        words(&definitions["role"]),
        sorted(Role::ALL.map(Role::as_str))
    );
    assert_eq!(words(&definitions["setting"]), sorted(Setting::WORDS));
    let fields = &schema["properties"];
    assert_eq!(
        words(&fields["failOn"]),
        sorted(FailOn::ALL.map(FailOn::as_str))
    );
    assert_eq!(
        words(&fields["podSecurity"]),
        sorted(["privileged", "baseline", "restricted"])
    );
}

#[test]
fn every_example_of_the_page_is_read() {
    let page = include_str!("../../../docs/lint-config.md");
    let blocks = page.split("```yaml\n").skip(1);
    let examples: Vec<&str> = blocks
        .map(|block| block.split("```").next().unwrap())
        .collect();
    assert!(examples.len() >= 5);
    for example in examples {
        assert_ne!(config(example), config(""), "{example}");
    }
}
