use crate::order::OrderedMap;

/// What kind of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// The value breaks a rule.
    Invalid,
    /// The value is not one of a few.
    NotSupported,
}

/// Why a requirement cannot be parsed.
///
/// Its text is Kubernetes' own: `nodeSelectorTerms[0].matchExpressions[0].operator: Unsupported value: "Equals": …`
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/validation/field/errors.go Error (v1.36.3)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// From the node selector, as Kubernetes writes it.
    pub path: String,
    /// What kind of thing is wrong.
    pub kind: FieldErrorKind,
    /// The value, as Kubernetes quotes it.
    pub value: String,
    /// The rule that it breaks, or the values there are.
    pub detail: String,
}

impl FieldError {
    pub(super) fn invalid(path: String, value: String, detail: impl Into<String>) -> Self {
        Self {
            path,
            kind: FieldErrorKind::Invalid,
            value,
            detail: detail.into(),
        }
    }

    pub(super) fn not_supported(path: String, value: &str, supported: &[&str]) -> Self {
        let supported: Vec<String> = supported.iter().map(|word| quote(word)).collect();
        Self {
            path,
            kind: FieldErrorKind::NotSupported,
            value: quote(value),
            detail: format!("supported values: {}", supported.join(", ")),
        }
    }
}

impl std::fmt::Display for FieldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match self.kind {
            FieldErrorKind::Invalid => "Invalid value",
            FieldErrorKind::NotSupported => "Unsupported value",
        };
        write!(f, "{}: {kind}: {}: {}", self.path, self.value, self.detail)
    }
}

/// The text of several errors as one: each said once, in brackets when they are more than one. `None` without errors.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/util/errors/errors.go aggregate.Error (v1.36.3)
#[must_use]
pub fn aggregate<'a>(errors: impl IntoIterator<Item = &'a FieldError>) -> Option<String> {
    let mut seen = OrderedMap::new();
    let mut texts = Vec::new();
    for error in errors {
        let text = error.to_string();
        if seen.insert(text.clone(), ()).is_none() {
            texts.push(text);
        }
    }
    match texts.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("[{}]", several.join(", "))),
    }
}

/// A text as Go's `%q` prints it.
///
/// ```
/// assert_eq!(everynode::matching::quote("a \"b\"\n"), r#""a \"b\"\n""#);
/// ```
///
/// Upstream: Go's strconv Quote
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{b}' => out.push_str("\\v"),
            c if c < ' ' || c == '\u{7f}' => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if is_printable(c) => out.push(c),
            c if u32::from(c) < 0x1_0000 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    out.push('"');
    out
}

/// Texts as Go's `encoding/json` prints them: `["a","b"]`.
///
/// DIFFERENCE: a list that was left out is `null` upstream and `[]` here; the model does not tell the two apart, and
/// the API server refuses both.
pub(super) fn json_list(texts: &[String]) -> String {
    let mut out = String::from("[");
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push('"');
        for c in text.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\u{8}' => out.push_str("\\b"),
                '\u{c}' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                // HTML and JavaScript could take these for their own.
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                    out.push_str(&format!("\\u{:04x}", u32::from(c)));
                }
                c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => out.push(c),
            }
        }
        out.push('"');
    }
    out.push(']');
    out
}

/// Whether Go prints a character as itself: letters, marks, numbers, punctuation, symbols and the ASCII space.
///
/// The standard library draws the same line for `{:?}`, where only the first character of a text may not be a mark.
fn is_printable(c: char) -> bool {
    let mut text = String::from(" ");
    text.push(c);
    text.escape_debug().count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_go_does() {
        // Held against the oracle, which prints what fmt's %q makes of these.
        assert_eq!(
            quote("\u{a0}\u{301}e\u{301}\u{7}\u{b}\u{7f}\u{1f600}\u{378}é"),
            "\"\\u00a0\u{301}e\u{301}\\a\\v\\x7f\u{1f600}\\u0378é\""
        );
        assert_eq!(quote("a\"b\\c\n\u{1}"), r#""a\"b\\c\n\x01""#);
        assert_eq!(quote("\u{e0001}"), "\"\\U000e0001\"");
        let list = ["<a&b>\t\u{2028}\u{a0}".to_owned(), "b\"".to_owned()];
        assert_eq!(
            json_list(&list),
            "[\"\\u003ca\\u0026b\\u003e\\t\\u2028\u{a0}\",\"b\\\"\"]"
        );
        assert_eq!(json_list(&[]), "[]");
    }

    #[test]
    fn says_each_error_once() {
        let error =
            |path: &str| FieldError::invalid(path.to_owned(), quote("x"), "must be something else");
        assert_eq!(aggregate([]), None);
        assert_eq!(
            aggregate([&error("a"), &error("a")]).as_deref(),
            Some("a: Invalid value: \"x\": must be something else")
        );
        assert_eq!(
            aggregate([&error("a"), &error("b"), &error("a")]).as_deref(),
            Some(
                "[a: Invalid value: \"x\": must be something else, b: Invalid value: \"x\": must be something else]"
            )
        );
    }
}
