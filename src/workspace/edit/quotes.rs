use crate::source::is_unsafe;

/// How a scalar is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::workspace) enum Quotes {
    None,
    Single,
    /// As JSON does.
    Double,
}

/// Plain words that kubectl reads as something else than text, in lower case.
const NO_TEXT: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

impl Quotes {
    /// Those of a scalar as it is written.
    pub(in crate::workspace) fn of(written: &str) -> Self {
        match written.as_bytes().first() {
            Some(b'"') => Self::Double,
            Some(b'\'') => Self::Single,
            _ => Self::None,
        }
    }
}

/// Writes a text as a scalar that is read as this text. A plain one gets quotes where it needs them, or may.
pub(in crate::workspace) fn scalar(text: &str, quotes: Quotes) -> String {
    match quotes {
        Quotes::None if is_plain(text) => text.to_owned(),
        Quotes::Single if !text.contains(char::is_control) => {
            let mut out = text.replace('\'', "''");
            out.insert(0, '\'');
            out.push('\'');
            out
        }
        _ => double(text),
    }
}

/// Whether a text stands for itself without quotes, in block and in flow style: labels, taints, images, paths and
/// amounts mostly do.
fn is_plain(text: &str) -> bool {
    let letters =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':' | '@');
    // With such an end, no reader takes it for a number or a time.
    let is_amount = text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(['m', 'k', 'M', 'G', 'T', 'P', 'i']);
    (is_amount || text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))
        && text.chars().all(letters)
        && !text.ends_with(':')
        && !NO_TEXT.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn double(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Also the line breaks that YAML knows beyond JSON's. Beyond these digits the two have no escape in common.
            c if is_unsafe(c) && c <= '\u{ffff}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = (u32::from(c) >> shift & 15) as usize;
                    out.push(HEX.get(digit).copied().map_or('0', char::from));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scalar_keeps_the_quotes_of_the_one_it_replaces() {
        for (text, plain, single, double) in [
            ("amd64", "amd64", "'amd64'", "\"amd64\""),
            ("a:1@b", "a:1@b", "'a:1@b'", "\"a:1@b\""),
            ("a:", "\"a:\"", "'a:'", "\"a:\""),
            ("/a", "/a", "'/a'", "\"/a\""),
            ("64Mi", "64Mi", "'64Mi'", "\"64Mi\""),
            ("1E", "\"1E\"", "'1E'", "\"1E\""),
            ("a.b/c-d_e", "a.b/c-d_e", "'a.b/c-d_e'", "\"a.b/c-d_e\""),
            ("true", "\"true\"", "'true'", "\"true\""),
            ("No", "\"No\"", "'No'", "\"No\""),
            ("", "\"\"", "''", "\"\""),
            ("1e3", "\"1e3\"", "'1e3'", "\"1e3\""),
            ("a: b", "\"a: b\"", "'a: b'", "\"a: b\""),
            ("it's", "\"it's\"", "'it''s'", "\"it's\""),
            (
                "a\"\\\n",
                "\"a\\\"\\\\\\n\"",
                "\"a\\\"\\\\\\n\"",
                "\"a\\\"\\\\\\n\"",
            ),
        ] {
            assert_eq!(scalar(text, Quotes::None), plain);
            assert_eq!(scalar(text, Quotes::Single), single);
            assert_eq!(scalar(text, Quotes::Double), double);
            assert_eq!(
                Quotes::of(single),
                if single.starts_with('\'') {
                    Quotes::Single
                } else {
                    Quotes::Double
                }
            );
        }
    }
}
