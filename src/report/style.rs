use super::layout::wrap;
use super::safe_text::safe;

/// Whether text is for a terminal that shows colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// No escape sequences.
    #[default]
    Plain,
    /// ANSI colours, the eight that every terminal has.
    Colour,
}

impl Style {
    /// What is read first.
    pub(super) fn strong(self, text: &str) -> String {
        self.sgr("1", text)
    }

    /// What may be skipped.
    pub(super) fn quiet(self, text: &str) -> String {
        self.sgr("2", text)
    }

    /// What works.
    pub(super) fn good(self, text: &str) -> String {
        self.sgr("34", text)
    }

    /// What does not.
    pub(super) fn bad(self, text: &str) -> String {
        self.sgr("31", text)
    }

    /// What may not.
    pub(super) fn doubtful(self, text: &str) -> String {
        self.sgr("33", text)
    }

    /// A sentence in one line, with what stands between backticks set off.
    pub(super) fn sentence(self, text: &str) -> String {
        self.quotes(&safe(text), &mut false)
    }

    /// Sentences in lines of at most `most` columns, with what stands between backticks set off, over the end of a line
    /// too.
    pub(super) fn paragraph(self, text: &str, most: usize) -> Vec<String> {
        let mut quoted = false;
        wrap(&safe(text), most)
            .iter()
            .map(|line| self.quotes(line, &mut quoted))
            .collect()
    }

    /// `quoted`: whether the text before ended between backticks.
    fn quotes(self, text: &str, quoted: &mut bool) -> String {
        let mut out = String::new();
        for (index, part) in text.split('`').enumerate() {
            if index > 0 {
                *quoted = !*quoted;
                if self == Self::Plain {
                    out.push('`');
                }
            }
            match *quoted {
                true => out.push_str(&self.sgr("36", part)),
                false => out.push_str(part),
            }
        }
        out
    }

    fn sgr(self, code: &str, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour if text.is_empty() => String::new(),
            Self::Colour => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_is_set_off_over_the_end_of_a_line() {
        let lines = Style::Colour.paragraph("it has `one two` here", 11);
        assert_eq!(
            lines,
            [
                "it has \u{1b}[36mone\u{1b}[0m",
                "\u{1b}[36mtwo\u{1b}[0m here"
            ]
        );
        let lines = Style::Plain.paragraph("it has `one two` here", 11);
        assert_eq!(lines, ["it has `one", "two` here"]);
    }

    #[test]
    fn only_our_own_escapes_reach_a_terminal() {
        let shown = Style::Colour.sentence("`\u{1b}[2J`");
        assert_eq!(shown, "\u{1b}[36m\\u{1b}[2J\u{1b}[0m");
    }
}
