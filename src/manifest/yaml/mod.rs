//! YAML as kubectl's library reads it: events with places in bytes, no recursion, no copies.
//!
//! It is a reader of our own because what is read must be what kubectl reads: go-yaml v2 reads YAML 1.1 leniently where
//! parsers of YAML 1.2 refuse (a closing bracket in the column of its key), and refuses where they are lenient. A test
//! holds the two together on the corpus.
//!
//! Upstream: go.yaml.in/yaml/v2 scannerc.go and parserc.go, through sigs.k8s.io/yaml v1.6.0

mod block;
mod cursor;
mod flow;
mod node;
mod pass;
mod scan;
mod value;

use super::event::{Container, Event, SyntaxError};
use crate::order::OrderedMap;
use crate::source::TextRange;
use cursor::Cursor;
use node::Properties;

pub(super) use value::Source;

/// Walks one YAML document.
#[derive(Clone)]
pub(super) struct YamlEvents<'t> {
    cursor: Cursor<'t>,
    levels: Vec<Level>,
    /// Column of the innermost block collection; -1 outside of all.
    indent: isize,
    /// The key of a map that has just begun: its event comes after the map's.
    waiting: Option<Event<'t>>,
    started: bool,
    anchors: OrderedMap<&'t str, usize>,
    anchor_count: usize,
}

/// A collection that is not closed yet.
#[derive(Clone, Copy, Debug)]
struct Level {
    kind: LevelKind,
    phase: Phase,
    /// Of a block collection: the column of its keys or dashes.
    indent: isize,
    /// The indent around it.
    outer: isize,
    /// Its first byte.
    start: usize,
    /// The line and the first byte of the key that was read last.
    key: (usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LevelKind {
    BlockMap,
    BlockList,
    /// A block list whose dashes stand in the column of the key above.
    Indentless,
    FlowMap,
    FlowList,
    /// `a: b` in a flow list: a map of one pair.
    FlowPair,
}

/// What a collection expects next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// A key or an item: the first one.
    First,
    /// A key or an item.
    Next,
    /// A colon, or nothing: the key was written with `?`, or in flow style.
    Colon,
    /// A value: the colon was read, and ended here.
    Value(usize),
    /// The end of a pair.
    PairEnd,
}

impl<'t> YamlEvents<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            cursor: Cursor::new(text),
            levels: Vec::new(),
            indent: -1,
            waiting: None,
            started: false,
            anchors: OrderedMap::new(),
            anchor_count: 0,
        }
    }

    pub(super) fn next(&mut self) -> Result<Event<'t>, SyntaxError> {
        if let Some(event) = self.waiting.take() {
            return Ok(event);
        }
        let Some(level) = self.levels.last().copied() else {
            return self.root();
        };
        match level.kind {
            LevelKind::BlockMap => self.block_map(level),
            LevelKind::BlockList => self.block_list(level),
            LevelKind::Indentless => self.indentless_list(level),
            LevelKind::FlowMap => self.flow_map(level),
            LevelKind::FlowList => self.flow_list(level),
            LevelKind::FlowPair => self.flow_pair(level),
        }
    }

    /// Behind the document: where something else begins that nobody reads.
    pub(super) fn trailing(&mut self) -> Option<u32> {
        self.cursor.skip(false);
        if self.cursor.at_document_end() && self.cursor.byte() == Some(b'.') {
            self.cursor.advance(3);
            self.cursor.skip(false);
        }
        (!self.cursor.is_at_end()).then(|| to32(self.cursor.position))
    }

    fn root(&mut self) -> Result<Event<'t>, SyntaxError> {
        if std::mem::replace(&mut self.started, true) {
            return Ok(Event::End);
        }
        self.cursor.skip(false);
        if self.cursor.at_document_end() && self.cursor.byte() == Some(b'-') {
            self.cursor.advance(3);
            self.cursor.skip(false);
        }
        if self.cursor.is_over() {
            return Ok(Event::End);
        }
        self.node(Properties::default(), false)
    }

    /// Opens a collection.
    fn open(&mut self, kind: LevelKind, column: isize, start: usize, anchor: usize) -> Event<'t> {
        let indent = match kind {
            LevelKind::BlockMap | LevelKind::BlockList => column,
            _ => self.indent,
        };
        self.levels.push(Level {
            kind,
            phase: Phase::First,
            indent,
            outer: self.indent,
            start,
            key: (0, 0),
        });
        self.indent = indent;
        let kind = match kind {
            LevelKind::BlockMap | LevelKind::FlowMap | LevelKind::FlowPair => Container::Map,
            LevelKind::BlockList | LevelKind::Indentless | LevelKind::FlowList => Container::List,
        };
        Event::Open {
            kind,
            start: to32(start),
            anchor,
        }
    }

    /// Closes the innermost collection; `end` is one past its bracket, where it has one.
    fn close(&mut self, end: Option<usize>) -> Event<'t> {
        if let Some(level) = self.levels.pop() {
            self.indent = level.outer;
        }
        Event::Close { end: end.map(to32) }
    }

    fn phase(&mut self, phase: Phase) {
        if let Some(level) = self.levels.last_mut() {
            level.phase = phase;
        }
    }

    /// Whether brackets are open.
    fn in_flow(&self) -> bool {
        self.levels.last().is_some_and(|level| {
            matches!(
                level.kind,
                LevelKind::FlowMap | LevelKind::FlowList | LevelKind::FlowPair
            )
        })
    }

    fn range_to_here(&self, start: usize) -> TextRange {
        TextRange::from_usize(start, self.cursor.position)
    }
}

fn to32(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
