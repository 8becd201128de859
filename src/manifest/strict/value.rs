//! An object as the server has it: fields of the API's types, and the JSON that it stores.

use super::json_text;
use crate::model::write_json_comma;
use crate::schema::{self, Field, Item, Shape, TypeId, Written};
use std::borrow::Cow;

/// A value of one of the API's types.
#[derive(Clone, Debug, PartialEq)]
pub enum StoredValue {
    /// Absent, or null.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text; a quantity or a time as the server writes it.
    Text(String),
    /// Anything, as JSON.
    Raw(String),
    /// A list.
    List(Vec<StoredValue>),
    /// A map of texts to values, sorted.
    Map(Vec<(String, StoredValue)>),
    /// A struct of the table.
    Struct(StoredStruct),
}

/// A struct and the fields that it has.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredStruct {
    /// Which struct of the table.
    pub id: TypeId,
    /// In no particular order; one for each field at most.
    pub entries: Vec<StoredField>,
}

/// A field that a struct has.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredField {
    /// Of the table.
    pub field: &'static Field,
    /// Its value.
    pub value: StoredValue,
    /// Defaults brought it.
    pub added: bool,
}

static NULL: StoredValue = StoredValue::Null;

impl StoredValue {
    /// What a field of this type is before anything is read into it.
    pub(super) fn zero(item: Item) -> Self {
        match item {
            Item::Bool => Self::Bool(false),
            Item::Int32 | Item::Int64 | Item::IntOrString => Self::Int(0),
            Item::String => Self::Text(String::new()),
            Item::Quantity => Self::Text("0".to_owned()),
            Item::Time | Item::Raw => Self::Null,
            Item::Struct(id) => Self::Struct(StoredStruct::new(id)),
        }
    }

    /// The struct that it is.
    #[must_use]
    pub fn as_struct(&self) -> Option<&StoredStruct> {
        match self {
            Self::Struct(inner) => Some(inner),
            _ => None,
        }
    }

    /// The text that it is; empty for anything else.
    #[must_use]
    pub fn as_text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// Its items; none for what is no list.
    pub fn items_mut(&mut self) -> &mut [StoredValue] {
        match self {
            Self::List(items) => items,
            _ => &mut [],
        }
    }

    /// Its items; none for what is no list.
    #[must_use]
    pub fn items(&self) -> &[StoredValue] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// What Go leaves out with `omitempty`.
    fn is_empty(&self) -> bool {
        match self {
            Self::Null | Self::Bool(false) | Self::Int(0) => true,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
            _ => false,
        }
    }

    /// As JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Int(number) => out.push_str(&number.to_string()),
            Self::Text(text) => json_text::string(out, text),
            Self::Raw(json) => out.push_str(json),
            Self::List(items) => {
                out.push('[');
                for item in items {
                    write_json_comma(out);
                    item.write(out);
                }
                out.push(']');
            }
            Self::Map(entries) => {
                out.push('{');
                for (key, value) in entries {
                    write_json_comma(out);
                    json_text::string(out, key);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
            Self::Struct(inner) => inner.write(out),
        }
    }
}

impl StoredStruct {
    /// Without a field.
    #[must_use]
    pub fn new(id: TypeId) -> Self {
        Self {
            id,
            entries: Vec::new(),
        }
    }

    /// The value of a field; null where it has none.
    #[must_use]
    pub fn get(&self, name: &str) -> &StoredValue {
        let mut entries = self.entries.iter();
        let found = entries.find(|entry| entry.field.name == name);
        found.map_or(&NULL, |entry| &entry.value)
    }

    /// The struct that is the value of a field.
    pub fn inner_mut(&mut self, name: &str) -> Option<&mut StoredStruct> {
        match self.get_mut(name)? {
            StoredValue::Struct(inner) => Some(inner),
            _ => None,
        }
    }

    /// The value of a field that is there.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut StoredValue> {
        let mut entries = self.entries.iter_mut();
        let found = entries.find(|entry| entry.field.name == name);
        found.map(|entry| &mut entry.value)
    }

    /// Gives a field a value that the text did not give it. A name that the struct does not have changes nothing.
    pub fn add(&mut self, name: &str, value: StoredValue) {
        if let Some(field) = schema::field(self.id, name) {
            self.entries.retain(|entry| entry.field.name != name);
            self.entries.push(StoredField {
                field,
                value,
                added: true,
            });
        }
    }

    /// The slot of a field, made where it is missing.
    pub(super) fn slot(&mut self, field: &'static Field) -> Option<&mut StoredValue> {
        let place = self
            .entries
            .iter()
            .position(|entry| std::ptr::eq(entry.field, field));
        if place.is_none() {
            let value = match field.shape {
                Shape::One if !field.pointer => StoredValue::zero(field.item),
                _ => StoredValue::Null,
            };
            self.entries.push(StoredField {
                field,
                value,
                added: false,
            });
        }
        let place = place.unwrap_or(self.entries.len() - 1);
        self.entries.get_mut(place).map(|entry| &mut entry.value)
    }

    /// As JSON, fields in the order of the API, without what the server leaves out.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('{');
        for (field, value) in self.written() {
            write_json_comma(out);
            json_text::string(out, field.name);
            out.push(':');
            value.write(out);
        }
        out.push('}');
    }

    /// Fields with their values in the order of the API, without what the server leaves out.
    pub fn written(&self) -> impl Iterator<Item = (&'static Field, Cow<'_, StoredValue>)> {
        schema::fields(self.id).iter().filter_map(|field| {
            let value = self.get(field.name);
            let pointer = field.pointer && *value != StoredValue::Null;
            let left_out = field.written != Written::Always && !pointer && value.is_empty();
            let is_zero =
                *value == StoredValue::Null && field.shape == Shape::One && !field.pointer;
            let value = match is_zero {
                true => Cow::Owned(StoredValue::zero(field.item)),
                false => Cow::Borrowed(value),
            };
            (!left_out).then_some((field, value))
        })
    }
}
