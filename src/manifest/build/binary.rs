//! What a scalar with the tag `!!binary` is: the text that its base64 stands for.

/// The text of some bytes in base64, whose line breaks do not count; `None` where it is none. Each byte that is no UTF-8 becomes the
/// replacement character, as Go writes it into JSON.
///
/// Upstream: sigs.k8s.io/yaml/goyaml.v2 decode.go decoder.scalar
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let (mut word, mut letters, mut padding) = (0_u32, 0, 0);
    for byte in text.bytes().filter(|byte| !b"\r\n".contains(byte)) {
        let is_over = letters == 0 && padding > 0;
        let value = match byte {
            _ if is_over || padding > 0 && byte != b'=' => return None,
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' if padding < 2 => {
                padding += 1;
                0
            }
            _ => return None,
        };
        word = word << 6 | u32::from(value);
        letters += 1;
        if letters == 4 {
            let group = word.to_be_bytes();
            bytes.extend(group.iter().skip(1).take(3 - padding));
            (word, letters) = (0, 0);
        }
    }
    if letters > 0 {
        return None;
    }
    let mut out = String::new();
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        for _ in chunk.invalid() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn base64_is_read_as_go_reads_it() {
        for (text, wanted) in [
            ("", Some("")),
            ("aGk=", Some("hi")),
            ("aG\n k=", None),
            ("aG\r\nk=\n", Some("hi")),
            ("aGkK", Some("hi\n")),
            ("aGl/4g==", Some("hi\u{7f}\u{fffd}")),
            ("aGk", None),
            ("aGk=aGk=", None),
            ("a===", None),
            ("====", None),
            ("aG=k", None),
            ("aGk*", None),
            ("w6Q=", Some("\u{e4}")),
            ("4oI=", Some("\u{fffd}\u{fffd}")),
        ] {
            assert_eq!(decoded(text).as_deref(), wanted, "{text:?}");
        }
    }
}
