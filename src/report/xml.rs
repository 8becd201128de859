use crate::source::is_unsafe;

/// Text as XML has it, in an attribute as well. What XML does not admit, what turns the direction of writing and what nobody sees
/// stands as `\u{1b}`; a tab is a space.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' => out.push(' '),
            // The last two characters of a plane are none.
            c if is_unsafe(c) || u32::from(c) & 0xfffe == 0xfffe => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        let mut out = String::new();
        escape("</text><script>\"&'\u{1b}\u{ffff}\u{202e}\t漢", &mut out);
        assert_eq!(
            out,
            "&lt;/text&gt;&lt;script&gt;&quot;&amp;&#39;\\u{1b}\\u{ffff}\\u{202e} 漢"
        );
    }
}
