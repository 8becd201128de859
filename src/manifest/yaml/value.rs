//! What a scalar says: escapes, folded lines and indentation undone, for the few values that do not stand as they are.

use crate::source::TextRange;
use std::borrow::Cow;

/// Where a scalar's value comes from.
#[derive(Clone, Copy, Debug)]
pub(in super::super) enum Source {
    /// It stands in the text as it is.
    Slice(TextRange),
    /// A plain scalar of several lines.
    Plain(TextRange),
    /// Between single quotes.
    Single(TextRange),
    /// Between double quotes.
    Double(TextRange),
    /// Between the quotes of JSON.
    Json(TextRange),
    Block(BlockScalar),
}

/// A literal or folded scalar.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct BlockScalar {
    /// From the first line on, to where the indentation ends.
    pub(super) body: TextRange,
    /// Spaces before each line.
    pub(super) indent: usize,
    pub(super) chomping: Chomping,
    pub(super) folded: bool,
}

/// What becomes of the line breaks at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chomping {
    /// One stays.
    Clip,
    /// None stays.
    Strip,
    /// All stay.
    Keep,
}

impl Source {
    /// The value.
    pub(in super::super) fn value<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let slice = |range: TextRange| text.get(range.as_usize()).unwrap_or_default();
        match *self {
            Self::Slice(range) => Cow::Borrowed(slice(range)),
            Self::Plain(range) => Cow::Owned(folded(slice(range), Quotes::None)),
            Self::Single(range) => Cow::Owned(folded(slice(range), Quotes::Single)),
            Self::Double(range) => Cow::Owned(folded(slice(range), Quotes::Double)),
            Self::Json(range) => Cow::Owned(super::super::json::unescape(slice(range))),
            Self::Block(scalar) => Cow::Owned(scalar.value(text)),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    None,
    Single,
    Double,
}

/// Where the next line break is, and its length.
fn find_break(text: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, c)| match c {
        '\r' => {
            let pair = text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
            Some((at, if pair { 2 } else { 1 }))
        }
        '\n' => Some((at, 1)),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some((at, c.len_utf8())),
        _ => None,
    })
}

/// What is left of a line break: Unicode's separators stay what they are.
fn normal(line_break: &str) -> &str {
    match line_break {
        "\u{2028}" | "\u{2029}" => line_break,
        _ => "\n",
    }
}

/// One line break between two lines becomes a space; of several, all but the first stay.
fn join_lines(breaks: &[&str], out: &mut String) {
    match breaks {
        ["\n"] => out.push(' '),
        ["\n", rest @ ..] | rest => rest.iter().for_each(|line| out.push_str(line)),
    }
}

/// A scalar that may run over several lines, its quotes taken off.
fn folded(text: &str, quotes: Quotes) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match first {
            _ if is_blank(first) => {
                let (run, after) = split_blank(rest);
                match breaks(run) {
                    breaks if breaks.is_empty() => out.push_str(run),
                    breaks => join_lines(&breaks, &mut out),
                }
                rest = after;
            }
            '\'' if quotes == Quotes::Single => {
                out.push('\'');
                rest = rest.get(2..).unwrap_or_default();
            }
            '\\' if quotes == Quotes::Double => rest = escaped(rest, &mut out),
            _ => {
                let end = rest
                    .find(|c| match c {
                        '\'' => quotes == Quotes::Single,
                        '\\' => quotes == Quotes::Double,
                        _ => is_blank(c),
                    })
                    .unwrap_or(rest.len());
                let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                out.push_str(word);
                rest = after;
            }
        }
    }
    out
}

/// Whether a character is a space, a tab or part of a line break.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The blanks that a text begins with, and the rest.
fn split_blank(text: &str) -> (&str, &str) {
    let end = text.find(|c| !is_blank(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// The line breaks in blank text, as they count.
fn breaks(run: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = run;
    while let Some((at, length)) = find_break(rest) {
        found.push(normal(rest.get(at..at + length).unwrap_or_default()));
        rest = rest.get(at + length..).unwrap_or_default();
    }
    found
}

/// Undoes the escape at the start; what follows it comes back.
fn escaped<'t>(text: &'t str, out: &mut String) -> &'t str {
    let after = text.get(1..).unwrap_or_default();
    if let Some((0, length)) = find_break(after) {
        // Joins the lines; further line breaks stay.
        let rest = after.get(length..).unwrap_or_default();
        let (run, after) = split_blank(rest);
        breaks(run).iter().for_each(|line| out.push_str(line));
        return after;
    }
    let mut chars = after.chars();
    let digits = match chars.next() {
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        Some(letter) => {
            out.push(match letter {
                '0' => '\0',
                'a' => '\u{7}',
                'b' => '\u{8}',
                't' => '\t',
                'n' => '\n',
                'v' => '\u{b}',
                'f' => '\u{c}',
                'r' => '\r',
                'e' => '\u{1b}',
                'N' => '\u{85}',
                '_' => '\u{a0}',
                'L' => '\u{2028}',
                'P' => '\u{2029}',
                other => other,
            });
            return chars.as_str();
        }
        None => return "",
    };
    let rest = chars.as_str();
    let code = rest.get(..digits).unwrap_or_default();
    let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
    out.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
    rest.get(digits..).unwrap_or_default()
}

impl BlockScalar {
    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_block_scalar
    fn value(self, text: &str) -> String {
        let mut rest = text.get(self.body.as_usize()).unwrap_or_default();
        let mut out = String::with_capacity(rest.len());
        // The break behind the last line of content, and the blank lines behind that.
        let mut line_break = "";
        let mut blank: Vec<&str> = Vec::new();
        let mut after_blank = false;
        while !rest.is_empty() {
            // A text without a final line break has one for kubectl, which reads lines.
            let (end, length) = find_break(rest).unwrap_or((rest.len(), 0));
            let line = rest.get(..end).unwrap_or_default();
            let this_break = normal(rest.get(end..end + length).unwrap_or_default());
            rest = rest.get(end + length..).unwrap_or_default();
            let spaces = line.bytes().take_while(|&b| b == b' ').count();
            let content = line.get(spaces.min(self.indent)..).unwrap_or_default();
            if content.is_empty() {
                if length > 0 {
                    blank.push(this_break);
                } else if self.body.end as usize == text.len() {
                    blank.push("\n");
                }
                continue;
            }
            let begins_blank = content.starts_with([' ', '\t']);
            if self.folded && line_break == "\n" && !after_blank && !begins_blank {
                if blank.is_empty() {
                    out.push(' ');
                }
            } else {
                out.push_str(line_break);
            }
            blank.drain(..).for_each(|line| out.push_str(line));
            out.push_str(content);
            after_blank = begins_blank;
            line_break = this_break;
        }
        if self.chomping != Chomping::Strip {
            out.push_str(line_break);
        }
        if self.chomping == Chomping::Keep {
            blank.iter().for_each(|line| out.push_str(line));
        }
        out
    }
}
