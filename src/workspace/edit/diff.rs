//! Edits as lines with signs.

use crate::source::TextRange;

/// Lines that one place of change is shown in, where it is itself no larger.
const LINES: usize = 5;
/// A line longer than this is a whole document on one line, which nobody reads.
const LONGEST: usize = 160;
/// Stands for lines that are left out between two places.
const LEFT_OUT: &str = "…";

/// The changed lines with a kept line before and behind each place, without the indentation that all have. Empty where
/// a line is too long to be shown.
///
/// `edits` are in the order of the text and do not overlap.
pub(super) fn diff(text: &str, edits: &[(TextRange, String)]) -> Vec<(char, String)> {
    let hunks = hunks(text, edits);
    let mut lines: Vec<(char, &str)> = Vec::new();
    let mut shown = None;
    for (index, hunk) in hunks.iter().enumerate() {
        let mut room =
            LINES.saturating_sub(hunk.removed.lines().count() + hunk.added.lines().count());
        let free = shown.unwrap_or_default();
        let line = text.get(free..hunk.start).unwrap_or_default();
        let changed = hunk.removed.lines().chain(hunk.added.lines());
        let least = changed.map(depth).min().unwrap_or_default();
        // What is indented less belongs to something else.
        let near = |line: &str| depth(line) >= least;
        let before = line
            .lines()
            .next_back()
            .filter(|line| room > 0 && near(line));
        let hidden = || line.lines().nth(usize::from(before.is_some())).is_some();
        if shown.is_some() && hidden() {
            lines.push((' ', LEFT_OUT));
        }
        if let Some(before) = before {
            lines.push((' ', before));
            room -= 1;
        }
        lines.extend(hunk.removed.lines().map(|line| ('-', line)));
        lines.extend(hunk.added.lines().map(|line| ('+', line)));
        let until = hunks.get(index + 1).map_or(text.len(), |next| next.start);
        let rest = text.get(hunk.end..until).unwrap_or_default();
        let after = rest.split_inclusive('\n').next();
        let after = after.filter(|line| room > 0 && near(line));
        lines.extend(
            after
                .into_iter()
                .flat_map(str::lines)
                .map(|line| (' ', line)),
        );
        shown = Some(hunk.end + after.map_or(0, str::len));
    }
    if lines.iter().any(|(_, line)| line.len() > LONGEST) {
        return Vec::new();
    }
    let said = lines.iter().map(|(_, line)| *line);
    let said = said.filter(|line| !line.trim().is_empty() && *line != LEFT_OUT);
    let common = said.map(blanks).min().unwrap_or_default();
    let cut = |line: &str| line.get(common..).unwrap_or(line.trim_start()).to_owned();
    let cut = |line: &str| {
        if line == LEFT_OUT {
            line.to_owned()
        } else {
            cut(line)
        }
    };
    lines
        .into_iter()
        .map(|(sign, line)| (sign, cut(line)))
        .collect()
}

/// The column of a field, be it behind a dash.
fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

fn blanks(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Neighbouring lines that change.
struct Hunk<'t> {
    /// The first byte of the first line that goes.
    start: usize,
    /// One past the last line that goes.
    end: usize,
    removed: &'t str,
    added: String,
}

fn hunks<'t>(text: &'t str, edits: &[(TextRange, String)]) -> Vec<Hunk<'t>> {
    let mut hunks: Vec<Hunk<'t>> = Vec::new();
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    for (range, new_text) in edits {
        let range = range.as_usize();
        let start = between(0, range.start).rfind('\n').map_or(0, |at| at + 1);
        // Whole lines end where the next one begins, which stays.
        let whole =
            start == range.start && (range.is_empty() || between(0, range.end).ends_with('\n'));
        let ends = text.get(range.end..).and_then(|rest| rest.find('\n'));
        let end = match whole {
            true => range.end,
            false => ends.map_or(text.len(), |at| range.end + at + 1),
        };
        let rest = between(range.end, end);
        match hunks.last_mut() {
            Some(last) if last.end >= start => {
                // What the hunk ends with has been taken over from the text up to here.
                let known = last.end.saturating_sub(range.start);
                last.added.truncate(last.added.len().saturating_sub(known));
                last.added.push_str(between(last.end, range.start));
                last.added.push_str(new_text);
                last.added.push_str(rest);
                last.end = end.max(last.end);
                last.removed = between(last.start, last.end);
            }
            _ => hunks.push(Hunk {
                start,
                end,
                removed: between(start, end),
                added: [between(start, range.start), new_text, rest].concat(),
            }),
        }
    }
    hunks.iter_mut().for_each(Hunk::trim);
    hunks
}

impl Hunk<'_> {
    /// Lines that stay as they are, at both ends, do not belong to it.
    fn trim(&mut self) {
        let first = |text: &str| text.split_inclusive('\n').next().map(str::len);
        // A last line without a break is the same as with one.
        let line = |text: &str, length| text.get(..length).map(|line| line.trim_end().len());
        while let Some((removed, added)) = first(self.removed).zip(first(&self.added))
            && line(self.removed, removed) == line(&self.added, added)
            && self
                .removed
                .starts_with(self.added.get(..added).unwrap_or_default().trim_end())
        {
            self.start += removed;
            self.removed = self.removed.get(removed..).unwrap_or_default();
            self.added.drain(..added);
        }
        let last = |text: &str| text.split_inclusive('\n').next_back().map(str::len);
        while let Some(length) = last(self.removed)
            && let Some(kept) = self.removed.len().checked_sub(length)
            && let Some(left) = self.added.len().checked_sub(length)
            && last(&self.added) == Some(length)
            && self.removed.get(kept..) == self.added.get(left..)
        {
            self.end -= length;
            self.removed = self.removed.get(..kept).unwrap_or_default();
            self.added.truncate(left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Edits by what is replaced and by what.
    fn signs(text: &str, edits: &[(&str, &str)]) -> Vec<String> {
        let edits: Vec<_> = edits
            .iter()
            .map(|(old, new)| {
                let start = text.find(old).unwrap();
                (
                    TextRange::from_usize(start, start + old.len()),
                    (*new).to_owned(),
                )
            })
            .collect();
        let lines = diff(text, &edits).into_iter();
        lines.map(|(sign, line)| format!("{sign}{line}")).collect()
    }

    #[test]
    fn neighbouring_lines_are_one_place() {
        let text = "  - key: a\n    operator: Equal\n    value: x\n    effect: E\n";
        let edits = [("Equal", "Exists"), ("    value: x\n", "")];
        let expected = [
            " - key: a",
            "-  operator: Equal",
            "-  value: x",
            "+  operator: Exists",
            "   effect: E",
        ];
        assert_eq!(signs(text, &edits), expected);
    }

    #[test]
    fn places_apart_have_a_mark_between_them() {
        let text = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n";
        let edits = [("a: 1\n", ""), ("6", "7")];
        assert_eq!(
            signs(text, &edits),
            ["-a: 1", " b: 2", " …", " e: 5", "-f: 6", "+f: 7"]
        );
        let edits = [("1", "9"), ("3", "8")];
        assert_eq!(
            signs(text, &edits),
            ["-a: 1", "+a: 9", " b: 2", "-c: 3", "+c: 8", " d: 4"]
        );
    }

    #[test]
    fn what_is_put_in_shows_what_is_around_it() {
        let text = "a: 1\r\nb: 2\r\n";
        assert_eq!(
            signs(text, &[("\r\nb", "\r\nx: y\r\nb")]),
            [" a: 1", "+x: y", " b: 2"]
        );
        assert_eq!(
            signs(text, &[("b: 2\r\n", "b: 2\r\nx: y")]),
            [" b: 2", "+x: y"]
        );
        assert_eq!(signs("a: 1", &[("1", "1\nb: 2")]), [" a: 1", "+b: 2"]);
        assert_eq!(signs("[1]", &[("]", ", 2]")]), ["-[1]", "+[1, 2]"]);
        let long = format!("[{}1]", " ".repeat(200));
        assert_eq!(signs(&long, &[("]", ", 2]")]), [""; 0]);
    }
}
