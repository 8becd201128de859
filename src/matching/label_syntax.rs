const LABEL_KEY: &str = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const LABEL_VALUE: &str = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const SUBDOMAIN: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/// Bytes that a label's value or the name part of its key may have.
const LABEL_MAX_LENGTH: usize = 63;
/// Bytes that a DNS subdomain may have.
const SUBDOMAIN_MAX_LENGTH: usize = 253;

/// What is wrong with the key of a label, in Kubernetes' words; empty when nothing is.
///
/// ```
/// use everynode::matching::label_key_errors;
/// assert!(label_key_errors("node-role.kubernetes.io/control-plane").is_empty());
/// assert_eq!(label_key_errors("/disk"), ["prefix part must be non-empty"]);
/// ```
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validate/content/kube.go IsLabelKey (v1.36.3)
#[must_use]
pub fn label_key_errors(key: &str) -> Vec<String> {
    let mut errors = Vec::new();
    let name = match key.split_once('/') {
        None => key,
        Some((_, rest)) if rest.as_bytes().contains(&b'/') => {
            errors.push(format!(
                "a valid label key {LABEL_KEY} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            ));
            return errors;
        }
        Some(("", name)) => {
            errors.push("prefix part must be non-empty".to_owned());
            name
        }
        Some((prefix, name)) => {
            errors.extend(
                dns_subdomain_errors(prefix)
                    .into_iter()
                    .map(|error| format!("prefix part {error}")),
            );
            name
        }
    };
    if name.is_empty() {
        errors.push("name part must be non-empty".to_owned());
    } else if name.len() > LABEL_MAX_LENGTH {
        errors.push(format!("name part {}", too_long(LABEL_MAX_LENGTH)));
    }
    if !is_name(name) {
        errors.push(format!("name part {LABEL_KEY}"));
    }
    errors
}

/// What is wrong with the value of a label, in Kubernetes' words; empty when nothing is.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validate/content/kube.go IsLabelValue (v1.36.3)
#[must_use]
pub fn label_value_errors(value: &str) -> Vec<String> {
    let mut errors = Vec::new();
    if value.len() > LABEL_MAX_LENGTH {
        errors.push(too_long(LABEL_MAX_LENGTH));
    }
    if !value.is_empty() && !is_name(value) {
        errors.push(LABEL_VALUE.to_owned());
    }
    errors
}

/// What is wrong with a DNS subdomain, in Kubernetes' words; empty when nothing is.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validate/content/dns.go IsDNS1123Subdomain (v1.36.3)
#[must_use]
pub fn dns_subdomain_errors(value: &str) -> Vec<String> {
    let mut errors = Vec::new();
    if value.len() > SUBDOMAIN_MAX_LENGTH {
        errors.push(too_long(SUBDOMAIN_MAX_LENGTH));
    }
    let lower = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let is_label = |label: &str| {
        label.bytes().all(|b| lower(b) || b == b'-')
            && label.bytes().next().is_some_and(lower)
            && label.bytes().next_back().is_some_and(lower)
    };
    if !value.split('.').all(is_label) {
        errors.push(SUBDOMAIN.to_owned());
    }
    errors
}

/// Letters and digits, with `-`, `_` and `.` between them.
fn is_name(text: &str) -> bool {
    let end = |b: u8| b.is_ascii_alphanumeric();
    text.bytes()
        .all(|b| end(b) || matches!(b, b'-' | b'_' | b'.'))
        && text.bytes().next().is_some_and(end)
        && text.bytes().next_back().is_some_and(end)
}

fn too_long(most: usize) -> String {
    format!("must be no more than {most} bytes")
}
