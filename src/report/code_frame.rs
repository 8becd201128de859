use super::Style;
use super::layout::char_width;
use super::safe_text::safe;
use crate::ffi::Range;

/// Columns of a line of input that are shown; a longer one is cut around the place.
const WIDEST: usize = 100;
/// Columns before the place that a cut line keeps.
const BEFORE: usize = 40;
/// The most characters that are looked at on either side: some have no width.
const MOST: usize = 4 * WIDEST;
/// UTF-16 code units between two places that are known in bytes.
const STRIDE: u32 = 1024;

/// A text whose places in UTF-16 are found in bytes without walking it again: there may be many findings in one line.
pub(super) struct IndexedText<'a> {
    text: &'a str,
    /// The first place from each multiple of [`STRIDE`] on, in UTF-16 and in bytes; empty when all is ASCII.
    marks: Vec<(u32, usize)>,
}

impl<'a> IndexedText<'a> {
    /// Walks the text once.
    pub(super) fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let (mut offset, mut next) = (0, 0);
            for (byte, c) in text.char_indices() {
                if offset >= next {
                    marks.push((offset, byte));
                    next += STRIDE;
                }
                offset += utf16(c);
            }
        }
        Self { text, marks }
    }

    /// The text in front of a place, and from it on.
    fn split(&self, offset: u32) -> (&'a str, &'a str) {
        let byte = match self.mark(offset) {
            Some((known, byte)) => {
                let mut rest = offset.saturating_sub(known);
                let after = self.text.get(byte..).unwrap_or_default();
                let walked = after.chars().take_while(|c| {
                    let inside = rest > 0;
                    rest = rest.saturating_sub(utf16(*c));
                    inside
                });
                byte + walked.map(char::len_utf8).sum::<usize>()
            }
            None => offset as usize,
        };
        let byte = self.text.floor_char_boundary(byte);
        self.text.split_at_checked(byte).unwrap_or((self.text, ""))
    }

    /// The nearest known place that is not behind.
    fn mark(&self, offset: u32) -> Option<(u32, usize)> {
        let at = self.marks.partition_point(|(known, _)| *known <= offset);
        self.marks.get(at.checked_sub(1)?).copied()
    }

    /// The line of a place with the line before it, and carets in their colour under the place.
    pub(super) fn frame(
        &self,
        range: Range,
        style: Style,
        colour: &dyn Fn(&str) -> String,
    ) -> String {
        let (before, after) = self.split(range.start.offset);
        let length = match range.end.line == range.start.line {
            true => range.end.offset.saturating_sub(range.start.offset),
            false => u32::MAX,
        };
        let (left, left_ends) = side(before.chars().rev());
        let (right, right_ends) = side(after.chars());
        let (shown, carets) = line(&left, left_ends, &right, right_ends, length);

        let gutter = range.start.line.to_string().len();
        let bar = style.quiet("|");
        let empty = " ".repeat(gutter);
        let mut out = format!("{empty} {bar}\n");
        if let Some(line) = line_before(before) {
            let number = format!("{:>gutter$}", range.start.line.saturating_sub(1));
            out.push_str(&format!("{} {bar} {line}\n", style.quiet(&number)));
        }
        let number = style.quiet(&range.start.line.to_string());
        out.push_str(format!("{number} {bar} {shown}").trim_end());
        let pad = " ".repeat(carets.0);
        let carets = colour(&"^".repeat(carets.1));
        out.push_str(&format!("\n{empty} {bar} {pad}{carets}\n"));
        out
    }
}

fn utf16(c: char) -> u32 {
    if u32::from(c) > 0xffff { 2 } else { 1 }
}

/// What fits of a line on one side of a place, nearest first, and whether the line ends there.
fn side(chars: impl Iterator<Item = char>) -> (Vec<char>, bool) {
    let mut kept: Vec<char> = chars.take_while(|c| *c != '\n').take(MOST + 1).collect();
    let ends = kept.len() <= MOST;
    kept.truncate(MOST);
    (kept, ends)
}

/// The shown part of a line, and from which column how many carets stand under it.
fn line(
    left: &[char],
    left_ends: bool,
    right: &[char],
    right_ends: bool,
    length: u32,
) -> (String, (usize, usize)) {
    let left = pieces(left);
    let mut right = pieces(right);
    // The end of a line of Windows is no part of it.
    if right_ends && right.last().is_some_and(|piece| piece.carriage_return) {
        right.pop();
    }
    let whole = left_ends && right_ends && wide(&left) + wide(&right) <= WIDEST;
    let (most_left, most_right) = match whole {
        true => (WIDEST, WIDEST),
        false => (BEFORE, WIDEST - wide(&left).min(BEFORE)),
    };
    let (kept_left, kept_right) = (fitting(&left, most_left), fitting(&right, most_right));
    let mut shown = String::new();
    if !left_ends || kept_left.len() < left.len() {
        shown.push('…');
    }
    let first = shown.chars().count();
    shown.extend(kept_left.iter().rev().map(|piece| piece.text.as_str()));
    shown.extend(kept_right.iter().map(|piece| piece.text.as_str()));
    if !right_ends || kept_right.len() < right.len() {
        shown.push('…');
    }
    let mut units = 0;
    let under = kept_right.iter().take_while(|piece| {
        let inside = units < length;
        units += piece.units;
        inside
    });
    let under: usize = under.map(|piece| piece.width).sum();
    (shown, (first + wide(kept_left), under.max(1)))
}

/// One character as it is shown.
struct Piece {
    text: String,
    width: usize,
    units: u32,
    carriage_return: bool,
}

fn pieces(chars: &[char]) -> Vec<Piece> {
    let piece = |c: &char| {
        let text = match c {
            // A tab is what YAML often fails for: it is seen.
            '\t' => "→".to_owned(),
            c => safe(c.encode_utf8(&mut [0; 4])),
        };
        Piece {
            width: text.chars().map(char_width).sum(),
            units: utf16(*c),
            carriage_return: *c == '\r',
            text,
        }
    };
    chars.iter().map(piece).collect()
}

fn wide(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.width).sum()
}

/// As many as fit.
fn fitting(pieces: &[Piece], most: usize) -> &[Piece] {
    let mut width = 0;
    let fit = pieces.iter().take_while(|piece| {
        width += piece.width;
        width <= most
    });
    pieces.get(..fit.count()).unwrap_or_default()
}

/// The line before the one that a text ends in, where it says something and neither is very long.
fn line_before(text: &str) -> Option<String> {
    let from = text.floor_char_boundary(text.len().saturating_sub(8 * MOST));
    let (above, _) = text.get(from..)?.rsplit_once('\n')?;
    let line = match above.rsplit_once('\n') {
        Some((_, line)) => line,
        None if from == 0 => above,
        None => return None,
    };
    let (right, ends) = side(line.chars());
    let (shown, _) = self::line(&[], true, &right, ends, 0);
    let shown = shown.trim_end();
    (!shown.is_empty()).then(|| shown.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{LineIndex, Position, TextRange};

    /// The frame of a stretch of bytes.
    fn frame(text: &str, start: usize, end: usize) -> String {
        let index = LineIndex::new(text);
        let bytes = TextRange::from_usize(start, end);
        let at = |byte| {
            let Position {
                offset,
                line,
                column,
            } = index.position(text, byte);
            crate::ffi::Position {
                offset,
                line,
                column,
            }
        };
        let range = Range {
            start: at(bytes.start),
            end: at(bytes.end),
        };
        IndexedText::new(text).frame(range, Style::Plain, &str::to_owned)
    }

    #[test]
    fn carets_stand_under_the_place() {
        for (text, start, end, shown) in [
            ("abc", 1, 2, "  |\n1 | abc\n  |  ^\n"),
            ("abc\n", 3, 3, "  |\n1 | abc\n  |    ^\n"),
            ("\tabc", 0, 1, "  |\n1 | →abc\n  | ^\n"),
            ("ü🚀x", 6, 7, "  |\n1 | ü🚀x\n  |    ^\n"),
            ("漢字", 0, 3, "  |\n1 | 漢字\n  | ^^\n"),
            ("a\u{1b}b", 2, 3, "  |\n1 | a\\u{1b}b\n  |        ^\n"),
            (
                "a: b\r\nc: d\r\n",
                9,
                10,
                "  |\n1 | a: b\n2 | c: d\n  |    ^\n",
            ),
            ("a:\n  - b\n\n", 5, 9, "  |\n1 | a:\n2 |   - b\n  |   ^^^\n"),
            ("a\n\nb\n", 3, 4, "  |\n3 | b\n  | ^\n"),
            ("", 0, 0, "  |\n1 |\n  | ^\n"),
        ] {
            assert_eq!(frame(text, start, end), shown, "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        for filler in ["a", "ü", "🚀", "e\u{301}"] {
            let text = format!("{}XY{}\n", filler.repeat(5000), filler.repeat(5000));
            let start = text.find('X').unwrap();
            let frame = frame(&text, start, start + 1);
            let lines: Vec<&str> = frame.lines().collect();
            let widths = |text: &str| text.chars().map(char_width).sum::<usize>();
            assert!(widths(lines[1]) <= WIDEST + 6, "{frame}");
            let (before, _) = lines[1].split_once('X').unwrap();
            assert_eq!(lines[2], format!("  | {}^", " ".repeat(widths(before) - 4)));
            assert!(before.starts_with("1 | …") && lines[1].ends_with('…'));
        }
    }

    #[test]
    fn places_are_found_between_the_known_ones() {
        for filler in ["🚀", "a🚀", "ü", "漢🚀🚀"] {
            let text = filler.repeat(3000);
            let indexed = IndexedText::new(&text);
            let mut offset = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(indexed.split(offset).0.len(), byte);
                offset += utf16(c);
            }
            assert_eq!(indexed.split(offset), (text.as_str(), ""));
            assert_eq!(indexed.split(u32::MAX), (text.as_str(), ""));
        }
    }

    #[test]
    fn characters_without_width_do_not_fill_the_screen() {
        let text = format!("a{}b", "\u{301}".repeat(100_000));
        let end = text.len();
        assert!(frame(&text, end - 1, end).len() < 4 * MOST);
    }
}
