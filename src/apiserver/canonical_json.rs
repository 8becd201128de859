//! Parts of canonical JSON (keys sorted, no spaces), in which equal texts are equal values, so that parts stay text.

use crate::order::sort_by;

/// Keys, as they are quoted and sorted so, and values of an object; `None` for another text.
pub(super) fn members(text: &str) -> Option<Vec<(&str, &str)>> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    let member = |part| {
        let key = string_end(part)?;
        Some((part.get(..key)?, part.get(key + 1..)?))
    };
    let mut members: Vec<(&str, &str)> = parts(inner).map(member).collect::<Option<_>>()?;
    sort_by(&mut members, |a, b| a.0.cmp(b.0));
    Some(members)
}

/// Items of a list; `None` for another text.
pub(super) fn items(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    Some(parts(inner).collect())
}

/// What stands between the commas that are in no list, object or text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = (!text.is_empty()).then_some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (mut depth, mut at) = (0u32, 0);
        while let Some(byte) = text.as_bytes().get(at) {
            match byte {
                b'"' => {
                    at += string_end(text.get(at..)?).unwrap_or(text.len());
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                b',' if depth == 0 => break,
                _ => {}
            }
            at += 1;
        }
        rest = text.get(at + 1..);
        text.get(..at)
    })
}

/// One past the quote that ends the text at the beginning.
fn string_end(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at + 1),
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_where_values_end() {
        let text = r#"{"a,\"":[1,{"b":2},"]"],"c":{},"d":"\\","e":null}"#;
        let expected = [
            (r#""a,\"""#, r#"[1,{"b":2},"]"]"#),
            (r#""c""#, "{}"),
            (r#""d""#, r#""\\""#),
            (r#""e""#, "null"),
        ];
        assert_eq!(members(text).unwrap(), expected);
        assert_eq!(items(expected[0].1).unwrap(), ["1", r#"{"b":2}"#, r#""]""#]);
        assert_eq!(members("{}").unwrap(), []);
        assert_eq!(items("[]").unwrap(), [""; 0]);
        assert_eq!((members("[]"), items("{}")), (None, None));
    }
}
