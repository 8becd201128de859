//! A Pod template as canonical JSON, to tell whether two of them are the same.

use crate::manifest::scalar::Resolved;
use crate::manifest::tree::{Node, Value};
use crate::manifest::value::json;
use crate::model::{write_json_comma, write_json_text};

/// The template of an object: JSON with sorted keys and without spaces, nulls and the `$patch` directive.
///
/// A null says nothing: the controller reads the object into its type and writes that.
///
/// Upstream: pkg/controller/daemon/update.go getPatch (v1.36.3)
pub(crate) fn canonical_json(node: Node<'_>) -> String {
    canonical(node, false)
}

/// The template that a ControllerRevision's data hold: the same, but with nulls, because the controller compares the
/// data byte by byte. Controllers before 1.34 wrote `creationTimestamp: null`; to one of 1.36 such a revision holds
/// another template. `None` where the data don't say that the template is to be replaced.
///
/// Upstream: pkg/controller/daemon/update.go Match (v1.36.3)
pub(crate) fn canonical_revision(node: Node<'_>) -> Option<String> {
    let directive = node.get("$patch")?;
    (directive.text() == "replace").then(|| canonical(node, true))
}

fn canonical(template: Node<'_>, nulls: bool) -> String {
    let mut out = String::new();
    write(template, nulls, Some("$patch"), &mut out);
    out
}

/// Writes a value without the key `but`. Every DaemonSet that is read comes through here: no value is made on the way.
///
/// Recurses as deep as the reader's limit on nesting lets values nest.
fn write(node: Node<'_>, nulls: bool, but: Option<&str>, out: &mut String) {
    match node.value() {
        Value::Map => {
            let mut entries = node.sorted_entries();
            entries.retain(|(key, _, value)| Some(*key) != but && (nulls || !value.is_null()));
            out.push('{');
            for (key, _, value) in entries {
                write_json_comma(out);
                write_json_text(key, out);
                out.push(':');
                write(value, nulls, None, out);
            }
            out.push('}');
        }
        Value::List => {
            out.push('[');
            for item in node.items() {
                write_json_comma(out);
                write(item, nulls, None, out);
            }
            out.push(']');
        }
        Value::Scalar(text, Resolved::Text) => write_json_text(text, out),
        Value::Scalar(..) => out.push_str(&json(node).to_text()),
    }
}
