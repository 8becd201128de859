//! Annotations whose text is JSON of the API's types.

use crate::manifest::{Limits, StoredStruct, go_quote, strict};

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
    let object = decoded.and_then(|decoded| decoded.object);
    let spec = object.as_ref().and_then(|object| object.inner("spec"));
    match spec {
        Some(spec) => Ok(spec.structs(field).cloned().collect()),
        None => Err("unexpected end of JSON input".to_owned()),
    }
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
