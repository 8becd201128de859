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

    /// A sentence, with what stands between backticks set off.
    pub(super) fn sentence(self, text: &str) -> String {
        let text = safe(text);
        match self {
            Self::Plain => text,
            Self::Colour => {
                let parts = text.split('`').enumerate();
                let parts: Vec<String> = parts
                    .map(|(index, part)| match index % 2 {
                        1 => self.sgr("36", part),
                        _ => part.to_owned(),
                    })
                    .collect();
                parts.concat()
            }
        }
    }

    fn sgr(self, code: &str, text: &str) -> String {
        match self {
            Self::Plain => text.to_owned(),
            Self::Colour if text.is_empty() => String::new(),
            Self::Colour => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }
}
