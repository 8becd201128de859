//! Names that must be there, or must be there once.

use crate::order::OrderedMap;

/// Names and a number that belongs to each.
pub(super) type Names<'o> = OrderedMap<&'o str, usize>;

/// Takes a name; `false` where it is there already.
pub(super) fn take<'o>(names: &mut Names<'o>, name: &'o str) -> bool {
    if names.contains_key(name) {
        return false;
    }
    names.insert(name, 0);
    true
}

/// Names that are put together.
pub(super) type OwnNames = OrderedMap<String, usize>;
