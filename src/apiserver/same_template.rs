use super::stored::stored_template;
use crate::manifest::{Limits, read_value};
use crate::model::{Json, PodTemplateSpec, Quantity};
use crate::source::FileId;

/// Maps of amounts by resource.
const AMOUNTS: &[&str] = &["limits", "overhead", "requests"];
/// Amounts.
const AMOUNT: &[&str] = &["divisor", "sizeLimit"];

/// Whether two templates make the same Pods, so that a change from one to the other replaces none: whether a server that
/// stores both writes the same.
///
/// Where a template has no text, its fields are compared that somebody judges.
#[must_use]
pub fn makes_the_same_pods(a: &PodTemplateSpec, b: &PodTemplateSpec) -> bool {
    if a.canonical.is_empty() || b.canonical.is_empty() {
        let alike = a.stored == b.stored && a.canonical == b.canonical;
        return alike && a.metadata == b.metadata && a.spec == b.spec;
    }
    a.canonical == b.canonical || means_the_same(&stored(a), &stored(b), "")
}

fn stored(template: &PodTemplateSpec) -> Json {
    let limits = Limits {
        nesting: usize::MAX,
        ..Limits::default()
    };
    let reading = read_value(FileId::default(), &template.canonical, &limits);
    stored_template(reading.value.unwrap_or_default())
}

/// Whether two stored values are the same, however amounts in them are written. `field` is the field or the map of
/// amounts that they stand in.
///
/// Recurses as deep as the values nest, which the reader limits.
#[must_use]
pub(super) fn means_the_same(a: &Json, b: &Json, field: &str) -> bool {
    match (a, b) {
        (Json::Map(a), Json::Map(b)) => {
            let mut pairs = a.iter().zip(b);
            let of_amounts = AMOUNTS.contains(&field);
            a.len() == b.len()
                && pairs.all(|((key, a), (other, b))| {
                    key == other && means_the_same(a, b, if of_amounts { "divisor" } else { key })
                })
        }
        (Json::List(a), Json::List(b)) => {
            let mut pairs = a.iter().zip(b);
            a.len() == b.len() && pairs.all(|(a, b)| means_the_same(a, b, ""))
        }
        _ => a == b || AMOUNT.contains(&field) && amount(a).is_some() && amount(a) == amount(b),
    }
}

fn amount(value: &Json) -> Option<i128> {
    Quantity::new(&value.display()).nanos()
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
    fn what_a_server_fills_in_makes_no_other_pods() {
        let written = r#"{"metadata":{"labels":{"app":"a"}},"spec":{"containers":[{"image":"a:1","name":"a","ports":[{"containerPort":1}],"resources":{"limits":{"cpu":"500m"}}}]}}"#;
        for (from, to, same) in [
            ("", "", true),
            (r#""a:1""#, r#""a:2""#, false),
            (
                r#""a:1","#,
                r#""a:1","imagePullPolicy":"IfNotPresent","#,
                true,
            ),
            (r#""a:1","#, r#""a:1","imagePullPolicy":"Always","#, false),
            (r#""a:1","#, r#""a:1","env":[],"#, true),
            (r#""a:1","#, r#""a:1","env":[{"name":"b"}],"#, false),
            (r#""a:1","#, r#""a:1","livenessProbe":{},"#, false),
            (r#"":1}"#, r#"":1,"protocol":"TCP"}"#, true),
            (r#"":1}"#, r#"":1,"protocol":"UDP"}"#, false),
            (r#""500m""#, "0.5", true),
            (r#""500m""#, r#""0.50""#, true),
            (r#""500m""#, r#""501m""#, false),
            (r#""500m""#, r#""half""#, false),
            (r#"}],"resources""#, r#","hostPort":0}],"resources""#, true),
            (
                r#""metadata":{"#,
                r#""metadata":{"creationTimestamp":null,"#,
                true,
            ),
            (
                r#""spec":{"#,
                r#""spec":{"dnsPolicy":"ClusterFirst","#,
                true,
            ),
            (r#""spec":{"#, r#""spec":{"dnsPolicy":"Default","#, false),
            (r#""spec":{"#, r#""spec":{"hostNetwork":false,"#, true),
            (r#""spec":{"#, r#""spec":{"hostNetwork":true,"#, false),
        ] {
            let stored = written.replacen(from, to, 1);
            assert!(from == to || stored != written, "{from} is there");
            let (written, stored) = (template(written, false), template(&stored, true));
            assert_eq!(makes_the_same_pods(&written, &stored), same, "{to}");
            assert_eq!(makes_the_same_pods(&stored, &written), same, "{to}");
        }
    }

    #[test]
    fn a_template_without_text_is_compared_by_its_fields() {
        let mut other = PodTemplateSpec::default();
        assert!(makes_the_same_pods(&PodTemplateSpec::default(), &other));
        other.spec.host_network = true;
        assert!(!makes_the_same_pods(&PodTemplateSpec::default(), &other));
        assert!(!makes_the_same_pods(&template("{}", false), &other));
    }
}
