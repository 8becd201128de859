use super::stored::stored_template;
use crate::manifest::{Limits, read_value};
use crate::model::{Json, PodTemplateSpec};
use crate::source::FileId;

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
    a.canonical == b.canonical || stored(a) == stored(b)
}

fn stored(template: &PodTemplateSpec) -> Json {
    let limits = Limits {
        nesting: usize::MAX,
        ..Limits::default()
    };
    let reading = read_value(FileId::default(), &template.canonical, &limits);
    stored_template(reading.value.unwrap_or_default())
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
