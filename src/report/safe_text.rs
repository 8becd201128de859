use crate::source::is_unsafe;

/// Text of the input as it may be printed on a terminal: control characters, those that turn the direction of writing and
/// those that nobody sees stand as `\u{1b}`, so that no manifest moves the cursor, and nothing looks like what it is not.
///
/// Line ends are escaped as well; a tab is one space.
pub(super) fn safe(text: &str) -> String {
    if !text.chars().any(is_unsafe) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push(' '),
            c if is_unsafe(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_moves_the_cursor_or_turns_the_writing() {
        for (text, shown) in [
            ("plain ü 🚀", "plain ü 🚀"),
            ("a\tb", "a b"),
            ("\u{1b}[2J", "\\u{1b}[2J"),
            ("a\r\nb", "a\\u{d}\\u{a}b"),
            ("\u{202e}evil", "\\u{202e}evil"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("no\u{200b}de", "no\\u{200b}de"),
        ] {
            assert_eq!(safe(text), shown);
        }
    }
}
