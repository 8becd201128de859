//! A Pod template as canonical JSON, to tell whether two of them are the same.

use crate::manifest::scalar::{Resolved, json_number};
use crate::manifest::tree::{Node, Value};
use crate::order::sort_by;

/// The template of an object: JSON with sorted keys and without spaces, nulls and the `$patch` directive.
///
/// A null says nothing: the controller reads the object into its type and writes that.
///
/// Upstream: pkg/controller/daemon/update.go getPatch (v1.36.3)
pub(crate) fn canonical_json(node: Node<'_>) -> String {
    let mut out = String::new();
    write(node, false, &mut out);
    out
}

/// The template that a ControllerRevision's data hold: the same, but with nulls, because the controller compares the
/// data byte by byte. Controllers before 1.34 wrote `creationTimestamp: null`; to one of 1.36 such a revision holds
/// another template. `None` where the data don't say that the template is to be replaced.
///
/// Upstream: pkg/controller/daemon/update.go Match (v1.36.3)
pub(crate) fn canonical_revision(node: Node<'_>) -> Option<String> {
    let directive = node.get("$patch")?;
    (directive.text() == "replace").then(|| {
        let mut out = String::new();
        write(node, true, &mut out);
        out
    })
}

/// Recurses as deep as the reader's limit on nesting lets values nest.
fn write(node: Node<'_>, nulls: bool, out: &mut String) {
    match node.value() {
        Value::Map => {
            let mut entries: Vec<(&str, Node<'_>)> = node
                .entries()
                .map(|(key, value)| (key.text(), value))
                .filter(|(key, _)| *key != "$patch")
                .collect();
            sort_by(&mut entries, |a, b| a.0.cmp(b.0));
            out.push('{');
            let mut first = true;
            let mut rest = entries.as_slice();
            while let Some((&(key, value), after)) = rest.split_first() {
                rest = after;
                // Of equal keys the last one counts.
                let again = after.first().is_some_and(|(next, _)| *next == key);
                if again || (!nulls && value.is_null()) {
                    continue;
                }
                if !first {
                    out.push(',');
                }
                first = false;
                write_text(key, out);
                out.push(':');
                write(value, nulls, out);
            }
            out.push('}');
        }
        Value::List => {
            out.push('[');
            for (index, item) in node.items().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, nulls, out);
            }
            out.push(']');
        }
        Value::Scalar(text, Resolved::Text) => write_text(text, out),
        Value::Scalar(_, Resolved::Null) => out.push_str("null"),
        Value::Scalar(_, Resolved::Bool(value)) => {
            out.push_str(if value { "true" } else { "false" });
        }
        Value::Scalar(text, number) => match json_number(text, number) {
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
