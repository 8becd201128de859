//! Sorting, and maps that are sorted by key, whose code stays small: most of it is compiled once, not once a type.
//!
//! The standard library's are some 4 and 8 KB for each type, of which a page would load dozens. These are for
//! everything that is no inner loop.

mod agenda;
mod blocks;
mod map;
mod positions;
mod sort;

pub use agenda::{Agenda, AgendaKey};
pub use map::OrderedMap;
pub use sort::{sort, sort_by, sort_by_key, sorted_unique};
