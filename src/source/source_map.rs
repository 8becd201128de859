use super::{FieldPath, TextRange};
use crate::order::OrderedMap;

/// Where one field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, or the `-` of a list item; `None` for the object itself and for items of a flow list.
    pub key: Option<TextRange>,
    /// The value; empty, at the place where it would stand, for a key without a value.
    pub value: TextRange,
}

impl Entry {
    /// Key and value together.
    #[must_use]
    pub fn whole(&self) -> TextRange {
        self.key.map_or(self.value, |key| key.cover(self.value))
    }
}

/// The places of all fields of one object.
///
/// Made on demand from the object's stretch of text (`manifest::Object::source_map`), so that thousands of Nodes cost
/// nothing until somebody asks about one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    entries: OrderedMap<FieldPath, Entry>,
}

impl SourceMap {
    /// An empty map.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes where a field stands. A path that is already there is replaced, as the last of two equal keys wins.
    pub fn insert(&mut self, path: FieldPath, entry: Entry) {
        self.entries.insert(path, entry);
    }

    /// Where exactly this field stands.
    #[must_use]
    pub fn get(&self, path: &FieldPath) -> Option<Entry> {
        self.entries.get(path).copied()
    }

    /// The field, or else the nearest one around it that the text has. `None` only in an empty map.
    #[must_use]
    pub fn nearest(&self, path: &FieldPath) -> Option<Entry> {
        let mut path = path.clone();
        loop {
            if let Some(entry) = self.get(&path) {
                return Some(entry);
            }
            path = path.parent()?;
        }
    }

    /// The fields and items directly below a path, in the order of names and positions.
    pub fn children<'a>(
        &'a self,
        path: &'a FieldPath,
    ) -> impl Iterator<Item = (&'a FieldPath, Entry)> {
        let mut entries = self.entries.iter_from(path);
        std::iter::from_fn(move || {
            loop {
                let (at, entry) = entries.next()?;
                let below = at.segments().strip_prefix(path.segments())?;
                if below.len() == 1 {
                    return Some((at, *entry));
                }
            }
        })
    }

    /// Every field, outer before inner.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldPath, Entry)> {
        self.entries.iter().map(|(path, entry)| (path, *entry))
    }
}
