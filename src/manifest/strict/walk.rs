//! Maps and lists, from the object inwards: which fields are unknown, and which values have another type.

use super::go_text::quote;
use super::hint::{self, Around};
use super::value::{StoredStruct, StoredValue};
use super::{Language, StrictError, StrictFault, json_text, kind};
use crate::manifest::decode::Position;
use crate::manifest::tree::Node;
use crate::schema::{self, Field, Item, Shape, TypeId};
use crate::source::{FieldPath, TextRange};

/// Mistakes of one kind that are collected; the server tells no more either.
const MOST: usize = 100;

pub(super) struct Walk<'a> {
    pub(super) language: Language,
    pub(super) position: Position,
    pub(super) errors: Vec<StrictError>,
    /// The way from the object to the value.
    steps: Vec<Step<'a>>,
    /// The structs on that way, each with the number of steps to it.
    around: Vec<Around>,
    /// The same way as the messages of Go's decoder have it.
    go: Vec<&'static str>,
}

#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// What is to be read into a slot.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) field: &'static Field,
    pub(super) shape: Shape,
}

impl<'a> Walk<'a> {
    pub(super) fn new(language: Language, position: Position) -> Self {
        Self {
            language,
            position,
            errors: Vec::new(),
            steps: Vec::new(),
            around: Vec::new(),
            go: Vec::new(),
        }
    }

    /// Reads a map into a struct.
    pub(super) fn fields(&mut self, map: Node<'a>, into: &mut StoredStruct) {
        self.around.push(Around {
            id: into.id,
            steps: self.steps.len(),
        });
        let mut seen: Vec<&str> = Vec::new();
        let entries = json_text::entries(map, self.language);
        into.entries.reserve(entries.len());
        for (name, key, value) in entries {
            let Some(field) = schema::field(into.id, name) else {
                self.unknown(key, into.id);
                continue;
            };
            if self.language == Language::Json {
                if seen.contains(&field.name) {
                    self.strict(StrictFault::DuplicateField, key);
                } else {
                    seen.push(field.name);
                }
            }
            let depth = self.go.len();
            if !field.embedded.is_empty() {
                self.go.push(field.embedded);
            }
            self.go.push(field.name);
            self.steps.push(Step::Key(name));
            if let Some(slot) = into.slot(field) {
                let shape = field.shape;
                self.fill(Target { field, shape }, value, slot);
            }
            self.steps.pop();
            self.go.truncate(depth);
        }
        self.around.pop();
    }

    fn fill(&mut self, target: Target, node: Node<'a>, slot: &mut StoredValue) {
        if node.is_null() {
            let goes = target.shape != Shape::One
                || target.field.pointer && target.shape == target.field.shape
                || matches!(target.field.item, Item::Time | Item::Raw | Item::Quantity);
            if goes {
                *slot = match (target.shape, target.field.item) {
                    (Shape::One, Item::Quantity) if !target.field.pointer => {
                        StoredValue::zero(Item::Quantity)
                    }
                    _ => StoredValue::Null,
                };
            }
            return;
        }
        match target.shape {
            Shape::One => self.one(target, node, slot),
            Shape::List if node.is_list() => self.items(target, node, slot),
            Shape::Map if node.is_map() => self.map(target, node, slot),
            _ => self.wrong(target, node, kind::what(node)),
        }
    }

    fn one(&mut self, target: Target, node: Node<'a>, slot: &mut StoredValue) {
        let Item::Struct(id) = target.field.item else {
            self.leaf(target, node, slot);
            return;
        };
        if !node.is_map() {
            self.wrong(target, node, kind::what(node));
            return;
        }
        if !matches!(slot, StoredValue::Struct(_)) {
            *slot = StoredValue::Struct(StoredStruct::new(id));
        }
        if let StoredValue::Struct(inner) = slot {
            self.fields(node, inner);
        }
    }

    fn items(&mut self, target: Target, node: Node<'a>, slot: &mut StoredValue) {
        let mut items = match std::mem::replace(slot, StoredValue::Null) {
            StoredValue::List(items) => items,
            _ => Vec::new(),
        };
        let one = Target {
            shape: Shape::One,
            ..target
        };
        let mut count = 0;
        for (index, item) in node.items().enumerate() {
            count = index + 1;
            if items.len() < count {
                items.push(StoredValue::zero(target.field.item));
            }
            self.steps.push(Step::Index(index));
            if let Some(slot) = items.get_mut(index) {
                self.fill(one, item, slot);
            }
            self.steps.pop();
        }
        items.truncate(count);
        *slot = StoredValue::List(items);
    }

    fn map(&mut self, target: Target, node: Node<'a>, slot: &mut StoredValue) {
        let mut entries = match std::mem::replace(slot, StoredValue::Null) {
            StoredValue::Map(entries) => entries,
            _ => Vec::new(),
        };
        let one = Target {
            shape: Shape::One,
            ..target
        };
        let mut read: Vec<(&str, StoredValue)> = Vec::new();
        for (name, _, value) in json_text::entries(node, self.language) {
            self.steps.push(Step::Key(name));
            let mut slot = StoredValue::zero(target.field.item);
            self.fill(one, value, &mut slot);
            self.steps.pop();
            read.push((name, slot));
        }
        if self.language == Language::Json {
            self.equal_keys(node);
        }
        entries.extend(
            read.into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        );
        // Stable, so that of equal keys the last one is the last.
        crate::order::sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
        let mut kept: Vec<(String, StoredValue)> = Vec::new();
        for entry in entries {
            match kept.last_mut() {
                Some(before) if before.0 == entry.0 => *before = entry,
                _ => kept.push(entry),
            }
        }
        *slot = StoredValue::Map(kept);
    }

    fn equal_keys(&mut self, map: Node<'a>) {
        let mut keys: Vec<Node<'a>> = map.entries().map(|(key, _)| key).collect();
        crate::order::sort_by(&mut keys, |a, b| a.text().cmp(b.text()));
        let twice: Vec<Node<'a>> = keys
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if a.text() == b.text() => Some(*b),
                _ => None,
            })
            .collect();
        for key in twice {
            self.strict(StrictFault::DuplicateField, key);
        }
    }

    /// The value has another type than the field.
    pub(super) fn wrong(&mut self, target: Target, node: Node<'a>, what: &str) {
        if self.is_full(StrictFault::WrongType) {
            return;
        }
        let text = self.unmarshal(what, &target.field.go_type(target.shape));
        self.push(StrictFault::WrongType, text, node.range(), None);
    }

    /// What Go's decoder says where it stands.
    pub(super) fn unmarshal(&self, what: &str, go_type: &str) -> String {
        let owner = self.around.last().map(|around| schema::name(around.id));
        let owner = owner.unwrap_or_default();
        let owner = owner.rsplit('.').next().unwrap_or_default();
        format!(
            "json: cannot unmarshal {what} into Go struct field {owner}.{} of type {go_type}",
            self.go.join(".")
        )
    }

    /// The server stops here.
    pub(super) fn malformed(&mut self, node: Node<'a>, text: String) {
        self.push(StrictFault::Malformed, text, node.range(), None);
    }

    fn unknown(&mut self, key: Node<'a>, id: TypeId) {
        // Of a text of nothing but mistakes, what is meant by each would cost more than reading it.
        if self.is_full(StrictFault::UnknownField) {
            return;
        }
        let hint = hint::unknown(key.text(), id, &self.around, &self.steps);
        self.named(StrictFault::UnknownField, key, hint);
    }

    fn strict(&mut self, fault: StrictFault, key: Node<'a>) {
        self.named(fault, key, None);
    }

    fn named(&mut self, fault: StrictFault, key: Node<'a>, hint: Option<hint::Hint>) {
        self.steps.push(Step::Key(key.text()));
        let what = match fault {
            StrictFault::DuplicateField => "duplicate field",
            _ => "unknown field",
        };
        let text = format!("{what} {}", quote(&path_text(&self.steps)));
        let known = |error: &StrictError| error.fault == fault && error.text == text;
        if !self.errors.iter().any(known) {
            self.push(fault, text, key.range(), hint);
        }
        self.steps.pop();
    }

    fn is_full(&self, fault: StrictFault) -> bool {
        let same = self.errors.iter().filter(|error| error.fault == fault);
        same.count() >= MOST
    }

    fn push(
        &mut self,
        fault: StrictFault,
        text: String,
        range: TextRange,
        hint: Option<hint::Hint>,
    ) {
        if self.is_full(fault) {
            return;
        }
        let path = self
            .steps
            .iter()
            .fold(FieldPath::root(), |path, step| match step {
                Step::Key(name) => path.field(name),
                Step::Index(index) => path.index(*index),
            });
        self.errors.push(StrictError {
            fault,
            text,
            path,
            place: self.position.place(range),
            hint,
        });
    }
}

/// A way as the server's messages have it: keys are never in brackets.
pub(super) fn path_text(steps: &[Step<'_>]) -> String {
    let mut out = String::new();
    for step in steps {
        match step {
            Step::Key(name) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            Step::Index(index) => {
                out.push('[');
                out.push_str(&index.to_string());
                out.push(']');
            }
        }
    }
    out
}
