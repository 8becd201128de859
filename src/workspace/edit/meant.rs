//! Whether edits do what was meant: the object is read again from the edited text.

use crate::manifest::{Limits, Object, Typed, read};
use crate::model::DaemonSet;
use crate::placement::Change;
use crate::source::{FileId, TextRange};

/// Whether the edited object decides its placement as the changed one does, says everything else as before, and is as
/// well written.
pub(super) fn is_meant(
    object: &Object,
    before: &DaemonSet,
    changes: &[Change],
    text: &str,
    edits: &[(TextRange, String)],
) -> bool {
    let Some((was, is)) = super::alone(object, text, edits) else {
        return false;
    };
    let read = |text: &str| read(FileId::default(), text, &Limits::default());
    let (was, is) = (read(&was), read(&is));
    let [again] = is.objects.as_slice() else {
        return false;
    };
    let Typed::DaemonSet(after) = &again.typed else {
        return false;
    };
    let (before, after) = (&before.spec.template, &after.spec.template);
    let mut meant = before.spec.clone();
    for change in changes {
        change.apply(&mut meant);
    }
    meant.node_name == after.spec.node_name
        && meant.node_selector == after.spec.node_selector
        && meant.node_affinity == after.spec.node_affinity
        && meant.tolerations == after.spec.tolerations
        && other_fields(&before.canonical) == other_fields(&after.canonical)
        && is.diagnostics.len() <= was.diagnostics.len()
}

/// The fields of a template, as canonical JSON, that do not decide the placement.
fn other_fields(template: &str) -> Vec<(&str, &str)> {
    let mut others = Vec::new();
    each_field(template, &mut |name, value| match name {
        "spec" => each_field(value, &mut |name, value| match name {
            "nodeName" | "nodeSelector" | "tolerations" => {}
            "affinity" => each_field(value, &mut |name, value| {
                if name != "nodeAffinity" {
                    others.push((name, value));
                }
            }),
            _ => others.push((name, value)),
        }),
        _ => others.push((name, value)),
    });
    others
}

/// Names and values of an object in canonical JSON, without the quotes of the names.
fn each_field<'t>(object: &'t str, take: &mut dyn FnMut(&'t str, &'t str)) {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let (mut name, mut start) = ("", 1);
    for (at, byte) in object.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        let part = object.get(start..at).unwrap_or_default();
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b':' if depth == 1 => (name, start) = (part, at + 1),
            b',' | b'}' if depth == 1 => {
                if !part.is_empty() {
                    take(name.trim_matches('"'), part);
                }
                start = at + 1;
            }
            _ => {}
        }
        if matches!(byte, b'}' | b']') {
            depth = depth.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_decide_the_placement_is_found() {
        let template = r#"{"metadata":{"a":"}"},"spec":{"affinity":{"nodeAffinity":{"a":[1]},"podAffinity":{}},"containers":[{"name":"\"}"}],"nodeName":"a","tolerations":[]}}"#;
        let expected = [
            ("metadata", r#"{"a":"}"}"#),
            ("podAffinity", "{}"),
            ("containers", r#"[{"name":"\"}"}]"#),
        ];
        assert_eq!(other_fields(template), expected);
        assert_eq!(other_fields("{\"spec\":{}}"), []);
        assert_eq!(other_fields(""), []);
    }
}
