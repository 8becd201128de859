//! The whole answer as kubectl prints it.

use super::field_error::FieldError;
use super::names::OwnNames;
use crate::manifest::{Decoded, StoredStruct, StrictError, StrictFault, go_quote, no_matches};
use crate::schema;

/// What kubectl prints where the server refuses an object for these; nothing for none.
///
/// ```
/// use everynode::apiserver::{FieldError, FieldErrorKind, kubectl_refusal};
/// let error = FieldError {
///     kind: FieldErrorKind::Required,
///     field: "spec.selector".to_owned(),
///     bad_value: None,
///     detail: String::new(),
/// };
/// let text = kubectl_refusal("DaemonSet", "agent", &[error]);
/// assert_eq!(text, "The DaemonSet \"agent\" is invalid: spec.selector: Required value\n");
/// ```
///
/// Upstream: staging/src/k8s.io/kubectl/pkg/cmd/util/helpers.go checkErr (v1.36.3)
#[must_use]
pub fn kubectl_refusal(kind: &str, name: &str, errors: &[FieldError]) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let mut known = OwnNames::new();
    let mut messages = Vec::new();
    for error in errors {
        let message = error.to_string();
        if !known.contains_key(message.as_str()) {
            known.insert(message.clone(), 0);
            messages.push(message);
        }
    }
    let start = ["The ", kind, " ", &go_quote(name), " is invalid: "].concat();
    match messages.as_slice() {
        [only] => [&start, only, "\n"].concat(),
        all => {
            let mut out = start;
            out.push('\n');
            for message in all {
                out.push_str("* ");
                out.push_str(message);
                out.push('\n');
            }
            out
        }
    }
}

/// What kubectl prints where the server cannot decode what it is sent; nothing where kubectl itself fails before it
/// sends anything: a kind that no server serves under that group, or metadata that kubectl cannot read.
///
/// Upstream: staging/src/k8s.io/apiserver/pkg/endpoints/handlers/create.go transformDecodeError (v1.36.3)
#[must_use]
pub fn kubectl_undecodable(decoded: &Decoded) -> String {
    let (version, kind) = (&decoded.api_version, &decoded.kind);
    let of_metadata = |path: &str| path == "metadata" || path.starts_with("metadata.");
    let unreadable = decoded.errors.iter().any(|error| {
        !error.leaves_an_object() && of_metadata(&error.path.to_string())
            || error.fault == StrictFault::UnknownKind
    });
    if schema::kind(version, kind).is_none() || unreadable || decoded.errors.is_empty() {
        return String::new();
    }
    let (_, version) = version.split_once('/').unwrap_or(("", version));
    let mut out = ["Error from server (BadRequest): ", kind, " in version "].concat();
    out.push_str(&go_quote(version));
    out.push_str(" cannot be handled as a ");
    out.push_str(kind);
    out.push_str(": ");
    if decoded.errors.iter().all(StrictError::leaves_an_object) {
        out.push_str("strict decoding error: ");
    }
    for (place, text) in decoded.answer().enumerate() {
        if place > 0 {
            out.push_str(", ");
        }
        out.push_str(text);
    }
    out
}

/// What kubectl prints of a document that is of no kind that it knows, before it sends anything; nothing of others. `object` are
/// name and namespace as they are written, `file` is where the document is.
///
/// Upstream: staging/src/k8s.io/cli-runtime/pkg/resource/mapper.go infoForData (v1.36.3)
#[must_use]
pub fn kubectl_unmatched(decoded: &Decoded, object: (&str, &str), file: &str) -> String {
    let mut errors = decoded.errors.iter();
    let Some(error) = errors.find(|error| error.fault == StrictFault::UnknownKind) else {
        return String::new();
    };
    if !error.text.starts_with("no kind ") {
        return [
            "error: unable to decode ",
            &go_quote(file),
            ": ",
            &error.text,
            "\n",
        ]
        .concat();
    }
    let (name, namespace) = object;
    let parts = [
        "error: resource mapping not found for name: ",
        &go_quote(name),
        " namespace: ",
        &go_quote(namespace),
        " from ",
        &go_quote(file),
        ": ",
        &no_matches(&decoded.kind, &decoded.api_version),
        "\nensure CRDs are installed first\n",
    ];
    parts.concat()
}

/// The name that the answer to a create has, generated ones with the letters `xxxxx`.
#[must_use]
pub fn name_of(object: &StoredStruct) -> String {
    let text = |field| {
        object
            .inner("metadata")
            .map_or("", |metadata| metadata.text(field))
    };
    match (text("name"), text("generateName")) {
        ("", "") => String::new(),
        ("", prefix) => [prefix, "xxxxx"].concat(),
        (name, _) => name.to_owned(),
    }
}
