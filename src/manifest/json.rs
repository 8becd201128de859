//! JSON with places: a pull reader that says what the YAML reader says, and recurses nowhere.

use super::event::{Container, Event, Scalar, Style, SyntaxError};
use super::yaml::Source;
use crate::source::TextRange;

/// What may come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    /// The one value of the document.
    Root,
    /// A value, or the end of a list that has none yet.
    FirstItem,
    Item,
    /// A key, or the end of a map that has none yet.
    FirstKey,
    Key,
    Value,
    /// A comma or a closing bracket.
    Next,
    End,
}

/// Walks one JSON value.
pub(super) struct JsonEvents<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Container>,
    expect: Expect,
}

impl<'t> JsonEvents<'t> {
    /// From a byte of the text on.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            at,
            open: Vec::new(),
            expect: Expect::Root,
        }
    }

    /// Behind what was read.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn next(&mut self) -> Result<Event<'t>, SyntaxError> {
        loop {
            if self.expect == Expect::End {
                return Ok(Event::End);
            }
            self.skip_blanks();
            let Some(&byte) = self.text.as_bytes().get(self.at) else {
                return Err(self.ended());
            };
            match (self.expect, byte) {
                (Expect::Next, b',') => {
                    self.at += 1;
                    self.expect = match self.open.last() {
                        Some(Container::Map) => Expect::Key,
                        _ => Expect::Item,
                    };
                }
                (Expect::Next | Expect::FirstItem, b']') => return self.close(Container::List),
                (Expect::Next | Expect::FirstKey, b'}') => return self.close(Container::Map),
                (Expect::Next, _) => {
                    return Err(self.error(match self.open.last() {
                        Some(Container::Map) => "expected `,` or `}` after this value",
                        _ => "expected `,` or `]` after this value",
                    }));
                }
                (Expect::FirstKey | Expect::Key, b'"') => return self.key(),
                (Expect::Key, b'}') => return Err(self.error("a `,` stands before this `}`")),
                (Expect::FirstKey | Expect::Key, _) => {
                    return Err(self.error("expected a key in double quotes"));
                }
                (Expect::Item, b']') => return Err(self.error("a `,` stands before this `]`")),
                (_, b'{') => return Ok(self.open(Container::Map)),
                (_, b'[') => return Ok(self.open(Container::List)),
                (_, b'"') => {
                    let scalar = self.string()?;
                    self.after_value();
                    return Ok(Event::Scalar(scalar));
                }
                _ => {
                    let scalar = self.word()?;
                    self.after_value();
                    return Ok(Event::Scalar(scalar));
                }
            }
        }
    }

    fn open(&mut self, kind: Container) -> Event<'t> {
        let start = to32(self.at);
        self.at += 1;
        self.open.push(kind);
        self.expect = match kind {
            Container::Map => Expect::FirstKey,
            Container::List => Expect::FirstItem,
        };
        Event::Open {
            kind,
            start,
            anchor: 0,
        }
    }

    fn close(&mut self, kind: Container) -> Result<Event<'t>, SyntaxError> {
        if self.open.last() != Some(&kind) {
            return Err(self.error(match kind {
                Container::Map => "this `}` closes a `[`",
                Container::List => "this `]` closes a `{`",
            }));
        }
        self.open.pop();
        self.at += 1;
        self.after_value();
        Ok(Event::Close {
            end: Some(to32(self.at)),
        })
    }

    fn after_value(&mut self) {
        self.expect = if self.open.is_empty() {
            Expect::End
        } else {
            Expect::Next
        };
    }

    fn key(&mut self) -> Result<Event<'t>, SyntaxError> {
        let key = self.string()?;
        self.skip_blanks();
        if self.text.as_bytes().get(self.at) != Some(&b':') {
            return Err(self.error("expected `:` after this key"));
        }
        self.at += 1;
        self.expect = Expect::Value;
        Ok(Event::Scalar(key))
    }

    fn string(&mut self) -> Result<Scalar<'t>, SyntaxError> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        let mut escaped = false;
        loop {
            match bytes.get(at) {
                None => return Err(SyntaxError::new(start, "this quote is never closed")),
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at += 2;
                }
                Some(b'\n') => {
                    return Err(SyntaxError::new(
                        start,
                        "this quote is not closed on its line",
                    ));
                }
                Some(..=0x1f) => {
                    return Err(SyntaxError::new(
                        at,
                        "a control character stands in this text",
                    ));
                }
                Some(_) => at += 1,
            }
        }
        let inner = TextRange::from_usize(start + 1, at);
        let source = if escaped {
            self.check_escapes(inner)?;
            Source::Json(inner)
        } else {
            Source::Slice(inner)
        };
        self.at = at + 1;
        Ok(Scalar {
            text: self.text,
            source,
            range: TextRange::from_usize(start, self.at),
            style: Style::Text,
            anchor: 0,
        })
    }

    fn check_escapes(&self, inner: TextRange) -> Result<(), SyntaxError> {
        let mut rest = inner.of(self.text);
        while let Some((_, after)) = rest.split_once('\\') {
            let at = inner.end as usize - after.len() - 1;
            let length = match after.as_bytes().first() {
                Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 1,
                Some(b'u') => {
                    hex4(after.get(1..).unwrap_or_default()).ok_or_else(|| {
                        SyntaxError::new(at, "expected four hexadecimal digits after `\\u`")
                    })?;
                    5
                }
                _ => return Err(SyntaxError::new(at, "there is no such escape in JSON")),
            };
            rest = after.get(length..).unwrap_or_default();
        }
        Ok(())
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<Scalar<'t>, SyntaxError> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-' | '.' | '_'))
            .unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        if !matches!(word, "true" | "false" | "null") && !is_number(word) {
            return Err(SyntaxError::new(start, "expected a value"));
        }
        self.at = start + length;
        let range = TextRange::from_usize(start, self.at);
        Ok(Scalar {
            text: self.text,
            source: Source::Slice(range),
            range,
            style: Style::Plain,
            anchor: 0,
        })
    }

    fn skip_blanks(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest
            .iter()
            .position(|b| !matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
            .unwrap_or(rest.len());
    }

    fn error(&self, problem: &'static str) -> SyntaxError {
        SyntaxError::new(self.at, problem)
    }

    fn ended(&self) -> SyntaxError {
        self.error(match self.open.last() {
            Some(Container::Map) => "the text ends before the closing `}`",
            Some(Container::List) => "the text ends before the closing `]`",
            None => "expected a value",
        })
    }
}

fn to32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// RFC 8259: no leading zeros, digits on both sides of the point.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}

/// The value of a string whose escapes were checked.
pub(super) fn unescape(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = after.chars();
        match chars.next() {
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{c}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                if let Some((c, left)) = unicode_escape(chars.as_str()) {
                    out.push(c);
                    rest = left;
                    continue;
                }
            }
            Some(c) => out.push(c),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// The character behind `\u`, and what follows it. Half a surrogate pair becomes U+FFFD, as in Go.
fn unicode_escape(text: &str) -> Option<(char, &str)> {
    let code = hex4(text)?;
    let rest = text.get(4..)?;
    if (0xd800..0xdc00).contains(&code)
        && let Some(second) = rest.strip_prefix("\\u")
        && let Some(low) = hex4(second)
        && (0xdc00..0xe000).contains(&low)
    {
        let pair = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        return Some((char::from_u32(pair)?, second.get(4..)?));
    }
    Some((
        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
        rest,
    ))
}

fn hex4(text: &str) -> Option<u32> {
    let digits = text.get(..4)?;
    digits
        .bytes()
        .all(|b| b.is_ascii_hexdigit())
        .then(|| u32::from_str_radix(digits, 16).ok())?
}
