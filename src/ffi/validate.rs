use super::shapes::{Diagnostic, Head, ObjectRef, Range};
use serde::Serialize;

/// What the API server answers to the objects of the texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValidateAnswer {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// DaemonSets, Pods, Nodes, Services and PriorityClasses, in the order of the input.
    pub objects: Vec<ValidatedObject>,
    /// What reading found.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the API server answers to one object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ValidatedObject {
    /// Kind, namespace, name.
    #[serde(flatten)]
    pub reference: ObjectRef,
    /// The file's name.
    pub file: String,
    /// `create` or `update`.
    pub operation: &'static str,
    /// Whether the server takes it.
    pub allowed: bool,
    /// Why the server cannot decode it.
    pub decoding_errors: Vec<DecodingError>,
    /// Why it refuses it, in its order.
    pub causes: Vec<ApiCause>,
    /// What it warns of, in its order.
    pub warnings: Vec<ApiWarning>,
    /// What kubectl prints of a refusal; empty where there is none, or where kubectl itself stops before.
    pub kubectl: String,
}

/// A mistake that keeps the server from decoding an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecodingError {
    /// The server's text, as if it were alone.
    pub message: String,
    /// The field, as the API writes it.
    pub path: String,
    /// Where.
    pub range: Range,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// A cause of a refusal, as a status of the API has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApiCause {
    /// `FieldValueInvalid` and others.
    pub reason: &'static str,
    /// As the server names it.
    pub field: String,
    /// The whole message, field first.
    pub message: String,
    /// The value in the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bad_value: Option<String>,
    /// The end of the message.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// The field that the text has: this one, or the one around it.
    pub path: String,
    /// Where.
    pub range: Range,
}

/// Something that the server takes, and warns of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApiWarning {
    /// The server's text.
    pub message: String,
    /// The field that the text has: this one, or the one around it.
    pub path: String,
    /// Where.
    pub range: Range,
}
