//! One value: its anchor and tag, and whether it is the first key of a map.

use super::super::event::{Event, Scalar, Style, SyntaxError, Tag};
use super::{LevelKind, Phase, Source, YamlEvents};
use crate::source::TextRange;

/// What may stand before a value.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Properties {
    /// Other than 0 when there is one.
    pub(super) anchor: usize,
    pub(super) tag: Option<TagStyle>,
}

/// What a tag makes of a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagStyle {
    /// The tag of one of YAML's own types.
    Typed(Tag),
    /// That of `<<`, which has it anyway.
    Merge,
    /// Any other: the value is text.
    Text,
}

impl Properties {
    fn is_empty(self) -> bool {
        self.anchor == 0 && self.tag.is_none()
    }

    /// Both, unless the same one stands twice.
    fn and(self, inner: Self) -> Option<Self> {
        if (self.anchor != 0 && inner.anchor != 0) || (self.tag.is_some() && inner.tag.is_some()) {
            return None;
        }
        Some(Self {
            anchor: self.anchor.max(inner.anchor),
            tag: self.tag.or(inner.tag),
        })
    }

    pub(super) fn style(self, plain: bool) -> Style {
        match self.tag {
            None | Some(TagStyle::Merge) if plain => Style::Plain,
            None | Some(TagStyle::Merge | TagStyle::Text) => Style::Text,
            Some(TagStyle::Typed(tag)) => Style::Tagged(tag),
        }
    }
}

/// A value that may turn out to be a key.
pub(super) enum Leaf<'t> {
    Scalar(Scalar<'t>),
    Alias(Event<'t>),
}

impl<'t> Leaf<'t> {
    pub(super) fn event(self) -> Event<'t> {
        match self {
            Self::Scalar(scalar) => Event::Scalar(scalar),
            Self::Alias(event) => event,
        }
    }
}

/// Characters that a key on one line may have.
pub(super) const LONGEST_KEY: usize = 1024;

impl<'t> YamlEvents<'t> {
    /// A value in block style. The cursor is at its first token; `outer` are properties that stand on lines before.
    /// `indentless`: a list may stand in the column of the map around it.
    pub(super) fn node(
        &mut self,
        mut outer: Properties,
        indentless: bool,
    ) -> Result<Event<'t>, SyntaxError> {
        loop {
            let (start, line, column) =
                (self.cursor.position, self.cursor.line, self.cursor.column());
            let may_be_key = self.cursor.fresh;
            let inner = self.properties()?;
            if !inner.is_empty() {
                self.cursor.skip(false);
                if self.cursor.line != line || self.cursor.is_over() {
                    let end = start;
                    outer = outer
                        .and(inner)
                        .ok_or_else(|| SyntaxError::new(end, TWO_PROPERTIES))?;
                    if self.cursor.is_over() || self.cursor.column() <= self.indent {
                        return self.after_properties(outer, indentless);
                    }
                    continue;
                }
            }
            let both = outer
                .and(inner)
                .ok_or_else(|| SyntaxError::new(start, TWO_PROPERTIES));
            let at = self.cursor.position;
            return match self.cursor.byte() {
                Some(b'-') if self.cursor.is_blank_or_end(1) => {
                    if !self.cursor.fresh {
                        return Err(SyntaxError::new(at, DASH_NOT_HERE));
                    }
                    let column = self.cursor.column();
                    Ok(self.open(LevelKind::BlockList, column, at, both?.anchor))
                }
                Some(b'?') if self.cursor.is_blank_or_end(1) => {
                    if !self.cursor.fresh {
                        return Err(SyntaxError::new(at, KEY_NOT_HERE));
                    }
                    let column = self.cursor.column();
                    Ok(self.open(LevelKind::BlockMap, column, at, both?.anchor))
                }
                Some(b'{') => Ok(self.open_flow(LevelKind::FlowMap, both?.anchor)),
                Some(b'[') => Ok(self.open_flow(LevelKind::FlowList, both?.anchor)),
                Some(b'|' | b'>') => {
                    let both = both?;
                    Ok(Event::Scalar(self.block_scalar(both)?))
                }
                _ => {
                    let leaf = self.leaf(inner)?;
                    if !self.at_colon() {
                        return self.value(leaf, outer, both?);
                    }
                    if !may_be_key || !self.is_short(line, start) {
                        return Err(SyntaxError::new(self.cursor.position, COLON_NOT_HERE));
                    }
                    let map = self.open(LevelKind::BlockMap, column, start, outer.anchor);
                    self.waiting = Some(leaf.event());
                    self.take_colon();
                    Ok(map)
                }
            };
        }
    }

    /// A value that is no key, with the properties of the lines before.
    fn value(
        &self,
        leaf: Leaf<'t>,
        outer: Properties,
        both: Properties,
    ) -> Result<Event<'t>, SyntaxError> {
        match leaf {
            Leaf::Alias(Event::Alias { range, .. }) if !outer.is_empty() => Err(SyntaxError::new(
                range.start as usize,
                ALIAS_WITH_PROPERTIES,
            )),
            Leaf::Scalar(mut scalar) if !outer.is_empty() => {
                scalar.anchor = both.anchor;
                scalar.style = both.style(scalar.style == Style::Plain);
                Ok(Event::Scalar(scalar))
            }
            leaf => Ok(leaf.event()),
        }
    }

    /// The line ended behind an anchor or a tag, and what follows is not deeper.
    fn after_properties(
        &mut self,
        properties: Properties,
        indentless: bool,
    ) -> Result<Event<'t>, SyntaxError> {
        let at = self.cursor.position;
        let dash = self.cursor.byte() == Some(b'-') && self.cursor.is_blank_or_end(1);
        if indentless && dash && self.cursor.column() == self.indent && !self.cursor.is_over() {
            return Ok(self.open(LevelKind::Indentless, self.indent, at, properties.anchor));
        }
        let end = self
            .cursor
            .text
            .get(..at)
            .unwrap_or_default()
            .trim_end()
            .len();
        Ok(self.empty(end, properties))
    }

    /// A value that is not there.
    pub(super) fn empty(&self, at: usize, properties: Properties) -> Event<'t> {
        let range = TextRange::from_usize(at, at);
        Event::Scalar(Scalar {
            text: self.cursor.text,
            source: Source::Slice(range),
            range,
            style: properties.style(true),
            anchor: properties.anchor,
        })
    }

    /// An alias, or a scalar that is not of block style.
    pub(super) fn leaf(&mut self, properties: Properties) -> Result<Leaf<'t>, SyntaxError> {
        let start = self.cursor.position;
        match self.cursor.byte() {
            Some(b'*') => {
                let name = self.name()?;
                if !properties.is_empty() {
                    return Err(SyntaxError::new(start, ALIAS_WITH_PROPERTIES));
                }
                let Some(&anchor) = self.anchors.get(name) else {
                    return Err(SyntaxError::new(start, NO_ANCHOR));
                };
                let range = self.range_to_here(start);
                self.cursor.fresh = false;
                Ok(Leaf::Alias(Event::Alias { anchor, range }))
            }
            Some(b'\'' | b'"') => self.quoted_scalar(properties).map(Leaf::Scalar),
            _ => self.plain_scalar(properties).map(Leaf::Scalar),
        }
    }

    /// Whether a colon makes a key of what was just read.
    pub(super) fn at_colon(&mut self) -> bool {
        let here = self.cursor;
        self.cursor.skip_blanks();
        // A plain scalar takes the line breaks behind it along; a key ends on its line.
        let is_colon = !self.cursor.fresh
            && self.cursor.byte() == Some(b':')
            && (self.in_flow() || self.cursor.is_blank_or_end(1));
        if !is_colon {
            self.cursor = here;
        }
        is_colon
    }

    /// Whether what began there is short enough for a key, and on one line.
    pub(super) fn is_short(&self, line: usize, start: usize) -> bool {
        let length = || {
            let key = self.cursor.text.get(start..self.cursor.position);
            key.map_or(usize::MAX, |key| key.chars().count())
        };
        self.cursor.line == line
            && (self.cursor.position - start <= LONGEST_KEY || length() <= LONGEST_KEY)
    }

    /// Moves over the colon behind a key.
    pub(super) fn take_colon(&mut self) {
        self.cursor.advance(1);
        self.cursor.fresh = false;
        self.phase(Phase::Value(self.cursor.position));
    }
}

const TWO_PROPERTIES: &str = "two anchors or two tags stand before one value";
const ALIAS_WITH_PROPERTIES: &str = "an anchor or a tag stands before an alias";
const NO_ANCHOR: &str = "there is no anchor of this name above";
const DASH_NOT_HERE: &str = "a list cannot begin here, on the line of its key";
const KEY_NOT_HERE: &str = "a `?` cannot stand here";
/// Shown where a second `key: value` is on a line.
pub(super) const COLON_NOT_HERE: &str = "a `:` makes a key of what is none";
