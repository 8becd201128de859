//! What can be wrong with a document: what ends the reading, and what kubectl minds.

use super::super::event::SyntaxError;
use crate::source::TextRange;

/// Why a document is not read further.
#[derive(Debug)]
pub(in super::super) enum Stop {
    Syntax(SyntaxError),
    /// A limit, as a half sentence, and the byte that passes it.
    Limit(String, u32),
    /// An alias refers to something that was not kept: the document has to be read again, whole.
    Forgotten,
}

impl From<SyntaxError> for Stop {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error)
    }
}

/// Something that kubectl minds, while the document can be read.
#[derive(Debug)]
pub(in super::super) enum Fault {
    DuplicateKey {
        first: TextRange,
        last: TextRange,
    },
    /// A key that is a map or a list, as `{{ .Values.x }}` is to YAML.
    CollectionKey(TextRange),
    NullKey(TextRange),
    /// `<<` with something that is no map.
    MergeNeedsMap(TextRange),
    /// A tag that the scalar does not resolve to.
    TagMismatch(TextRange),
    /// An infinite number, or one that is none.
    NotFinite(TextRange),
}
