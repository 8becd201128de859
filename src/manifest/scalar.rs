//! What a plain scalar means to kubectl: YAML 1.1 as its YAML library reads it, which is neither YAML 1.2 nor all of 1.1.

use super::float::{is_finite_float, json_float, key_float};
use std::borrow::Cow;

const INFINITE: Resolved = Resolved::Float { finite: false };

/// What a plain scalar stands for.
///
/// Upstream: go.yaml.in/yaml/v2 resolve.go resolve, through sigs.k8s.io/yaml v1.6.0 YAMLToJSON
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    Null,
    Bool(bool),
    Int(i64),
    /// Above the range of `Int`.
    Uint(u64),
    /// Its text says which; JSON has none that is not finite.
    Float {
        finite: bool,
    },
    /// Everything else, timestamps and numbers out of range included.
    Text,
}

impl Resolved {
    /// What messages call it.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "a boolean",
            Self::Int(_) | Self::Uint(_) | Self::Float { .. } => "a number",
            Self::Text => "text",
        }
    }
}

/// Whether a plain, untagged scalar is null.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// Reads a plain, untagged scalar.
pub(super) fn resolve(text: &str) -> Resolved {
    let Some(&first) = text.as_bytes().first() else {
        return Resolved::Null;
    };
    match first {
        b'~' | b'n' | b'N' | b'y' | b'Y' | b't' | b'T' | b'f' | b'F' | b'o' | b'O' => word(text),
        b'0'..=b'9' | b'+' | b'-' => number(text),
        b'.' => match text {
            ".nan" | ".NaN" | ".NAN" => INFINITE,
            ".inf" | ".Inf" | ".INF" => INFINITE,
            _ if misplaced_underscore(text) => Resolved::Text,
            _ => float(&without_underscores(text)).unwrap_or(Resolved::Text),
        },
        _ => Resolved::Text,
    }
}

fn word(text: &str) -> Resolved {
    if text.len() > "false".len() {
        return Resolved::Text;
    }
    let is_any = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    let meaning = match text {
        "~" => return Resolved::Null,
        _ if is_any(&["null"]) => Resolved::Null,
        _ if is_any(&["y", "yes", "true", "on"]) => Resolved::Bool(true),
        _ if is_any(&["n", "no", "false", "off"]) => Resolved::Bool(false),
        _ => return Resolved::Text,
    };
    // `true`, `True` and `TRUE`, but not `tRUE`.
    let lower = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_lowercase);
    let upper = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_uppercase);
    match text.as_bytes() {
        [_, rest @ ..] if lower(rest) => meaning,
        all if upper(all) => meaning,
        _ => Resolved::Text,
    }
}

fn number(text: &str) -> Resolved {
    match text {
        "+.inf" | "+.Inf" | "+.INF" => return INFINITE,
        "-.inf" | "-.Inf" | "-.INF" => return INFINITE,
        _ => {}
    }
    let digits = without_underscores(text);
    integer(&digits)
        .or_else(|| float(&digits))
        .unwrap_or(Resolved::Text)
}

/// A number that begins with its point goes to Go's own parser, which takes an underscore between two digits only.
fn misplaced_underscore(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes
        .iter()
        .enumerate()
        .any(|(at, &b)| b == b'_' && !(digit(at.wrapping_sub(1)) && digit(at + 1)))
}

/// Decimal, `0x`, `0b`, `0o`, and octal by a leading zero.
fn integer(text: &str) -> Option<Resolved> {
    let (negative, unsigned) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let (radix, digits) = match unsigned.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, unsigned.get(2..)?),
        [b'0', b'b' | b'B', ..] => (2, unsigned.get(2..)?),
        [b'0', b'o' | b'O', ..] => (8, unsigned.get(2..)?),
        [b'0', _, ..] => (8, unsigned.get(1..)?),
        _ => (10, unsigned),
    };
    if !digits.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let magnitude = u64::from_str_radix(digits, radix).ok()?;
    if negative {
        return 0i64.checked_sub_unsigned(magnitude).map(Resolved::Int);
    }
    match i64::try_from(magnitude) {
        Ok(small) => Some(Resolved::Int(small)),
        // Go's unsigned parser takes no sign.
        Err(_) if unsigned.len() == text.len() => Some(Resolved::Uint(magnitude)),
        Err(_) => None,
    }
}

/// Digits with a point, an exponent or neither; what overflows is no number.
fn float(text: &str) -> Option<Resolved> {
    is_finite_float(text).then_some(Resolved::Float { finite: true })
}

/// The text of a plain scalar that is a key of a map; `None` for null and for numbers above the range of `Int`, which are
/// no keys.
pub(super) fn key_text(text: &str) -> Option<Cow<'_, str>> {
    Some(match resolve(text) {
        Resolved::Text => text.into(),
        Resolved::Null | Resolved::Uint(_) => return None,
        Resolved::Bool(true) => "true".into(),
        Resolved::Bool(false) => "false".into(),
        Resolved::Int(n) => n.to_string().into(),
        Resolved::Float { finite: true } => key_float(&without_underscores(text))?.into(),
        Resolved::Float { finite: false } if text.ends_with(['n', 'N']) => ".nan".into(),
        Resolved::Float { finite: false } if text.starts_with('-') => "-.inf".into(),
        Resolved::Float { finite: false } => ".inf".into(),
    })
}

/// How a number is written in JSON; `None` for what JSON has no number for. `text` is what was resolved.
pub(super) fn json_number(text: &str, number: Resolved) -> Option<String> {
    match number {
        Resolved::Int(n) => Some(n.to_string()),
        Resolved::Uint(n) => Some(n.to_string()),
        Resolved::Float { finite: true } => json_float(&without_underscores(text)),
        _ => None,
    }
}

fn without_underscores(text: &str) -> Cow<'_, str> {
    if text.as_bytes().contains(&b'_') {
        text.replace('_', "").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `sigs.k8s.io/yaml` makes of `a: <scalar>`, as JSON.
    #[test]
    fn scalars_resolve_as_kubectl_resolves_them() {
        let json = |text: &str| match resolve(text) {
            Resolved::Null => "null".into(),
            Resolved::Bool(b) => b.to_string(),
            Resolved::Text => format!("\"{text}\""),
            number => json_number(text, number).unwrap_or_else(|| "unsupported".into()),
        };
        for (text, expected) in [
            ("", "null"),
            ("~", "null"),
            ("Null", "null"),
            ("nULL", "\"nULL\""),
            ("y", "true"),
            ("Yes", "true"),
            ("yES", "\"yES\""),
            ("on", "true"),
            ("n", "false"),
            ("No", "false"),
            ("off", "false"),
            ("true", "true"),
            ("False", "false"),
            ("0400", "256"),
            ("00", "0"),
            ("0o17", "15"),
            ("0O17", "15"),
            ("0777_7", "4095"),
            ("08", "8"),
            ("09.5", "9.5"),
            ("0x1F", "31"),
            ("-0x1f", "-31"),
            ("0x", "\"0x\""),
            ("0b11", "3"),
            ("-0b11", "-3"),
            ("0b2", "\"0b2\""),
            ("1_000", "1000"),
            ("1__", "1"),
            ("-_1", "-1"),
            ("_1", "\"_1\""),
            ("+12", "12"),
            ("-0", "0"),
            ("-0.0", "-0"),
            ("1e3", "1000"),
            ("1.", "1"),
            ("1.e1", "10"),
            ("2.0", "2"),
            ("1.10", "1.1"),
            (".5", "0.5"),
            (".5_5", "0.55"),
            (".5e1_0", "5000000000"),
            ("._5", "\"._5\""),
            (".5__5", "\".5__5\""),
            (".e1", "\".e1\""),
            ("+.5", "0.5"),
            (".", "\".\""),
            ("+", "\"+\""),
            ("1e400", "\"1e400\""),
            ("2292521010304e42582", "\"2292521010304e42582\""),
            ("1e-400", "0"),
            ("1e20", "100000000000000000000"),
            ("1e21", "1e+21"),
            ("0.0000001", "1e-7"),
            ("5e-324", "5e-324"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
            ("18446744073709551615", "18446744073709551615"),
            ("+18446744073709551615", "18446744073709552000"),
            ("-9223372036854775808", "-9223372036854775808"),
            ("-9223372036854775809", "-9223372036854776000"),
            ("99999999999999999999", "100000000000000000000"),
            ("123456789012345678.5", "123456789012345680"),
            ("Infinity", "\"Infinity\""),
            ("0x1p-2", "\"0x1p-2\""),
            (".inf", "unsupported"),
            ("-.Inf", "unsupported"),
            (".nan", "unsupported"),
            ("NaN", "\"NaN\""),
            ("12:30:45", "\"12:30:45\""),
            ("2024-01-01", "\"2024-01-01\""),
            ("100m", "\"100m\""),
            ("v1", "\"v1\""),
        ] {
            assert_eq!(json(text), expected, "{text}");
        }
    }

    #[test]
    fn keys_become_text_as_for_kubectl() {
        for (text, expected) in [
            ("app", Some("app")),
            ("y", Some("true")),
            ("08", Some("8")),
            ("0x10", Some("16")),
            ("1.5", Some("1.5")),
            ("123456.0", Some("123456")),
            ("999999.5", Some("999999.5")),
            ("1000000.0", Some("1e+06")),
            ("123456789.0", Some("1.2345679e+08")),
            ("1e-4", Some("0.0001")),
            ("0.00001", Some("1e-05")),
            ("2e20", Some("2e+20")),
            ("-0.0", Some("-0")),
            ("-.inf", Some("-.inf")),
            ("~", None),
        ] {
            assert_eq!(key_text(text).as_deref(), expected, "{text}");
        }
    }
}
