//! Flow style: maps and lists in brackets, where indentation means nothing.

use super::super::event::{Event, SyntaxError};
use super::node::Properties;
use super::{Level, LevelKind, Phase, YamlEvents};

impl<'t> YamlEvents<'t> {
    /// Moves to the next token in brackets; an error where the document ends before.
    fn flow_token(&mut self, level: Level) -> Result<u8, SyntaxError> {
        self.cursor.skip(true);
        if self.cursor.at_document_end() {
            return Err(SyntaxError::new(level.start, NEVER_CLOSED));
        }
        self.cursor
            .byte()
            .ok_or_else(|| SyntaxError::new(level.start, NEVER_CLOSED))
    }

    pub(super) fn flow_map(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        let mut byte = self.flow_token(level)?;
        match level.phase {
            Phase::Colon => return self.flow_colon(level, byte),
            Phase::Value(_) => return self.flow_value(level),
            Phase::Next => {
                match byte {
                    b',' => self.cursor.advance(1),
                    b'}' => {}
                    _ => return Err(self.no_comma(level)),
                }
                byte = self.flow_token(level)?;
            }
            Phase::First | Phase::PairEnd => {}
        }
        if byte == b'}' {
            return Ok(self.close_flow());
        }
        self.flow_key(level, byte, b'}')
    }

    pub(super) fn flow_list(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        let mut byte = self.flow_token(level)?;
        if level.phase == Phase::Next {
            match byte {
                b',' => self.cursor.advance(1),
                b']' => {}
                _ => return Err(self.no_comma(level)),
            }
            byte = self.flow_token(level)?;
        }
        if byte == b']' {
            return Ok(self.close_flow());
        }
        self.phase(Phase::Next);
        let start = self.cursor.position;
        if byte == b'?' {
            return Ok(self.open(LevelKind::FlowPair, 0, start, 0));
        }
        let line = self.cursor.line;
        let properties = self.flow_properties(level)?;
        if let Some(event) = self.flow_collection(properties) {
            return Ok(event);
        }
        if self.is_nothing(properties) {
            return Ok(self.empty(self.cursor.position, properties));
        }
        let leaf = self.leaf(properties)?;
        self.cursor.skip(true);
        if self.cursor.byte() != Some(b':') {
            return Ok(leaf.event());
        }
        if !self.is_short(line, start) {
            return Err(self.no_comma(level));
        }
        let pair = self.open(LevelKind::FlowPair, 0, start, 0);
        self.waiting = Some(leaf.event());
        self.take_colon();
        Ok(pair)
    }

    pub(super) fn flow_pair(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        let byte = self.flow_token(level)?;
        match level.phase {
            Phase::First | Phase::Next => self.flow_key(level, byte, b']'),
            Phase::Colon => self.flow_colon(level, byte),
            Phase::Value(_) => self.flow_value(level),
            Phase::PairEnd => Ok(self.close(None)),
        }
    }

    /// A key, with or without `?`.
    fn flow_key(&mut self, level: Level, byte: u8, close: u8) -> Result<Event<'t>, SyntaxError> {
        let mut byte = byte;
        let asked = byte == b'?';
        if asked {
            self.cursor.advance(1);
            byte = self.flow_token(level)?;
            if matches!(byte, b':' | b',') || byte == close {
                self.phase(Phase::Colon);
                return Ok(self.empty(self.cursor.position, Properties::default()));
            }
        }
        let (line, start) = (self.cursor.line, self.cursor.position);
        if byte == b':' {
            return Err(SyntaxError::new(start, "a key is missing before this `:`"));
        }
        self.phase(Phase::Colon);
        if let Some(level) = self.levels.last_mut() {
            // With `?`, the colon may stand on another line.
            level.key = if asked {
                (usize::MAX, start)
            } else {
                (line, start)
            };
        }
        self.flow_node(level)
    }

    /// The colon behind a key, or the end of a pair that has no value.
    fn flow_colon(&mut self, level: Level, byte: u8) -> Result<Event<'t>, SyntaxError> {
        if byte != b':' {
            self.after_pair();
            return Ok(self.empty(self.cursor.position, Properties::default()));
        }
        let (line, start) = level.key;
        if line != usize::MAX && !self.is_short(line, start) {
            return Err(self.no_comma(level));
        }
        self.take_colon();
        self.flow_value(level)
    }

    fn flow_value(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        let colon = self.cursor.position;
        let byte = self.flow_token(level)?;
        self.after_pair();
        if matches!(byte, b',' | b'}' | b']') {
            return Ok(self.empty(colon, Properties::default()));
        }
        self.flow_node(level)
    }

    /// A collection, a scalar, or nothing behind properties.
    fn flow_node(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        let properties = self.flow_properties(level)?;
        if let Some(event) = self.flow_collection(properties) {
            return Ok(event);
        }
        if self.is_nothing(properties) {
            return Ok(self.empty(self.cursor.position, properties));
        }
        Ok(self.leaf(properties)?.event())
    }

    fn after_pair(&mut self) {
        let pair = self
            .levels
            .last()
            .is_some_and(|level| level.kind == LevelKind::FlowPair);
        self.phase(if pair { Phase::PairEnd } else { Phase::Next });
    }

    /// Anchor and tag, over line breaks.
    fn flow_properties(&mut self, level: Level) -> Result<Properties, SyntaxError> {
        let properties = self.properties()?;
        self.flow_token(level)?;
        Ok(properties)
    }

    /// Whether properties stand before nothing.
    fn is_nothing(&self, properties: Properties) -> bool {
        let given = properties.anchor != 0 || properties.tag.is_some();
        given && matches!(self.cursor.byte(), Some(b',' | b'}' | b']' | b':'))
    }

    fn flow_collection(&mut self, properties: Properties) -> Option<Event<'t>> {
        let kind = match self.cursor.byte()? {
            b'{' => LevelKind::FlowMap,
            b'[' => LevelKind::FlowList,
            _ => return None,
        };
        Some(self.open_flow(kind, properties.anchor))
    }

    fn close_flow(&mut self) -> Event<'t> {
        self.cursor.advance(1);
        self.cursor.fresh = false;
        self.close(Some(self.cursor.position))
    }

    fn no_comma(&self, level: Level) -> SyntaxError {
        let problem = match level.kind {
            LevelKind::FlowMap => "expected `,` or `}` here",
            _ => "expected `,` or `]` here",
        };
        SyntaxError::new(self.cursor.position, problem)
    }
}

const NEVER_CLOSED: &str = "this bracket is never closed";
