//! Annotations whose text is JSON of the API's types.

use crate::manifest::{Limits, StoredStruct, go_quote, strict};
use crate::source::parted;

/// Structs in a list: `Toleration` or `Taint`. The error is that of Go's reader.
///
/// DIFFERENCE: of what is no JSON, only a wrong first letter is told in Go's words.
///
/// Upstream: pkg/apis/core/helper/helpers.go GetTolerationsFromPodAnnotations, GetTaintsFromNodeAnnotations (v1.36.3)
pub(super) fn structs(name: &str, text: &str) -> Result<Vec<StoredStruct>, String> {
    let (kind, field) = match name {
        "v1.Taint" => ("Node", "taints"),
        _ => ("Pod", "tolerations"),
    };
    starts(text)?;
    let start = [
        "{\"apiVersion\":\"v1\",\"kind\":\"",
        kind,
        "\",\"spec\":{\"",
        field,
    ];
    let document = [&start.concat(), "\":", text, "}}"].concat();
    let decoded = strict(&document, &Limits::default()).into_iter().next();
    let decoded = decoded.unwrap_or_default();
    let spec = decoded
        .object
        .as_ref()
        .and_then(|object| object.inner("spec"));
    match spec {
        Some(spec) => Ok(spec.structs(field).cloned().collect()),
        None => {
            let mut errors = decoded.errors.iter();
            let told = errors.find_map(|error| wrong_type(&error.text, field));
            Err(told.unwrap_or_else(|| "unexpected end of JSON input".to_owned()))
        }
    }
}

/// A value of another type, as Go says it of the server's inside: there is no Pod or Node around the list, and its fields are
/// named as Go names them.
fn wrong_type(text: &str, list: &str) -> Option<String> {
    let (what, rest) = parted(text, " into Go struct field ")?;
    let (way, type_name) = parted(rest, " of type ")?;
    let type_name = match parted(type_name, "v1.") {
        Some((before, after)) => [before, "core.", after].concat(),
        None => type_name.to_owned(),
    };
    let (owner, _) = way.split_once('.')?;
    let field = way.rsplit('.').next()?;
    let mut letters = field.chars();
    let first = letters.next()?.to_ascii_uppercase().to_string();
    let place = match field == list {
        true => "value".to_owned(),
        false => ["struct field ", owner, ".", &first, letters.as_str()].concat(),
    };
    Some([what, " into Go ", &place, " of type ", &type_name].concat())
}

/// Whether a text can start a value of JSON.
pub(super) fn starts(text: &str) -> Result<(), String> {
    let first = text
        .trim_start_matches([' ', '\t', '\r', '\n'])
        .chars()
        .next();
    match first {
        None => Err("unexpected end of JSON input".to_owned()),
        Some('[' | '{' | '"' | '-' | '0'..='9' | 't' | 'f' | 'n') => Ok(()),
        Some(c) => {
            let quoted = match c {
                '\'' => "'\\''".to_owned(),
                '"' => "'\"'".to_owned(),
                _ => go_quote(&c.to_string()).replace('"', "'"),
            };
            Err([
                "invalid character ",
                &quoted,
                " looking for beginning of value",
            ]
            .concat())
        }
    }
}
