//! Reading a stored object field by field: what is absent reads as the zero value of its type, as in Go.

use super::value::{StoredStruct, StoredValue};
use std::slice;

impl StoredStruct {
    /// The text in a field; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.get(name).as_text()
    }

    /// The text in a field, where there is one: `Some("")` for a pointer to an empty text.
    #[must_use]
    pub fn text_if_set(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            StoredValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number in a field; `0` where there is none.
    #[must_use]
    pub fn int(&self, name: &str) -> i64 {
        self.int_if_set(name).unwrap_or_default()
    }

    /// The whole number in a field, where there is one.
    #[must_use]
    pub fn int_if_set(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            StoredValue::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether a field is `true`.
    #[must_use]
    pub fn is_true(&self, name: &str) -> bool {
        *self.get(name) == StoredValue::Bool(true)
    }

    /// The truth value in a field, where there is one.
    #[must_use]
    pub fn bool_if_set(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            StoredValue::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The struct in a field, where there is one.
    #[must_use]
    pub fn inner(&self, name: &str) -> Option<&StoredStruct> {
        self.get(name).as_struct()
    }

    /// Whether a field has a value: one that is not null.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        *self.get(name) != StoredValue::Null
    }

    /// The structs in a list, of which strict decoding makes nothing else.
    pub fn structs(&self, name: &str) -> impl Iterator<Item = &StoredStruct> {
        Structs {
            items: self.get(name).items().iter(),
        }
    }

    /// How many items a list has.
    #[must_use]
    pub fn count(&self, name: &str) -> usize {
        self.get(name).items().len()
    }

    /// The texts in a list.
    pub fn texts(&self, name: &str) -> impl ExactSizeIterator<Item = &str> {
        self.get(name).items().iter().map(StoredValue::as_text)
    }

    /// The text of a key in a map of texts.
    #[must_use]
    pub fn entry(&self, name: &str, key: &str) -> Option<&str> {
        let entries = self.map(name);
        let place = entries
            .binary_search_by(|(known, _)| known.as_str().cmp(key))
            .ok()?;
        entries.get(place).map(|(_, value)| value.as_text())
    }

    /// The entries of a map, sorted; none for what is no map.
    #[must_use]
    pub fn map(&self, name: &str) -> &[(String, StoredValue)] {
        match self.get(name) {
            StoredValue::Map(entries) => entries,
            _ => &[],
        }
    }
}

/// The structs of a list. One plain type, because each use of a chain of adapters is code of its own.
struct Structs<'o> {
    items: slice::Iter<'o, StoredValue>,
}

impl<'o> Iterator for Structs<'o> {
    type Item = &'o StoredStruct;

    fn next(&mut self) -> Option<Self::Item> {
        self.items.find_map(StoredValue::as_struct)
    }
}
