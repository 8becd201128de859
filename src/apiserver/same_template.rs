use super::canonical_json::{items, members};
use crate::model::PodTemplateSpec;

/// What the API server fills in where a Pod template leaves it out, whatever stands beside it, as JSON.
///
/// Fields whose default depends on others (`imagePullPolicy` on the tag, requests on limits) stand with every value
/// that they can get. A field that is not here makes two templates differ, which is the careful answer.
///
/// Upstream: pkg/apis/core/v1/defaults.go (v1.36.3)
const DEFAULTS: &[(&str, &str)] = &[
    ("apiVersion", r#""v1""#),
    ("creationTimestamp", "null"),
    ("defaultMode", "420"),
    ("dnsPolicy", r#""ClusterFirst""#),
    ("failureThreshold", "3"),
    ("imagePullPolicy", r#""Always""#),
    ("imagePullPolicy", r#""IfNotPresent""#),
    ("periodSeconds", "10"),
    ("protocol", r#""TCP""#),
    ("resources", "{}"),
    ("restartPolicy", r#""Always""#),
    ("schedulerName", r#""default-scheduler""#),
    ("scheme", r#""HTTP""#),
    ("securityContext", "{}"),
    ("successThreshold", "1"),
    ("terminationGracePeriodSeconds", "30"),
    ("terminationMessagePath", r#""/dev/termination-log""#),
    ("terminationMessagePolicy", r#""File""#),
    ("timeoutSeconds", "1"),
    ("type", r#""""#),
];

/// Whether two templates make the same Pods, so that a change from one to the other replaces none.
///
/// Two texts of one kind, both stored by a server or both written by hand, are held against each other as they are. A
/// stored one may have more than one written by hand, but only what a server fills in. Where this cannot be told (a
/// quantity written otherwise) they are taken to differ.
#[must_use]
pub fn makes_the_same_pods(a: &PodTemplateSpec, b: &PodTemplateSpec) -> bool {
    if a.stored == b.stored {
        let typed = || a.metadata == b.metadata && a.spec == b.spec;
        return a.canonical == b.canonical && (!a.canonical.is_empty() || typed());
    }
    let (written, stored) = if b.stored { (a, b) } else { (b, a) };
    let known = !written.canonical.is_empty() && !stored.canonical.is_empty();
    known && same_but_for_defaults(&written.canonical, &stored.canonical, "")
}

/// `field` is the name that both stand under, in quotes. Recurses as deep as the reader's limit on nesting.
fn same_but_for_defaults(written: &str, stored: &str, field: &str) -> bool {
    if written == stored {
        return true;
    }
    if let (Some(written), Some(stored)) = (members(written), members(stored)) {
        let kept = written.iter().all(|(key, value)| {
            value_of(&stored, key).map_or(*value == "null", |stored| {
                same_but_for_defaults(value, stored, key)
            })
        });
        let mut added = stored
            .iter()
            .filter(|(key, _)| value_of(&written, key).is_none());
        return kept && added.all(|(key, value)| filled_in(key, value, &written));
    }
    if let (Some(written), Some(stored)) = (items(written), items(stored)) {
        let mut pairs = written.iter().zip(&stored);
        return written.len() == stored.len()
            && pairs.all(|(written, stored)| same_but_for_defaults(written, stored, field));
    }
    written == "null" && filled_in(field, stored, &[])
}

fn value_of<'a>(members: &[(&str, &'a str)], key: &str) -> Option<&'a str> {
    let at = members
        .binary_search_by(|(name, _)| (*name).cmp(key))
        .ok()?;
    members.get(at).map(|(_, value)| *value)
}

/// Whether a server fills in this value where it is left out.
fn filled_in(field: &str, value: &str, beside: &[(&str, &str)]) -> bool {
    // The old name of the same field.
    if field == r#""serviceAccount""# {
        return value_of(beside, r#""serviceAccountName""#) == Some(value);
    }
    let field = field.trim_matches('"');
    DEFAULTS.contains(&(field, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(canonical: &str, stored: bool) -> PodTemplateSpec {
        PodTemplateSpec {
            canonical: canonical.to_owned(),
            stored,
            ..PodTemplateSpec::default()
        }
    }

    #[test]
    fn a_stored_template_may_have_more_only_by_default() {
        let written =
            r#"{"spec":{"containers":[{"image":"a:1","name":"a","ports":[{"containerPort":1}]}]}}"#;
        for (stored, same) in [
            (written, true),
            (
                r#"{"metadata":{},"spec":{"containers":[{"image":"a:1","name":"a","ports":[{"containerPort":1}]}]}}"#,
                false,
            ),
            (
                r#"{"spec":{"containers":[{"image":"a:1","imagePullPolicy":"IfNotPresent","name":"a","ports":[{"containerPort":1,"protocol":"TCP"}],"resources":{}}],"dnsPolicy":"ClusterFirst","securityContext":{}}}"#,
                true,
            ),
            (
                r#"{"spec":{"containers":[{"image":"a:2","name":"a","ports":[{"containerPort":1}]}]}}"#,
                false,
            ),
            (
                r#"{"spec":{"containers":[{"env":[],"image":"a:1","name":"a","ports":[{"containerPort":1}]}]}}"#,
                false,
            ),
            (
                r#"{"spec":{"containers":[{"image":"a:1","name":"a","ports":[{"containerPort":1}]}],"dnsPolicy":"Default"}}"#,
                false,
            ),
        ] {
            let (written, stored) = (template(written, false), template(stored, true));
            assert_eq!(
                makes_the_same_pods(&written, &stored),
                same,
                "{}",
                stored.canonical
            );
            assert_eq!(
                makes_the_same_pods(&stored, &written),
                same,
                "{}",
                stored.canonical
            );
        }
    }

    #[test]
    fn two_written_ones_are_compared_as_they_are() {
        let (one, other) = (template(r#"{"a":1}"#, false), template(r#"{"a":2}"#, false));
        assert!(makes_the_same_pods(&one, &one));
        assert!(!makes_the_same_pods(&one, &other));
    }
}
