//! What the YAML and the JSON reader both say while they walk a text.

use super::json::JsonEvents;
use super::yaml::{Source, YamlEvents};
use crate::source::TextRange;
use std::borrow::Cow;

/// One step through a document. All positions are bytes of the chunk that is read.
#[derive(Clone, Debug)]
pub(super) enum Event<'t> {
    Open {
        kind: Container,
        /// The opening bracket, or the first key or dash.
        start: u32,
        /// Other than 0 when aliases can refer to it.
        anchor: usize,
    },
    Close {
        /// One past the closing bracket; `None` in block style, which ends with what it holds.
        end: Option<u32>,
    },
    Scalar(Scalar<'t>),
    Alias {
        anchor: usize,
        range: TextRange,
    },
    /// The document is over.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Map,
    List,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Scalar<'t> {
    /// The chunk that is read.
    pub(super) text: &'t str,
    /// Where the value comes from.
    pub(super) source: Source,
    /// Quotes and block headers included; empty, where the value would stand, for a key without a value.
    pub(super) range: TextRange,
    pub(super) style: Style,
    /// Other than 0 when aliases can refer to it.
    pub(super) anchor: usize,
}

impl<'t> Scalar<'t> {
    /// The value, without quotes, escapes and indentation.
    pub(super) fn value(&self) -> Cow<'t, str> {
        self.source.value(self.text)
    }

    /// Where the value stands as it is, if it does.
    pub(super) fn slice(&self) -> Option<TextRange> {
        match self.source {
            Source::Slice(range) => Some(range),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Means what [`resolve`](super::scalar::resolve) says. JSON's numbers and words are so too.
    Plain,
    /// A quoted or block scalar, or one that a tag calls text.
    Text,
    /// The tag says what it must resolve to.
    Tagged(Tag),
}

/// The tags that decide a scalar's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Null,
    Bool,
    Int,
    Float,
    /// Text in base64.
    Binary,
}

/// A text that cannot be read further.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// Byte of the chunk.
    pub(super) at: u32,
    /// What stands there or is missing, as a half sentence.
    pub(super) problem: Cow<'static, str>,
    /// Where something began that matters.
    pub(super) context: Option<u32>,
}

impl SyntaxError {
    pub(super) fn new(at: usize, problem: impl Into<Cow<'static, str>>) -> Self {
        Self {
            at: u32::try_from(at).unwrap_or(u32::MAX),
            problem: problem.into(),
            context: None,
        }
    }
}

/// Either language.
pub(super) enum Events<'t> {
    Yaml(Box<YamlEvents<'t>>),
    Json(JsonEvents<'t>),
}

impl<'t> Events<'t> {
    pub(super) fn next(&mut self) -> Result<Event<'t>, SyntaxError> {
        match self {
            Self::Yaml(events) => events.next(),
            Self::Json(events) => events.next(),
        }
    }

    /// Passes over the value of the key that was read last, if that can be done without looking at what it holds:
    /// answers one past its last byte. At most `room` containers may be nested in it.
    pub(super) fn pass_over(&mut self, room: usize) -> Option<u32> {
        match self {
            Self::Yaml(events) => events.pass_over(room),
            Self::Json(_) => None,
        }
    }
}
