use super::shapes::{Head, Range};
use serde::Serialize;

/// Asks about a place of an open text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceQuestion {
    /// The file's name.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1, in UTF-16 code units.
    pub column: u32,
}

/// Which field of the API stands at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FieldAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// Left out where no field of a known type stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldView>,
}

/// A field of the API where a text has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// As the API writes it; of a part of a DaemonSet, where it would stand in one.
    pub path: String,
    /// Its key, with its value where that is a scalar on the same line.
    pub range: Range,
    /// The struct that has it, as Go calls it; with `name` the key of its description.
    pub of: &'static str,
    /// In JSON. Of an item or of an entry of a map, the list's or the map's.
    pub name: &'static str,
    /// As Go calls it.
    #[serde(rename = "type")]
    pub go_type: String,
    /// The type in words.
    pub words: String,
    /// The API says that it must be there.
    pub required: bool,
    /// Those that the API allows; empty where it does not name them.
    pub values: Vec<&'static str>,
    /// What the server fills in where the field is left out, if that is one value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
}

/// What may stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CompleteAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// What is replaced, empty to insert; left out where nothing that is known may stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// Fields in the order of the API, those that must be there first; labels and taints by how many Nodes have them.
    pub candidates: Vec<Candidate>,
    /// There are more than 1,000, and these are the first that begin with what stands there.
    pub cut: bool,
}

/// One thing that may stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its name.
    pub label: String,
    /// What is written for it.
    pub insert: String,
    /// `field`, `key` or `value`.
    pub kind: &'static str,
    /// Of a field its type in words, of a label or taint how many Nodes have it; left out where there is nothing to say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// The API says that the field must be there.
    pub required: bool,
    /// Of a field the struct that has it, as Go calls it; with `label` the key of its description.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub of: &'static str,
}
