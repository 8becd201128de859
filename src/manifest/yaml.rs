//! YAML through saphyr-parser: its events, with places in bytes that an editor can replace.
//!
//! The parser counts characters, lets spans run on into comments, and starts block scalars at their first line; here
//! every range is exactly what stands for the value.

use super::event::{Container, Event, Scalar, Style, SyntaxError, Tag};
use crate::source::TextRange;
use saphyr_parser::{self as saphyr, Marker, Parser, ScalarStyle, ScanError, StrInput};
use std::borrow::Cow;

/// Walks one YAML document.
pub(super) struct YamlEvents<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    cursor: Cursor<'t>,
    /// Where the last event ended: what follows up to the next value are indicators and comments.
    last_end: usize,
}

impl<'t> YamlEvents<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            parser: Parser::new_from_str(text),
            cursor: Cursor::new(text),
            last_end: 0,
        }
    }

    pub(super) fn next(&mut self) -> Result<Event<'t>, SyntaxError> {
        loop {
            let (event, span) = match self.parser.next_event() {
                None => return Ok(Event::End),
                Some(Ok(found)) => found,
                Some(Err(error)) => return Err(self.syntax_error(&error)),
            };
            let event = match event {
                saphyr::Event::Nothing
                | saphyr::Event::StreamStart
                | saphyr::Event::DocumentStart(_) => continue,
                saphyr::Event::StreamEnd | saphyr::Event::DocumentEnd => return Ok(Event::End),
                saphyr::Event::MappingStart(anchor, tag) => {
                    let start = self.value_start(span.start, anchor != 0 || tag.is_some());
                    self.open(Container::Map, start, anchor)
                }
                saphyr::Event::SequenceStart(anchor, tag) => {
                    let start = self.value_start(span.start, anchor != 0 || tag.is_some());
                    let start = self.list_start(start);
                    self.open(Container::List, start, anchor)
                }
                saphyr::Event::MappingEnd | saphyr::Event::SequenceEnd => {
                    // Block collections end with an empty span, wherever the next token is.
                    let end = (!span.is_empty()).then(|| self.cursor.byte(span.start) + 1);
                    if let Some(end) = end {
                        self.last_end = end;
                    }
                    Event::Close { end: end.map(to32) }
                }
                saphyr::Event::Alias(anchor) => {
                    let start = self.cursor.byte(span.start);
                    let range = self.finish(start, span.end);
                    Event::Alias { anchor, range }
                }
                saphyr::Event::Scalar(text, style, anchor, tag) => {
                    let properties = anchor != 0 || tag.is_some();
                    self.scalar(text, style, anchor, tag.as_deref(), span, properties)
                }
            };
            return Ok(event);
        }
    }

    /// Behind the document: where something else begins that nobody reads.
    pub(super) fn trailing(&mut self) -> Option<u32> {
        loop {
            let mark = match self.parser.next_event()? {
                Ok((saphyr::Event::DocumentEnd, _)) => continue,
                Ok((saphyr::Event::StreamEnd, _)) => return None,
                Ok((_, span)) => span.start,
                Err(error) => *error.marker(),
            };
            return Some(to32(self.cursor.byte(mark)));
        }
    }

    fn open(&mut self, kind: Container, start: usize, anchor: usize) -> Event<'t> {
        if matches!(self.text.as_bytes().get(start), Some(b'{' | b'[')) {
            self.last_end = start + 1;
        }
        Event::Open {
            kind,
            start: to32(start),
            anchor,
        }
    }

    /// Behind the anchor and the tag, where there are any.
    fn value_start(&mut self, mark: Marker, properties: bool) -> usize {
        let start = self.cursor.byte(mark);
        if properties {
            self.skip(start, |b| matches!(b, b'-' | b'?'))
        } else {
            start
        }
    }

    /// A block list under a key has no token of its own: it starts at its first dash.
    fn list_start(&self, start: usize) -> usize {
        if matches!(self.text.as_bytes().get(start), Some(b'[' | b'-')) {
            return start;
        }
        let dash = self.skip(self.last_end, |b| b == b'-');
        if dash < start && self.text.as_bytes().get(dash) == Some(&b'-') {
            dash
        } else {
            start
        }
    }

    fn scalar(
        &mut self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&saphyr::Tag>,
        span: saphyr::Span,
        properties: bool,
    ) -> Event<'t> {
        let start = self.value_start(span.start, properties);
        let range = match style {
            ScalarStyle::Plain if text.is_empty() => {
                // The span is that of the colon, of the dash's line end, or of the next token.
                let at = match self.text.as_bytes().get(start) {
                    Some(b':') => start + 1,
                    _ if properties => self.cursor.byte(span.end),
                    _ => start,
                };
                self.last_end = self.last_end.max(at);
                TextRange::at(to32(at))
            }
            ScalarStyle::Plain => self.finish(start, span.end),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let end = closing_quote(self.text, start);
                self.last_end = end;
                TextRange::from_usize(start, end)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let end = self.cursor.byte(span.end);
                self.block(start, end)
            }
        };
        let source = self.source(&text, range, style);
        Event::Scalar(Scalar {
            text,
            source,
            range,
            style: scalar_style(tag, style == ScalarStyle::Plain),
            anchor,
        })
    }

    /// Most values stand in the text as they are: those need no memory of their own.
    fn source(&self, text: &str, range: TextRange, style: ScalarStyle) -> Option<TextRange> {
        let inner = match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                TextRange::new(range.start + 1, range.end.saturating_sub(1))
            }
            _ => range,
        };
        (self.text.get(inner.as_usize())? == text).then_some(inner)
    }

    /// From the header to the end of the last line that is not blank.
    fn block(&mut self, content: usize, end: usize) -> TextRange {
        let header = self.skip(self.last_end, |b| matches!(b, b'|' | b'>'));
        let start = match self.text.as_bytes().get(header) {
            Some(b'|' | b'>') if header <= content => header,
            _ => content,
        };
        let body = self.text.get(start..end).unwrap_or_default();
        let mut last = body.trim_end_matches([' ', '\t', '\n', '\r']).len();
        // Spaces behind the last words belong to them.
        let behind = body.get(last..).unwrap_or_default();
        last += behind.find(['\n', '\r']).unwrap_or(behind.len());
        self.last_end = start + last;
        TextRange::from_usize(start, start + last)
    }

    fn finish(&mut self, start: usize, end: Marker) -> TextRange {
        let end = self.cursor.byte(end);
        self.last_end = end;
        TextRange::from_usize(start, end)
    }

    /// Over spaces, comments, indicators, anchors and tags, up to a value or a byte that is asked for.
    fn skip(&self, from: usize, wanted: impl Fn(u8) -> bool) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            let line = |from: usize| {
                let rest = bytes.get(from..).unwrap_or_default();
                from + rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len())
            };
            match byte {
                _ if wanted(byte) => return at,
                b' ' | b'\t' | b'\n' | b'\r' | b',' => at += 1,
                b'#' => at = line(at),
                b'%' if at == from => at = line(at),
                b'-' | b':' | b'?' if blank(bytes.get(at + 1)) => at += 1,
                b'-' if bytes.get(at..at + 3) == Some(b"---") => at += 3,
                // An anchor or a tag runs to the next blank.
                b'&' | b'!' => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    at += rest
                        .iter()
                        .position(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
                        .unwrap_or(rest.len());
                }
                _ => return at,
            }
        }
        at
    }

    fn syntax_error(&mut self, error: &ScanError) -> SyntaxError {
        let at = self.cursor.byte(*error.marker()).min(self.text.len());
        SyntaxError {
            too_deep: error.info() == "recursion limit exceeded",
            ..SyntaxError::new(at, error.info().to_owned())
        }
    }
}

fn blank(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(b' ' | b'\t' | b'\n' | b'\r'))
}

fn to32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn scalar_style(tag: Option<&saphyr::Tag>, plain: bool) -> Style {
    let Some(tag) = tag else {
        return if plain { Style::Plain } else { Style::Text };
    };
    if !tag.is_yaml_core_schema() {
        return Style::Text;
    }
    match tag.suffix.as_str() {
        "null" => Style::Tagged(Tag::Null),
        "bool" => Style::Tagged(Tag::Bool),
        "int" => Style::Tagged(Tag::Int),
        "float" => Style::Tagged(Tag::Float),
        _ => Style::Text,
    }
}

/// One past the quote that closes the one at `start`.
fn closing_quote(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let quote = bytes.get(start).copied().unwrap_or(b'"');
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quote == b'"' => at += 2,
            _ if byte == quote => {
                if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') {
                    at += 2;
                } else {
                    return at + 1;
                }
            }
            _ => at += 1,
        }
    }
    text.len()
}

/// From characters to bytes. Marks come nearly in order, so that a step from the last one is short.
struct Cursor<'t> {
    text: &'t str,
    ascii: bool,
    char: usize,
    byte: usize,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            ascii: text.is_ascii(),
            char: 0,
            byte: 0,
        }
    }

    fn byte(&mut self, mark: Marker) -> usize {
        let wanted = mark.index();
        if self.ascii {
            return wanted.min(self.text.len());
        }
        if wanted >= self.char {
            let mut rest = self.text.get(self.byte..).unwrap_or_default().chars();
            let mut left = wanted - self.char;
            while left > 0 && rest.next().is_some() {
                left -= 1;
            }
            self.byte = self.text.len() - rest.as_str().len();
            self.char = wanted - left;
        } else {
            let mut before = self.text.get(..self.byte).unwrap_or_default().chars();
            let mut left = self.char - wanted;
            while left > 0 && before.next_back().is_some() {
                left -= 1;
            }
            self.byte = before.as_str().len();
            self.char = wanted + left;
        }
        self.byte
    }
}
