use super::Context;
use crate::manifest::View;
use crate::source::parted;

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
        let behind = parted(line, " #").map(|(_, comment)| comment.trim());
        let above = text.get(..start).unwrap_or_default();
        let above = above.lines().rev().map(str::trim);
        let above = above.take_while(|line| line.starts_with('#'));
        behind
            .into_iter()
            .chain(above.map(|line| line.trim_start_matches('#').trim()))
    }
}

/// Whether a comment says that every taint is meant: `all taints`, and not `all taints of the pool`.
///
/// ```
/// use everynode::lint::says_all_taints;
/// assert!(says_all_taints("Run regardless of any existing taints."));
/// assert!(!says_all_taints("all taints of the GPU pool"));
/// assert!(!says_all_taints("all NoSchedule taints"));
/// ```
#[must_use]
pub fn says_all_taints(comment: &str) -> bool {
    let mut words = comment.split(|c: char| !c.is_ascii_alphabetic());
    let is = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    let mut is_after_all = false;
    while let Some(word) = words.next() {
        if is(word, &["not", "except", "but"]) {
            return false;
        }
        if is_after_all && is(word, &["taint", "taints"]) {
            let next = words.find(|word| !word.is_empty()).unwrap_or_default();
            return !is(
                next,
                &["of", "with", "for", "on", "from", "named", "except", "but"],
            );
        }
        let is_filler = is(word, &["", "the", "possible", "existing", "other", "node"]);
        is_after_all = is(word, &["all", "every", "any"]) || is_after_all && is_filler;
    }
    false
}
