//! Searching bytes eight at a time.

/// How many bytes are neither one of two, nor control characters, nor other than ASCII.
pub(crate) fn unremarkable(bytes: &[u8], [a, b]: [u8; 2]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let (all_a, all_b) = (ONES * u64::from(a), ONES * u64::from(b));
    let (chunks, tail) = bytes.as_chunks::<8>();
    let mut passed = 0;
    for chunk in chunks {
        // Eight bytes at once. A borrow may mark too much, but only behind the first mark.
        let word = u64::from_le_bytes(*chunk);
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let (no_a, no_b) = (word ^ all_a, word ^ all_b);
        let equal = (no_a.wrapping_sub(ONES) & !no_a) | (no_b.wrapping_sub(ONES) & !no_b);
        let marks = (word | control | equal) & HIGHS;
        if marks != 0 {
            return passed + marks.trailing_zeros() as usize / 8;
        }
        passed += 8;
    }
    for &byte in tail {
        if byte < 0x20 || byte == a || byte == b || byte >= 0x80 {
            break;
        }
        passed += 1;
    }
    passed
}

/// Where a text first holds another one, which is short and not empty.
///
/// The standard library's search is prepared for long ones, with code for which pages load 2 KB more.
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    let (bytes, wanted) = (text.as_bytes(), wanted.as_bytes());
    let first = *wanted.first()?;
    let mut at = 0;
    loop {
        at += unremarkable(bytes.get(at..)?, [first; 2]);
        let rest = bytes.get(at..)?;
        if rest.len() < wanted.len() {
            return None;
        }
        if rest.starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// Whether a text holds another one, which is short and not empty.
pub(crate) fn holds(text: &str, wanted: &str) -> bool {
    find(text, wanted).is_some()
}

/// What stands before and behind the first place of another text, which is short and not empty.
pub(crate) fn parted<'a>(text: &'a str, wanted: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, wanted)?;
    text.get(..at).zip(text.get(at + wanted.len()..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_remarkable_byte_is_found_at_every_place() {
        for length in 0..20 {
            for at in 0..length {
                for byte in [b'\n', 0, 0x1f, b':', b'#', 0x80, 0xff] {
                    let mut bytes = vec![b' '; length];
                    if let Some(found) = bytes.get_mut(at) {
                        *found = byte;
                    }
                    assert_eq!(unremarkable(&bytes, *b":#"), at, "{byte} in {length}");
                }
                for byte in [b' ', b'!', b'9', b';', b'"', b'$', 0x7f] {
                    let mut bytes = vec![byte; length];
                    if let Some(found) = bytes.get_mut(at) {
                        *found = b':';
                    }
                    assert_eq!(unremarkable(&bytes, *b":#"), at, "{byte} in {length}");
                }
            }
        }
    }

    #[test]
    fn texts_are_found_where_the_standard_library_finds_them() {
        let texts = [
            "",
            "a",
            "\n...",
            "a\n...b",
            "ü{{ }} {{",
            "<<",
            "a<b<<c",
            "((",
            "\n--",
            "{ {{",
        ];
        for text in texts.map(|text| ["ü\n", text, " # x"].concat()) {
            for wanted in ["<<", "\n...", "{{", "((", " #", "x", "ü"] {
                assert_eq!(find(&text, wanted), text.find(wanted), "{wanted} in {text}");
                assert_eq!(parted(&text, wanted), text.split_once(wanted));
            }
        }
    }
}
