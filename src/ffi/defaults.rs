use super::shapes::{Diagnostic, Head, ObjectRef};
use super::validate::DecodingError;
use serde::Serialize;

/// The objects of the texts as the API server stores them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DefaultsAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// DaemonSets, Pods, Nodes, Services and PriorityClasses, in the order of the input.
    pub objects: Vec<DefaultedObject>,
    /// What reading found.
    pub diagnostics: Vec<Diagnostic>,
}

/// One object as the API server stores it: decoded, with its defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DefaultedObject {
    /// Kind, namespace, name.
    #[serde(flatten)]
    pub reference: ObjectRef,
    /// The file's name.
    pub file: String,
    /// Why the server cannot decode it.
    pub decoding_errors: Vec<DecodingError>,
    /// In YAML, fields sorted by name as kubectl prints them; empty where the server has no object.
    pub yaml: String,
    /// In JSON, in one line, fields in the order of the API; empty where the server has no object.
    pub json: String,
    /// What the text does not say, in the order of `yaml`; of an added field nothing that is in it.
    pub added: Vec<AddedField>,
}

/// A field that the server adds, or to which it gives another value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AddedField {
    /// As the API writes it.
    pub path: String,
    /// The field's line in `yaml`, from 1.
    pub line: u32,
    /// The last line of its value.
    pub last_line: u32,
}
