//! A Pod template as canonical JSON, to tell whether two of them are the same.

use crate::manifest::scalar::{Resolved, json_number};
use crate::manifest::tree::{Node, Value};
use std::collections::BTreeMap;

/// JSON with sorted keys and without spaces, nulls and the `$patch` directive.
///
/// DIFFERENCE: upstream compares the bytes that one encoder wrote. Here the two may have been printed by servers of
/// different versions, of which some print `creationTimestamp: null` and some do not; a null says nothing.
///
/// Upstream: pkg/controller/daemon/update.go getPatch (v1.36.3)
pub(crate) fn canonical_json(node: Node<'_>) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// Recurses as deep as the reader's limit on nesting lets values nest.
fn write(node: Node<'_>, out: &mut String) {
    match node.value() {
        Value::Map => {
            let entries: BTreeMap<&str, Node<'_>> = node
                .entries()
                .map(|(key, value)| (key.text(), value))
                .filter(|(key, _)| *key != "$patch")
                .collect();
            out.push('{');
            let mut first = true;
            for (key, value) in entries.into_iter().filter(|(_, value)| !value.is_null()) {
                if !first {
                    out.push(',');
                }
                first = false;
                write_text(key, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
        Value::List => {
            out.push('[');
            for (index, item) in node.items().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Scalar(text, Resolved::Text) => write_text(text, out),
        Value::Scalar(_, Resolved::Null) => out.push_str("null"),
        Value::Scalar(_, Resolved::Bool(value)) => {
            out.push_str(if value { "true" } else { "false" });
        }
        Value::Scalar(text, number) => match json_number(number) {
            Some(number) => out.push_str(&number),
            None => write_text(text, out),
        },
    }
}

/// Only what JSON demands is escaped.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
