//! Block style: maps by keys in one column, lists by dashes in one column.

use super::super::event::{Event, SyntaxError};
use super::node::Properties;
use super::{Level, LevelKind, Phase, YamlEvents};

impl<'t> YamlEvents<'t> {
    /// Whether a dash with a blank behind it is here.
    #[inline(always)]
    pub(super) fn at_dash(&self) -> bool {
        self.cursor.byte() == Some(b'-') && self.cursor.is_blank_or_end(1)
    }

    /// Whether the head of a block scalar is here, which may stand in the column of its key.
    fn at_block_scalar(&self) -> bool {
        matches!(self.cursor.byte(), Some(b'|' | b'>'))
    }

    pub(super) fn block_map(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        self.cursor.skip(false);
        let over = self.cursor.is_over() || self.cursor.column() < level.indent;
        match level.phase {
            Phase::First | Phase::Next if over => Ok(self.close(None)),
            Phase::First | Phase::Next => self.block_key(level),
            Phase::Colon => {
                let colon = !over
                    && self.cursor.column() == level.indent
                    && self.cursor.byte() == Some(b':')
                    && self.cursor.is_blank_or_end(1);
                if !colon {
                    self.phase(Phase::Next);
                    let at = self.end_before();
                    return Ok(self.empty(at, Properties::default()));
                }
                self.take_colon();
                self.cursor.fresh = true;
                let level = self.levels.last().copied().unwrap_or(level);
                self.block_map(level)
            }
            Phase::Value(colon) => {
                self.phase(Phase::Next);
                if !over && (self.cursor.column() > level.indent || self.at_block_scalar()) {
                    return self.node(Properties::default(), true);
                }
                if !over && self.at_dash() {
                    let at = self.cursor.position;
                    return Ok(self.open(LevelKind::Indentless, level.indent, at, 0));
                }
                Ok(self.empty(colon, Properties::default()))
            }
            Phase::PairEnd => Ok(self.close(None)),
        }
    }

    /// A key, where one must be.
    fn block_key(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        let (start, line) = (self.cursor.position, self.cursor.line);
        // A quoted value may end in the column of its key, and another key may not follow it there.
        let follows = level.phase == Phase::Next && !self.cursor.fresh;
        if self.cursor.column() != level.indent || follows {
            return Err(SyntaxError::new(start, KEY_EXPECTED));
        }
        match self.cursor.byte() {
            Some(b'?') if self.cursor.is_blank_or_end(1) => {
                self.cursor.advance(1);
                self.cursor.fresh = true;
                self.phase(Phase::Colon);
                self.cursor.skip(false);
                if self.cursor.is_over() || self.cursor.column() <= level.indent {
                    if self.at_dash() && self.cursor.column() == level.indent {
                        let at = self.cursor.position;
                        return Ok(self.open(LevelKind::Indentless, level.indent, at, 0));
                    }
                    return Ok(self.empty(start + 1, Properties::default()));
                }
                self.node(Properties::default(), true)
            }
            Some(b'-') if self.cursor.is_blank_or_end(1) => {
                Err(SyntaxError::new(start, DASH_IN_MAP))
            }
            Some(b'{' | b'[') => Err(SyntaxError::new(start, COLLECTION_KEY)),
            Some(b'|' | b'>') => Err(SyntaxError::new(start, KEY_EXPECTED)),
            Some(b':') if self.cursor.is_blank_or_end(1) => {
                Err(SyntaxError::new(start, KEY_EXPECTED))
            }
            _ => {
                let properties = self.properties()?;
                let collection = matches!(self.cursor.byte(), Some(b'{' | b'[' | b'|' | b'>'));
                if self.cursor.line != line || collection {
                    return Err(SyntaxError::new(start, KEY_EXPECTED));
                }
                let leaf = self.leaf(properties)?;
                if !self.at_colon() {
                    return Err(SyntaxError::new(start, COLON_EXPECTED));
                }
                if !self.is_short(line, start) {
                    return Err(SyntaxError::new(start, COLON_EXPECTED));
                }
                self.take_colon();
                Ok(leaf.event())
            }
        }
    }

    pub(super) fn block_list(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        self.cursor.skip(false);
        if self.cursor.is_over() || self.cursor.column() < level.indent {
            return Ok(self.close(None));
        }
        let follows = level.phase == Phase::Next && !self.cursor.fresh;
        if self.cursor.column() != level.indent || !self.at_dash() || follows {
            return Err(SyntaxError::new(self.cursor.position, DASH_EXPECTED));
        }
        self.item(level, false)
    }

    pub(super) fn indentless_list(&mut self, level: Level) -> Result<Event<'t>, SyntaxError> {
        self.cursor.skip(false);
        let here = !self.cursor.is_over() && self.cursor.column() == level.indent;
        if !here || !self.at_dash() {
            return Ok(self.close(None));
        }
        self.item(level, true)
    }

    /// The item behind a dash.
    fn item(&mut self, level: Level, indentless: bool) -> Result<Event<'t>, SyntaxError> {
        self.cursor.advance(1);
        self.cursor.fresh = true;
        let behind = self.cursor.position;
        self.cursor.skip(false);
        let column = self.cursor.column();
        let over = self.cursor.is_over() || column < level.indent;
        let empty = self.at_dash() || (indentless && !self.at_block_scalar());
        if over || (column == level.indent && empty) {
            return Ok(self.empty(behind, Properties::default()));
        }
        if column == level.indent && !self.at_block_scalar() {
            return Err(SyntaxError::new(self.cursor.position, DASH_EXPECTED));
        }
        self.node(Properties::default(), false)
    }

    /// The end of what stands before the blanks and comments that were just passed over.
    fn end_before(&self) -> usize {
        let before = self.cursor.text.get(..self.cursor.position);
        before.unwrap_or_default().trim_end().len()
    }

    /// Opens a collection in brackets.
    pub(super) fn open_flow(&mut self, kind: LevelKind, anchor: usize) -> Event<'t> {
        let start = self.cursor.position;
        self.cursor.advance(1);
        self.cursor.fresh = false;
        self.open(kind, 0, start, anchor)
    }
}

const KEY_EXPECTED: &str =
    "this fits no line above: a key is expected in the column of the other keys";
const COLON_EXPECTED: &str = "a `:` is missing behind this key";
const DASH_IN_MAP: &str = "a list item stands among the keys of a map";
const DASH_EXPECTED: &str =
    "this fits no line above: a `-` is expected in the column of the others";
/// A flow collection as a key of a block map.
pub(super) const COLLECTION_KEY: &str = "a map or a list cannot be a key";
