//! Text and places: byte ranges, line index, field paths, source maps.
//!
//! Knows nothing of YAML or Kubernetes. Everything is in bytes of UTF-8; only [`LineIndex`] knows lines, columns and
//! UTF-16, because only the edge of the core needs them.

mod edited;
mod field_path;
mod file;
mod line_index;
mod range;
mod scan;
mod source_map;
mod unsafe_char;

pub use edited::edited;
pub use field_path::{FieldPath, Segment};
pub use file::{FileId, Place, SourceFile};
pub use line_index::{LineIndex, Position};
pub use range::TextRange;
pub(crate) use scan::{find, holds, parted, unremarkable};
pub use source_map::{Entry, SourceMap};
pub(crate) use unsafe_char::is_unsafe;
