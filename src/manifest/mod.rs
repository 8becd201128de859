//! YAML and JSON text to typed objects with their places: documents, List items, fragments.
//!
//! The door is small on purpose: text in, objects with byte ranges out. Which reader walks the bytes is nobody's
//! business outside this room.

mod limits;
mod object;

pub use limits::Limits;
pub use object::{FragmentKind, Object, Origin, Reading, Typed};
