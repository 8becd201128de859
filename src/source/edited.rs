use super::TextRange;

/// A stretch of a text with edits in it. They are in the order of the text, within the stretch, and do not overlap.
///
/// ```
/// use everynode::source::{TextRange, edited};
/// let edits = [(TextRange::new(3, 4), "2".to_owned()), (TextRange::at(4), "3".to_owned())];
/// assert_eq!(edited("a: 1\n", TextRange::new(0, 5), &edits), "a: 23\n");
/// assert_eq!(edited("a: 1\n", TextRange::new(3, 4), &edits), "23");
/// ```
#[must_use]
pub fn edited(text: &str, within: TextRange, edits: &[(TextRange, String)]) -> String {
    let mut out = String::new();
    let mut at = within.start;
    for (range, new_text) in edits {
        out.push_str(TextRange::new(at, range.start).of(text));
        out.push_str(new_text);
        at = range.end;
    }
    out.push_str(TextRange::new(at, within.end).of(text));
    out
}
