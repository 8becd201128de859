//! Scalars, anchors and tags: where they end. What they say is worked out later, and only for what is kept.

use super::super::event::{Scalar, SyntaxError, Tag};
use super::node::{Properties, TagStyle};
use super::value::{BlockScalar, Chomping, Source};
use super::{YamlEvents, to32};
use crate::source::TextRange;

impl<'t> YamlEvents<'t> {
    /// Anchor and tag, as far as they stand on this line.
    pub(super) fn properties(&mut self) -> Result<Properties, SyntaxError> {
        let mut found = Properties::default();
        loop {
            let start = self.cursor.position;
            match self.cursor.byte() {
                Some(b'&') if found.anchor == 0 => {
                    let name = self.name()?;
                    self.anchor_count += 1;
                    self.anchors.insert(name, self.anchor_count);
                    found.anchor = self.anchor_count;
                }
                Some(b'!') if found.tag.is_none() => found.tag = Some(self.tag()?),
                Some(b'&' | b'!') => {
                    let problem = "two anchors or two tags stand before one value";
                    return Err(SyntaxError::new(start, problem));
                }
                _ => return Ok(found),
            }
            self.cursor.fresh = false;
            self.cursor.skip_blanks();
        }
    }

    /// The name behind `&` or `*`.
    ///
    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_anchor
    pub(super) fn name(&mut self) -> Result<&'t str, SyntaxError> {
        let start = self.cursor.position;
        self.cursor.advance(1);
        let rest = self.cursor.rest();
        let length = rest.iter().position(|b| !is_name(*b)).unwrap_or(rest.len());
        let from = self.cursor.position;
        self.cursor.advance(length);
        let ends = self.cursor.is_blank_or_end(0)
            || matches!(
                self.cursor.byte(),
                Some(b'?' | b':' | b',' | b']' | b'}' | b'%' | b'@' | b'`')
            );
        if length == 0 || !ends {
            let problem = "the name of an anchor has letters, digits, `-` and `_` only";
            return Err(SyntaxError::new(start, problem));
        }
        Ok(self
            .cursor
            .text
            .get(from..from + length)
            .unwrap_or_default())
    }

    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_tag
    fn tag(&mut self) -> Result<TagStyle, SyntaxError> {
        let start = self.cursor.position;
        let error = |problem: &'static str| Err(SyntaxError::new(start, problem));
        self.cursor.advance(1);
        let verbatim = self.cursor.byte() == Some(b'<');
        if verbatim {
            self.cursor.advance(1);
        }
        let rest = self.cursor.rest();
        let length = rest.iter().position(|b| !is_uri(*b)).unwrap_or(rest.len());
        let from = self.cursor.position;
        let tag = self
            .cursor
            .text
            .get(from..from + length)
            .unwrap_or_default();
        self.cursor.advance(length);
        if verbatim {
            if self.cursor.byte() != Some(b'>') {
                return error("the tag lacks its `>`");
            }
            self.cursor.advance(1);
        }
        if !self.cursor.is_blank_or_end(0) {
            return error("a blank is missing behind this tag");
        }
        if tag.as_bytes().contains(&b'%') {
            return error("a tag with `%` is not read here");
        }
        let name = if verbatim {
            tag.strip_prefix("tag:yaml.org,2002:")
        } else {
            match tag.split_once('!') {
                Some(("", "")) => return error("the tag has no name"),
                Some(("", name)) => Some(name),
                Some((handle, _)) if handle.bytes().all(is_name) => {
                    return error("there is no such tag handle");
                }
                _ => None,
            }
        };
        Ok(match name {
            Some("null") => TagStyle::Typed(Tag::Null),
            Some("bool") => TagStyle::Typed(Tag::Bool),
            Some("int") => TagStyle::Typed(Tag::Int),
            Some("float") => TagStyle::Typed(Tag::Float),
            Some("binary") => TagStyle::Typed(Tag::Binary),
            Some("merge") => TagStyle::Merge,
            _ => TagStyle::Text,
        })
    }

    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_plain_scalar
    pub(super) fn plain_scalar(
        &mut self,
        properties: Properties,
    ) -> Result<Scalar<'t>, SyntaxError> {
        let flow = self.in_flow();
        let start = self.cursor.position;
        self.check_plain_start(flow)?;
        if !flow && let Some(end) = self.plain_line() {
            return Ok(self.plain(start, end, false, properties));
        }
        let mut end = start;
        let (mut broken, mut lines) = (false, false);
        loop {
            if self.cursor.at_document_end() || self.cursor.byte() == Some(b'#') {
                break;
            }
            if self.plain_word(flow) {
                end = self.cursor.position;
                lines |= std::mem::take(&mut broken);
            }
            if !self.cursor.is_blank_or_end(0) || self.cursor.is_at_end() {
                break;
            }
            while !self.cursor.is_at_end() && self.cursor.is_blank_or_end(0) {
                match self.cursor.break_at(0) {
                    0 => {
                        let tab = self.cursor.byte() == Some(b'\t');
                        if broken && tab && self.cursor.column() <= self.indent {
                            let problem = "a tab indents this line";
                            return Err(SyntaxError::new(self.cursor.position, problem));
                        }
                        self.cursor.advance(1);
                    }
                    length => {
                        self.cursor.new_line(length);
                        broken = true;
                    }
                }
            }
            if !flow && self.cursor.column() <= self.indent {
                break;
            }
        }
        self.cursor.fresh = broken && !flow;
        Ok(self.plain(start, end, lines, properties))
    }

    fn plain(&self, start: usize, end: usize, lines: bool, properties: Properties) -> Scalar<'t> {
        let range = TextRange::from_usize(start, end);
        Scalar {
            source: if lines {
                Source::Plain(range)
            } else {
                Source::Slice(range)
            },
            range,
            style: properties.style(true),
            anchor: properties.anchor,
            text: self.cursor.text,
        }
    }

    /// The usual: a key, or a value that ends with its line. Answers where it ends; `None`, without a move, for anything
    /// else.
    fn plain_line(&mut self) -> Option<usize> {
        let here = self.cursor;
        let end = self.cursor.advance_plain();
        let usual = match self.cursor.byte() {
            Some(b':') => {
                self.cursor.fresh = false;
                true
            }
            Some(b'\n') => {
                self.cursor.new_line(1);
                self.cursor.skip_spaces();
                self.cursor.fresh = true;
                let blank = matches!(
                    self.cursor.byte(),
                    Some(b'\t' | b'\n' | b'\r' | 0xc2 | 0xe2)
                );
                !blank && self.cursor.column() <= self.indent
            }
            _ => false,
        };
        if end.is_none() || !usual {
            self.cursor = here;
            return None;
        }
        end
    }

    /// What cannot begin a plain scalar cannot begin anything here.
    fn check_plain_start(&self, flow: bool) -> Result<(), SyntaxError> {
        let at = self.cursor.position;
        let error = |problem: &'static str| Err(SyntaxError::new(at, problem));
        match self.cursor.byte() {
            Some(b'\t') => error("a tab indents this line"),
            Some(b',') => error("a `,` stands where a value is expected"),
            Some(b'}' | b']') => error("this bracket was never opened"),
            Some(b'%') => error("a `%` cannot begin a value"),
            Some(b'@') => error("a `@` cannot begin a value"),
            Some(b'`') => error("a backtick cannot begin a value"),
            Some(b'|' | b'>') if flow => error("a block scalar cannot stand in brackets"),
            Some(b'-') if self.cursor.is_blank_or_end(1) => {
                error("a list item with `-` cannot stand in brackets")
            }
            Some(b':' | b'?') if flow || self.cursor.is_blank_or_end(1) => {
                error("a key is missing here")
            }
            _ => Ok(()),
        }
    }

    /// Moves over a plain scalar's characters up to a blank. `false` where there is none.
    fn plain_word(&mut self, flow: bool) -> bool {
        let start = self.cursor.position;
        loop {
            while let Some(byte) = self.cursor.byte() {
                let stops = match byte {
                    b' ' | b'\t' | b'\n' | b'\r' | b':' | 0xc2 | 0xe2 => true,
                    b',' | b'?' | b'[' | b']' | b'{' | b'}' => flow,
                    _ => false,
                };
                if stops {
                    break;
                }
                self.cursor.advance(1);
            }
            let goes_on = match self.cursor.byte() {
                Some(b':') => !self.cursor.is_blank_or_end(1),
                Some(0xc2 | 0xe2) => self.cursor.break_at(0) == 0,
                _ => false,
            };
            if !goes_on {
                return self.cursor.position > start;
            }
            self.cursor.advance(1);
        }
    }

    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_flow_scalar
    pub(super) fn quoted_scalar(
        &mut self,
        properties: Properties,
    ) -> Result<Scalar<'t>, SyntaxError> {
        let start = self.cursor.position;
        let double = self.cursor.byte() == Some(b'"');
        let never_closed = || SyntaxError::new(start, "this quote is never closed");
        self.cursor.advance(1);
        let mut as_is = true;
        loop {
            self.cursor
                .advance_to(if double { *b"\"\\" } else { *b"''" });
            if self.cursor.is_at_end() {
                return Err(never_closed());
            }
            match self.cursor.byte() {
                Some(b'\\') => {
                    as_is = false;
                    self.escape(start)?;
                }
                Some(b'\'') if self.cursor.byte_at(1) == Some(b'\'') => {
                    as_is = false;
                    self.cursor.advance(2);
                }
                Some(b'\'' | b'"') => break,
                _ => match self.cursor.break_at(0) {
                    0 => self.cursor.advance(1),
                    length => {
                        as_is = false;
                        self.cursor.new_line(length);
                        if self.cursor.at_document_end() {
                            return Err(never_closed());
                        }
                    }
                },
            }
        }
        let inner = TextRange::from_usize(start + 1, self.cursor.position);
        self.cursor.advance(1);
        self.cursor.fresh = false;
        Ok(Scalar {
            source: match (as_is, double) {
                (true, _) => Source::Slice(inner),
                (false, true) => Source::Double(inner),
                (false, false) => Source::Single(inner),
            },
            range: self.range_to_here(start),
            style: properties.style(false),
            anchor: properties.anchor,
            text: self.cursor.text,
        })
    }

    /// Moves over a backslash and what it escapes.
    fn escape(&mut self, quote: usize) -> Result<(), SyntaxError> {
        let at = self.cursor.position;
        let digits = match self.cursor.byte_at(1) {
            None => return Err(SyntaxError::new(quote, "this quote is never closed")),
            Some(
                b'0' | b'a' | b'b' | b't' | b'\t' | b'n' | b'v' | b'f' | b'r' | b'e' | b' ' | b'"'
                | b'\'' | b'\\' | b'N' | b'_' | b'L' | b'P',
            ) => 0,
            Some(b'x') => 2,
            Some(b'u') => 4,
            Some(b'U') => 8,
            _ => {
                // An escaped line break joins two lines; the break is the caller's.
                if self.cursor.break_at(1) > 0 {
                    self.cursor.advance(1);
                    return Ok(());
                }
                return Err(SyntaxError::new(
                    at,
                    "there is no such escape in double quotes",
                ));
            }
        };
        let code = self.cursor.text.get(at + 2..at + 2 + digits);
        if digits > 0 {
            let Some(code) = code.filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit())) else {
                let problem = format!("expected {digits} hexadecimal digits here");
                return Err(SyntaxError::new(at, problem));
            };
            let code = u32::from_str_radix(code, 16).ok();
            if code.and_then(char::from_u32).is_none() {
                return Err(SyntaxError::new(at, "there is no character of this number"));
            }
        }
        self.cursor.advance(2 + digits);
        Ok(())
    }

    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_block_scalar
    pub(super) fn block_scalar(
        &mut self,
        properties: Properties,
    ) -> Result<Scalar<'t>, SyntaxError> {
        let start = self.cursor.position;
        let error = |problem: &'static str| Err(SyntaxError::new(start, problem));
        let folded = self.cursor.byte() == Some(b'>');
        self.cursor.advance(1);
        let (mut chomping, mut increment) = (Chomping::Clip, None);
        for _ in 0..2 {
            match self.cursor.byte() {
                Some(b'+') if chomping == Chomping::Clip => chomping = Chomping::Keep,
                Some(b'-') if chomping == Chomping::Clip => chomping = Chomping::Strip,
                Some(b'0') if increment.is_none() => {
                    return error("the indentation of a block scalar cannot be 0");
                }
                Some(digit @ b'1'..=b'9') if increment.is_none() => {
                    increment = Some(isize::from(digit - b'0'));
                }
                _ => break,
            }
            self.cursor.advance(1);
        }
        self.cursor.skip_blanks();
        if self.cursor.byte() == Some(b'#') {
            self.cursor.skip_comment();
        }
        let mut end = self.cursor.position;
        if !self.cursor.is_at_end() {
            match self.cursor.break_at(0) {
                0 => return error("text stands behind the head of a block scalar"),
                length => self.cursor.new_line(length),
            }
        }
        let body = self.cursor.position;
        let known = increment.map(|increment| self.indent.max(0) + increment);
        let indent = self.block_indent(known, start)?;
        while self.cursor.column() == indent && !self.cursor.is_at_end() {
            self.cursor.skip_comment();
            end = self.cursor.position;
            let length = self.cursor.break_at(0);
            if length > 0 {
                self.cursor.new_line(length);
            }
            self.block_indent(Some(indent), start)?;
        }
        self.cursor.fresh = true;
        Ok(Scalar {
            source: Source::Block(BlockScalar {
                body: TextRange::from_usize(body, self.cursor.position),
                indent: usize::try_from(indent).unwrap_or(1),
                chomping,
                folded,
            }),
            range: TextRange::new(to32(start), to32(end)),
            style: properties.style(false),
            anchor: properties.anchor,
            text: self.cursor.text,
        })
    }

    /// Moves over blank lines and indentation; where it is not known yet, finds it out.
    fn block_indent(&mut self, known: Option<isize>, start: usize) -> Result<isize, SyntaxError> {
        let mut widest = 0;
        loop {
            while known.is_none_or(|indent| self.cursor.column() < indent)
                && self.cursor.byte() == Some(b' ')
            {
                self.cursor.advance(1);
            }
            let column = self.cursor.column();
            widest = widest.max(column);
            if known.is_none_or(|indent| column < indent) && self.cursor.byte() == Some(b'\t') {
                let problem = "a tab indents a line of this block scalar";
                let mut error = SyntaxError::new(self.cursor.position, problem);
                error.context = Some(to32(start));
                return Err(error);
            }
            match self.cursor.break_at(0) {
                0 => break,
                length => self.cursor.new_line(length),
            }
        }
        Ok(known.unwrap_or_else(|| widest.max(self.indent + 1).max(1)))
    }
}

/// Letters of anchors.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

/// Letters of tags.
fn is_uri(byte: u8) -> bool {
    is_name(byte) || b";/?:@&=+$,.!~*'()[]%".contains(&byte)
}
