//! Forms that texts must have. Each check answers what is wrong, in the server's words; nothing where nothing is.
//!
//! Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go,
//! staging/src/k8s.io/apimachinery/pkg/api/validate/content (v1.36.3)

use crate::source::holds;

/// What is wrong with a text.
pub(super) type Messages = Vec<String>;

const LABEL_FORM: &str = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const NAME_PART: &str = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

fn longer_than(found: &mut Messages, text: &str, most: usize, unit: &str) {
    if text.len() > most {
        found.push(["must be no more than ", &most.to_string(), unit].concat());
    }
}

/// In small letters, for names in which no others than those of ASCII may stand.
///
/// DIFFERENCE: of letters beyond ASCII, those alone whose small one is of ASCII. The others are refused in either case, and
/// where a message quotes them, they stand as they were written. Tables of all letters are 13 KiB.
///
/// Upstream: Go's strings.ToLower
pub(super) fn lowercase(name: &str) -> String {
    let letters = name.chars().map(|letter| match letter {
        '\u{130}' => 'i',
        '\u{212a}' => 'k',
        letter => letter.to_ascii_lowercase(),
    });
    letters.collect()
}

fn is_alphanumeric(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_alphanumeric)
}

/// Letters and digits, with the bytes of `also` between them.
fn is_word(text: &str, is_end: fn(&u8) -> bool, also: &[u8]) -> bool {
    let bytes = text.as_bytes();
    bytes.first().is_some_and(is_end)
        && bytes.last().is_some_and(is_end)
        && bytes.iter().all(|byte| is_end(byte) || also.contains(byte))
}

fn is_lower(byte: &u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn is_label(text: &str) -> bool {
    is_word(text, is_lower, b"-")
}

fn is_subdomain(text: &str) -> bool {
    text.split('.').all(is_label)
}

/// Upstream: IsDNS1123Label
pub(super) fn label(text: &str) -> Messages {
    let mut found = Messages::new();
    longer_than(&mut found, text, 63, " characters");
    if !is_label(text) {
        found.push(if is_subdomain(text) {
            "must not contain dots".to_owned()
        } else {
            [
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '",
                LABEL_FORM,
                "')",
            ]
            .concat()
        });
    }
    found
}

/// Upstream: IsDNS1123Subdomain
pub(super) fn subdomain(text: &str) -> Messages {
    subdomain_in(text, " characters")
}

fn subdomain_in(text: &str, unit: &str) -> Messages {
    let mut found = Messages::new();
    longer_than(&mut found, text, 253, unit);
    if !is_subdomain(text) {
        found.push(SUBDOMAIN.to_owned());
    }
    found
}

/// Upstream: IsDNS1123SubdomainWithUnderscore
pub(super) fn subdomain_with_underscore(text: &str) -> Messages {
    let mut found = Messages::new();
    longer_than(&mut found, text, 253, " characters");
    let mut parts = text.split('.');
    let is_part = |part: &str| is_word(part.strip_prefix('_').unwrap_or(part), is_lower, b"-_");
    if !parts.all(is_part) {
        found.push("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*')".to_owned());
    }
    found
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/generic.go maskTrailingDash (v1.36.3)
fn without_dash(prefix: &str) -> String {
    match prefix.strip_suffix('-') {
        Some(rest) if !rest.is_empty() => {
            let mut letters = rest.chars();
            letters.next_back();
            [letters.as_str(), "a"].concat()
        }
        _ => prefix.to_owned(),
    }
}

/// How names of a kind of object are formed.
#[derive(Clone, Copy)]
pub(super) enum NameForm {
    /// Upstream: NameIsDNSSubdomain
    Subdomain,
    /// Upstream: NameIsDNSLabel
    Label,
    /// Upstream: content.IsPathSegmentName
    PathSegment,
}

impl NameForm {
    pub(super) fn check(self, name: &str) -> Messages {
        match self {
            Self::Subdomain => subdomain(name),
            Self::Label => label(name),
            Self::PathSegment => match name {
                "." => vec!["may not be '.'".to_owned()],
                ".." => vec!["may not be '..'".to_owned()],
                _ => path_segment(name),
            },
        }
    }

    /// For the start of a name that is generated.
    pub(super) fn check_prefix(self, prefix: &str) -> Messages {
        match self {
            Self::PathSegment => path_segment(prefix),
            _ => self.check(&without_dash(prefix)),
        }
    }
}

fn path_segment(name: &str) -> Messages {
    let bad = [("/", "may not contain '/'"), ("%", "may not contain '%'")];
    bad.into_iter()
        .filter(|(text, _)| holds(name, text))
        .map(|(_, message)| message.to_owned())
        .collect()
}

/// Keys of labels and annotations, names of resources and conditions.
///
/// Upstream: content.IsLabelKey
pub(super) fn qualified_name(text: &str) -> Messages {
    let mut found = Messages::new();
    let mut name = text;
    if let Some((prefix, rest)) = text.split_once('/') {
        if rest.as_bytes().contains(&b'/') {
            let start = "a valid label key ";
            let end = " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
            found.push([start, NAME_PART, end].concat());
            return found;
        }
        name = rest;
        if prefix.is_empty() {
            found.push("prefix part must be non-empty".to_owned());
        }
        for message in subdomain_in(prefix, " bytes") {
            if !prefix.is_empty() {
                found.push(["prefix part ", &message].concat());
            }
        }
    }
    if name.is_empty() {
        found.push("name part must be non-empty".to_owned());
    } else if name.len() > 63 {
        found.push("name part must be no more than 63 bytes".to_owned());
    }
    if !is_word(name, u8::is_ascii_alphanumeric, b"-_.") {
        found.push(["name part ", NAME_PART].concat());
    }
    found
}

/// Upstream: content.IsLabelValue
pub(super) fn label_value(text: &str) -> Messages {
    let mut found = Messages::new();
    longer_than(&mut found, text, 63, " bytes");
    if !text.is_empty() && !is_word(text, u8::is_ascii_alphanumeric, b"-_.") {
        found.push("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')".to_owned());
    }
    found
}

/// What a number must be within.
pub(super) fn range(number: i64, least: i64, most: i64) -> Option<String> {
    if (least..=most).contains(&number) {
        return None;
    }
    let (least, most) = (least.to_string(), most.to_string());
    Some(["must be between ", &least, " and ", &most, ", inclusive"].concat())
}

/// Upstream: IsValidPortNum
pub(super) fn port(number: i64) -> Option<String> {
    range(number, 1, 65535)
}

/// Users and groups.
///
/// Upstream: IsValidUserID, IsValidGroupID
pub(super) fn id(number: i64) -> Option<String> {
    range(number, 0, i64::from(i32::MAX))
}

/// Upstream: IsValidPortName
pub(super) fn port_name(text: &str) -> Messages {
    let mut found = Messages::new();
    longer_than(&mut found, text, 15, " characters");
    let bytes = text.as_bytes();
    if bytes.is_empty() || !bytes.iter().all(|byte| is_lower(byte) || *byte == b'-') {
        found.push(
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)".to_owned(),
        );
    }
    if !bytes.iter().any(u8::is_ascii_lowercase) {
        found.push("must contain at least one letter (a-z)".to_owned());
    }
    if holds(text, "--") {
        found.push("must not contain consecutive hyphens".to_owned());
    }
    if text.starts_with('-') || text.ends_with('-') {
        found.push("must not begin or end with a hyphen".to_owned());
    }
    found
}

/// Upstream: IsValidPercent
pub(super) fn percent(text: &str) -> Messages {
    let digits = text.strip_suffix('%').unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Messages::new();
    }
    vec!["a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')".to_owned()]
}

/// Upstream: IsHTTPHeaderName
pub(super) fn header_name(text: &str) -> Messages {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !text.is_empty() && text.bytes().all(is_letter) {
        return Messages::new();
    }
    vec!["a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')".to_owned()]
}

/// Upstream: IsRelaxedEnvVarName
pub(super) fn env_name(text: &str) -> Messages {
    let mut found = Messages::new();
    if text.is_empty() {
        found.push("environment variable name must be non-empty".to_owned());
    }
    if !text
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~') && byte != b'=')
    {
        found.push("a valid environment variable name must consist only of printable ASCII characters other than '='".to_owned());
    }
    found
}

/// Upstream: IsConfigMapKey
pub(super) fn config_map_key(text: &str) -> Messages {
    let mut found = Messages::new();
    longer_than(&mut found, text, 253, " characters");
    let is_letter = |byte: u8| is_alphanumeric(Some(&byte)) || b"-._".contains(&byte);
    if text.is_empty() || !text.bytes().all(is_letter) {
        found.push("a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')".to_owned());
    }
    match text {
        "." => found.push("must not be '.'".to_owned()),
        ".." => found.push("must not be '..'".to_owned()),
        _ if text.starts_with("..") => found.push("must not start with '..'".to_owned()),
        _ => {}
    }
    found
}

/// Upstream: content.IsDecimalInteger
pub(super) fn decimal_integer(text: &str) -> Messages {
    if text.is_empty() {
        return vec!["must be non-empty".to_owned()];
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if text == "0" || is_number && !digits.starts_with('0') {
        return Messages::new();
    }
    vec!["must be a valid decimal integer in canonical form".to_owned()]
}

/// Upstream: pkg/apis/core/validation/validation.go IsValidSysctlName (v1.36.3)
pub(super) fn is_sysctl(text: &str) -> bool {
    let mut parts = text.split(['.', '/']);
    text.len() <= 253 && parts.all(|part| is_word(part, is_lower, b"-_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        for (text, is_a_label, is_a_subdomain, is_a_name) in [
            ("a", true, true, true),
            ("a-b", true, true, true),
            ("a.b", false, true, true),
            ("A", false, false, true),
            ("-a", false, false, false),
            ("", false, false, false),
            ("a..b", false, false, true),
            ("a.b/c", false, false, true),
            ("a/b/c", false, false, false),
            ("/b", false, false, false),
            ("é", false, false, false),
        ] {
            assert_eq!(label(text).is_empty(), is_a_label, "{text}");
            assert_eq!(subdomain(text).is_empty(), is_a_subdomain, "{text}");
            assert_eq!(qualified_name(text).is_empty(), is_a_name, "{text}");
        }
    }

    #[test]
    fn the_end_of_a_prefix_is_masked() {
        assert_eq!(without_dash("agent-"), "agena");
        assert_eq!(without_dash("é-"), "a");
        assert_eq!(without_dash("-"), "-");
    }
}
