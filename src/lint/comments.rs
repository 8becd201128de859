use super::Context;
use crate::manifest::View;

impl<'a> Context<'a> {
    /// What comments say of a value: those right above it, and the one behind it on its line, without their `#`.
    pub fn comments(&self, of: View<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.subject.text;
        let at = of.mark().start as usize;
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = text.get(start..).unwrap_or_default();
        let line = line.split('\n').next().unwrap_or_default();
        // A `#` behind a blank; in a quoted text it would say nothing that is looked for.
        let behind = line.split_once(" #").map(|(_, comment)| comment.trim());
        let above = text.get(..start).unwrap_or_default();
        let above = above.lines().rev().map(str::trim);
        let above = above.take_while(|line| line.starts_with('#'));
        behind
            .into_iter()
            .chain(above.map(|line| line.trim_start_matches('#').trim()))
    }
}

/// Whether a comment says that something is for everything.
#[must_use]
pub fn says_all(comment: &str) -> bool {
    let mut words = comment.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| {
        let is = |other: &str| word.eq_ignore_ascii_case(other);
        is("all") || is("every") || is("any") || is("everything") || is("everywhere")
    })
}
