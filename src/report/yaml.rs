use super::json;
use serde::Serialize;

/// An answer as YAML. Columns stand as lists of numbers.
#[must_use]
pub fn yaml(answer: &impl Serialize) -> String {
    // By way of JSON, where a column is numbers.
    let value: Result<serde_yaml::Value, _> = serde_json::from_str(&json(answer));
    let text = value
        .ok()
        .and_then(|value| serde_yaml::to_string(&value).ok());
    text.unwrap_or_default()
}
