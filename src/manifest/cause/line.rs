//! What one line tells.

use super::{Cause, braces, template};
use crate::diagnostic::Rule;
use crate::source::{TextRange, find};

/// The line in which a text breaks off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Without its end.
    pub(super) text: &'t str,
    /// Its first byte.
    pub(super) start: usize,
}

impl<'t> Line<'t> {
    pub(super) fn around(text: &'t str, at: usize) -> Self {
        let at = text.floor_char_boundary(at);
        let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
        let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = at + after.find(['\n', '\r']).unwrap_or(after.len());
        Self {
            text: text.get(start..end).unwrap_or_default(),
            start,
        }
    }

    /// Bytes of this line as bytes of the document.
    fn range(self, start: usize, end: usize) -> TextRange {
        TextRange::from_usize(self.start + start, self.start + end)
    }

    /// Blanks before the first character.
    fn indentation(self) -> &'t str {
        let content = self.text.trim_start();
        self.text
            .get(..self.text.len() - content.len())
            .unwrap_or_default()
    }

    /// Whether a byte of the document is the first one that is not blank.
    pub(super) fn begins_at(self, at: usize) -> bool {
        at == self.start + self.indentation().len()
    }

    /// From a byte of the document to the end.
    pub(super) fn from(self, at: usize) -> &'t str {
        let at = at.saturating_sub(self.start);
        self.text.get(at..).unwrap_or_default()
    }

    /// The line before, where there is one.
    pub(super) fn above(self, text: &'t str) -> Option<Self> {
        let before = text.get(..self.start)?;
        let before = before.strip_suffix('\n').unwrap_or(before);
        let before = before.strip_suffix('\r').unwrap_or(before);
        (before.len() < self.start).then(|| Self::around(text, before.len()))
    }

    pub(super) fn conflict(self) -> Option<Cause> {
        let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
        let marker = markers.into_iter().find(|m| self.text.starts_with(m))?;
        let after = self.text.get(marker.len()..).unwrap_or_default();
        (after.is_empty() || after.starts_with(' ')).then(|| {
            Cause::new(
                self.range(0, self.text.trim_end().len()),
                format!("`{marker}` marks a merge conflict"),
                "Settle the conflict, and take its marks away.",
            )
        })
    }

    pub(super) fn fence(self) -> Option<Cause> {
        let lead = self.indentation().len();
        let content = self.text.trim_start();
        (content.starts_with("```") || content.starts_with("~~~")).then(|| {
            Cause::new(
                self.range(lead, self.text.trim_end().len()),
                "a fence of Markdown stands here",
                "Take the fences away, or name the file `.md` to read the YAML between them.",
            )
        })
    }

    /// Dots for what a page leaves out.
    pub(super) fn elision(self) -> Option<Cause> {
        let content = self.text.trim();
        let lead = self.indentation().len();
        let here = self.range(lead, lead + content.len());
        matches!(content, "..." | "…" | "[...]" | "<...>").then(|| {
            Cause::new(
                here,
                format!("`{content}` stands where a key is expected"),
                "Where it stands for something left out, make it a comment.",
            )
            .fix("Make it a comment", here, format!("# {content}"))
        })
    }

    pub(super) fn template(self) -> Option<Cause> {
        let found = braces(self.text)?;
        let at = self.range(found.start as usize, found.end as usize);
        Some(template(at, found.of(self.text)))
    }

    /// `${NAME}` where it is no value.
    pub(super) fn variable(self, at: usize) -> Option<Cause> {
        let here = at.saturating_sub(self.start);
        let start = if self.text.get(here..)?.starts_with("${") {
            here
        } else {
            let start = here.checked_sub(1)?;
            self.text.get(start..)?.starts_with("${").then_some(start)?
        };
        let rest = self.text.get(start..)?;
        let length = rest.find('}').map_or(rest.trim_end().len(), |at| at + 1);
        let at = self.range(start, start + length);
        Some(template(at, rest.get(..length)?))
    }

    /// A line that is nothing but a mark to be replaced: `__VOLUMES__`, `@VOLUMES@`, `%VOLUMES%`.
    pub(super) fn mark(self) -> Option<Cause> {
        let content = self.text.trim();
        let name = ["__", "@", "%"].into_iter().find_map(|mark| {
            let inner = content.strip_prefix(mark)?;
            inner.strip_suffix(mark)
        })?;
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-' || b == b'.';
        (!name.is_empty() && name.bytes().all(is_name)).then(|| {
            let lead = self.indentation().len();
            template(self.range(lead, lead + content.len()), content)
        })
    }

    pub(super) fn tab(self, at: usize) -> Option<Cause> {
        let lead = self.indentation();
        let here = at.saturating_sub(self.start);
        let tab = if self.text.as_bytes().get(here) == Some(&b'\t') {
            here
        } else {
            lead.find('\t')?
        };
        let tabs = self.text.get(tab..).unwrap_or_default();
        let length = tabs.len() - tabs.trim_start_matches('\t').len();
        let indents = tab < lead.len();
        let message = if indents {
            "a tab indents this line"
        } else {
            "a tab stands where a key or an item begins"
        };
        Some(
            Cause::new(
                self.range(tab, tab + length),
                message,
                "Write spaces instead, as many as the lines around have.",
            )
            .rule(Rule::YAML_TAB),
        )
    }

    pub(super) fn smart_quotes(self) -> Option<Cause> {
        let is_smart = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚');
        // Inside a word it is an apostrophe. Of other scripts every character counts as one of a word.
        let mut before = ' ';
        let (at, quote) = self.text.char_indices().find(|&(_, c)| {
            let begins = is_smart(c) && before.is_ascii() && !before.is_ascii_alphanumeric();
            before = c;
            begins
        })?;
        let straight: String = self
            .text
            .chars()
            .map(|c| match c {
                '“' | '”' | '„' | '‟' => '"',
                '‘' | '’' | '‚' => '\'',
                other => other,
            })
            .collect();
        Some(
            Cause::new(
                self.range(at, at + quote.len_utf8()),
                format!("`{quote}` is a quotation mark of a word processor"),
                "Write `\"` or `'`: others quote nothing.",
            )
            .fix(
                "Write straight quotation marks",
                self.range(0, self.text.len()),
                straight,
            ),
        )
    }

    /// A blank that is none to YAML, before the line's content.
    pub(super) fn odd_blank(self) -> Option<Cause> {
        let is_odd = |c: char| {
            !c.is_ascii()
                && (c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}'))
        };
        let lead = |c: char| c == ' ' || is_odd(c);
        let (at, blank) = self
            .text
            .char_indices()
            .take_while(|&(_, c)| lead(c))
            .find(|&(_, c)| is_odd(c))?;
        let end = self.text.find(|c| !lead(c)).unwrap_or(self.text.len());
        let spaces: String = self
            .text
            .get(at..end)?
            .chars()
            .filter(|c| *c == ' ' || c.is_whitespace())
            .map(|_| ' ')
            .collect();
        Some(
            Cause::new(
                self.range(at, end),
                format!(
                    "the blank U+{:04X} indents this line, which is no space",
                    blank as u32
                ),
                "Write spaces instead; such blanks come from web pages.",
            )
            .fix("Write spaces", self.range(at, end), spaces),
        )
    }

    /// JSON has no comments.
    pub(super) fn comment(self, at: usize) -> Option<Cause> {
        let rest = self.from(at);
        ["//", "/*", "#"]
            .iter()
            .any(|mark| rest.starts_with(mark))
            .then(|| {
                let here = TextRange::from_usize(at, at + rest.trim_end().len());
                Cause::new(
                    here,
                    "a comment stands in JSON",
                    "JSON has no comments: take it away.",
                )
            })
    }

    /// A sign that begins no value.
    pub(super) fn sign(self, at: usize) -> Option<Cause> {
        let rest = self.from(at);
        let sign = rest.chars().next()?;
        if matches!(sign, '}' | ']') {
            return Some(Cause::new(
                TextRange::from_usize(at, at + 1),
                "this bracket was never opened",
                "Take it away, or open it where it begins.",
            ));
        }
        if !matches!(sign, '%' | '@' | '`' | '*' | '&' | '!') {
            return None;
        }
        if sign == '%' && at == self.start && rest.starts_with("%YAML") | rest.starts_with("%TAG") {
            return Some(Cause::new(
                TextRange::from_usize(at, at + rest.trim_end().len()),
                "a directive of YAML stands here",
                "Take the line away: kubectl cuts the text at `---` first, and finds the directive alone.",
            ));
        }
        let value = value(rest);
        Some(
            Cause::new(
                TextRange::from_usize(at, at + value.len()),
                match sign {
                    '*' => format!("`{value}` is read as an alias"),
                    '&' => format!("`{value}` is read as an anchor"),
                    '!' => format!("`{value}` is read as a tag"),
                    _ => format!("a value cannot begin with `{sign}`"),
                },
                "Put the value in quotes if it is meant as text.",
            )
            .fix(
                "Put the value in quotes",
                TextRange::from_usize(at, at + value.len()),
                quoted(value),
            ),
        )
    }

    /// `key:value` reads as one word.
    pub(super) fn joined(self) -> Option<Cause> {
        self.no_blank(self.start + self.indentation().len())
    }

    /// The same from a byte of the document on.
    pub(super) fn no_blank(self, at: usize) -> Option<Cause> {
        let rest = self.from(at);
        let (key, value) = rest.split_once(':')?;
        let is_key = !key.is_empty()
            && key
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b));
        if !is_key || value.is_empty() || value.starts_with([' ', '\t', '/']) {
            return None;
        }
        let behind = TextRange::from_usize(at + key.len() + 1, at + key.len() + 1);
        Some(
            Cause::new(
                TextRange::from_usize(at, at + key.len() + 1),
                format!("no blank stands behind `{key}:`"),
                "Without it, key and value are one word.",
            )
            .fix("Write a blank behind the colon", behind, " "),
        )
    }
}

/// The value at the start of a rest of a line, without a comment.
pub(super) fn value(rest: &str) -> &str {
    find(rest, " #")
        .and_then(|at| rest.get(..at))
        .unwrap_or(rest)
        .trim_end()
}

/// A value in the quotes that need the fewest escapes.
pub(super) fn quoted(value: &str) -> String {
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}
