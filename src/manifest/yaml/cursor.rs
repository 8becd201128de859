//! Where the reader is: position, line and column, and whether a new block collection may begin here.

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
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.byte_at(0)
    }

    /// The byte so many bytes further.
    #[inline]
    pub(super) fn byte_at(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.position + ahead).copied()
    }

    /// The rest of the text.
    #[inline]
    pub(super) fn rest(&self) -> &'t [u8] {
        self.text
            .as_bytes()
            .get(self.position..)
            .unwrap_or_default()
    }

    /// Bytes from the start of the line. Only what is ASCII stands before a block collection on its line, so that
    /// bytes do for columns.
    #[inline]
    pub(super) fn column(&self) -> isize {
        isize::try_from(self.position - self.line_start).unwrap_or(isize::MAX)
    }

    /// Moves over bytes that are no line break.
    #[inline]
    pub(super) fn advance(&mut self, bytes: usize) {
        self.position += bytes;
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.position >= self.text.len()
    }

    /// At the end of the text, or of the document.
    #[inline]
    pub(super) fn is_over(&self) -> bool {
        self.is_at_end() || self.at_document_end()
    }

    /// At `...` in the first column, or at a `---` behind a carriage return: texts are cut at other ones before.
    #[inline]
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
    #[inline]
    pub(super) fn is_blank_or_end(&self, ahead: usize) -> bool {
        match self.byte_at(ahead) {
            None | Some(b' ' | b'\t' | b'\n' | b'\r') => true,
            Some(0xc2 | 0xe2) => self.break_at(ahead) > 0,
            _ => false,
        }
    }

    /// Moves over a line break of that length.
    #[inline]
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
                Some(b' ') => {
                    let rest = self.rest();
                    let spaces = rest.iter().position(|&b| b != b' ');
                    self.advance(spaces.unwrap_or(rest.len()));
                }
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
            self.advance_to(b"\n\r");
        }
    }

    /// Moves to the next of these bytes, to a byte that may begin a line break of Unicode, or to the end.
    #[inline]
    pub(super) fn advance_to<const N: usize>(&mut self, stops: &[u8; N]) {
        let is_stop = |b: u8| stops.contains(&b) || matches!(b, 0xc2 | 0xe2);
        let (chunks, tail) = self.rest().as_chunks::<8>();
        for chunk in chunks {
            // Eight bytes at once: is none of them a stop, or no ASCII?
            let word = u64::from_le_bytes(*chunk);
            let found = stops.iter().fold(word, |found, &stop| {
                let matching = word ^ (u64::from(stop) * 0x0101_0101_0101_0101);
                found | (matching.wrapping_sub(0x0101_0101_0101_0101) & !matching)
            });
            if found & 0x8080_8080_8080_8080 != 0
                && let Some(at) = chunk.iter().position(|&b| is_stop(b))
            {
                return self.advance(at);
            }
            self.advance(8);
        }
        let at = tail.iter().position(|&b| is_stop(b));
        self.advance(at.unwrap_or(tail.len()));
    }
}
