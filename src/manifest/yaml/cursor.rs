//! Where the reader is: position, line and column, and whether a new block collection may begin here.

use crate::source::unremarkable;

/// A place in the text, moved forward only.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) position: usize,
    pub(super) line: usize,
    /// Where the line begins.
    line_start: usize,
    /// A key or a dash of block style may stand here: the line has just begun, or only dashes stand before.
    pub(super) fresh: bool,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            position: 0,
            line: 0,
            line_start: 0,
            fresh: true,
        }
    }

    /// The byte here; `None` at the end of the text.
    #[inline(always)]
    pub(super) fn byte(&self) -> Option<u8> {
        self.byte_at(0)
    }

    /// The byte so many bytes further.
    #[inline(always)]
    pub(super) fn byte_at(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.position + ahead).copied()
    }

    /// The rest of the text.
    #[inline(always)]
    pub(super) fn rest(&self) -> &'t [u8] {
        self.text
            .as_bytes()
            .get(self.position..)
            .unwrap_or_default()
    }

    /// Bytes from the start of the line. Only what is ASCII stands before a block collection on its line, so that
    /// bytes do for columns.
    #[inline(always)]
    pub(super) fn column(&self) -> isize {
        isize::try_from(self.position - self.line_start).unwrap_or(isize::MAX)
    }

    /// Moves over bytes that are no line break.
    #[inline(always)]
    pub(super) fn advance(&mut self, bytes: usize) {
        self.position += bytes;
    }

    #[inline(always)]
    pub(super) fn is_at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    /// At the end of the text, or of the document.
    #[inline(always)]
    pub(super) fn is_over(&self) -> bool {
        self.is_at_end() || self.at_document_end()
    }

    /// At `...` in the first column, or at a `---` behind a carriage return: texts are cut at other ones before.
    #[inline(always)]
    pub(super) fn at_document_end(&self) -> bool {
        self.position == self.line_start
            && matches!(self.byte(), Some(b'.' | b'-'))
            && (self.rest().starts_with(b"...") || self.rest().starts_with(b"---"))
            && self.is_blank_or_end(3)
    }

    /// Length of the line break so many bytes further; 0 where there is none.
    ///
    /// Upstream: go.yaml.in/yaml/v2 yamlprivateh.go is_break
    #[inline]
    pub(super) fn break_at(&self, ahead: usize) -> usize {
        match self.byte_at(ahead) {
            Some(b'\n') => 1,
            Some(b'\r') => match self.byte_at(ahead + 1) {
                Some(b'\n') => 2,
                _ => 1,
            },
            Some(0xc2) if self.byte_at(ahead + 1) == Some(0x85) => 2,
            Some(0xe2)
                if self.byte_at(ahead + 1) == Some(0x80)
                    && matches!(self.byte_at(ahead + 2), Some(0xa8 | 0xa9)) =>
            {
                3
            }
            _ => 0,
        }
    }

    /// Whether a space, a tab, a line break or the end is so many bytes further.
    #[inline(always)]
    pub(super) fn is_blank_or_end(&self, ahead: usize) -> bool {
        match self.byte_at(ahead) {
            None | Some(b' ' | b'\t' | b'\n' | b'\r') => true,
            Some(0xc2 | 0xe2) => self.break_at(ahead) > 0,
            _ => false,
        }
    }

    /// Moves over a line break of that length.
    #[inline(always)]
    pub(super) fn new_line(&mut self, length: usize) {
        self.position += length;
        self.line += 1;
        self.line_start = self.position;
    }

    /// Moves to the next token, over spaces, line breaks and comments. Tabs count as spaces only where no block
    /// collection may begin.
    ///
    /// Upstream: go.yaml.in/yaml/v2 scannerc.go yaml_parser_scan_to_next_token
    pub(super) fn skip(&mut self, flow: bool) {
        loop {
            match self.byte() {
                Some(b' ') => self.skip_spaces(),
                Some(b'\t') if flow || !self.fresh => self.advance(1),
                Some(b'#') => self.skip_comment(),
                _ => match self.break_at(0) {
                    0 => return,
                    length => {
                        self.new_line(length);
                        if !flow {
                            self.fresh = true;
                        }
                    }
                },
            }
        }
    }

    /// Moves over spaces.
    #[inline(always)]
    pub(super) fn skip_spaces(&mut self) {
        while self.byte() == Some(b' ') {
            self.position += 1;
        }
    }

    /// Moves over spaces and tabs.
    pub(super) fn skip_blanks(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t')) {
            self.advance(1);
        }
    }

    /// Moves to the end of the line.
    pub(super) fn skip_comment(&mut self) {
        while !self.is_at_end() && self.break_at(0) == 0 {
            self.advance(1);
            self.advance_to([b'\n'; 2]);
        }
    }

    /// Moves to the next of these two bytes, to a control character, to a byte that may begin a line break of Unicode,
    /// or to the end.
    pub(super) fn advance_to(&mut self, stops: [u8; 2]) {
        loop {
            let rest = self.rest();
            self.position += unremarkable(rest, stops);
            match self.byte() {
                Some(0x80..=0xc1 | 0xc3..=0xe1 | 0xe3..) => self.position += 1,
                _ => return,
            }
        }
    }

    /// Moves over a plain scalar, to the end of the line or to the colon that makes a key of it. Answers one past its
    /// last byte; `None` where it is not plain to see.
    pub(super) fn advance_plain(&mut self) -> Option<usize> {
        loop {
            self.position += unremarkable(self.rest(), *b":#");
            let goes_on = match self.byte() {
                None | Some(b'\n') => false,
                Some(b'\r') if self.byte_at(1) == Some(b'\n') => false,
                Some(b':') => !self.is_blank_or_end(1),
                Some(b'#') if self.byte_before() != Some(b' ') => true,
                Some(0x80..=0xc1 | 0xc3..=0xe1 | 0xe3..) => true,
                _ => return None,
            };
            if !goes_on {
                break;
            }
            self.advance(1);
        }
        let mut end = self.position;
        while end > 0 && self.text.as_bytes().get(end - 1) == Some(&b' ') {
            end -= 1;
        }
        Some(end)
    }

    fn byte_before(&self) -> Option<u8> {
        self.text
            .as_bytes()
            .get(self.position.checked_sub(1)?)
            .copied()
    }
}
