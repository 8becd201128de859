use super::guess::{Root, document};
use crate::manifest::{Outline, Slot, SlotId, SlotKind};
use crate::schema::{self, Field, Item, Shape, TypeId};
use crate::source::FieldPath;

/// What the API's types say of something that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// A struct.
    Struct(TypeId),
    /// A list that is the value of a field.
    List(&'static Field),
    /// A map with keys of any text that is the value of a field.
    Map(&'static Field),
    /// A scalar: the value of a field, or one of its values.
    Value(&'static Field),
    /// Nothing: no type has it.
    Nothing,
}

/// One step from the document to a slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) slot: SlotId,
    pub(super) known: Known,
    /// The field whose value, or part of a value, this is, and the struct that has it.
    pub(super) field: Option<(TypeId, &'static Field)>,
}

/// A document and the types of what stands in it.
#[derive(Debug)]
pub(super) struct Typed<'t> {
    pub(super) outline: Outline<'t>,
    pub(super) root: Root,
}

impl<'t> Typed<'t> {
    pub(super) fn new(outline: Outline<'t>) -> Self {
        let root = document(&outline, outline.document());
        Self { outline, root }
    }

    /// The steps from the document to a slot, both included.
    pub(super) fn trail(&self, to: SlotId) -> Vec<Step> {
        let mut trail: Vec<Step> = Vec::new();
        for id in self.outline.way(to) {
            let step = match (trail.last(), self.outline.slot(id)) {
                (Some(before), Some(slot)) => self.step(before, id, slot),
                _ => Step {
                    slot: id,
                    known: self.root.known,
                    field: self.root.field(),
                },
            };
            trail.push(step);
        }
        trail
    }

    /// The last step to a slot.
    pub(super) fn standing(&self, at: SlotId) -> Option<Step> {
        self.trail(at).pop()
    }

    fn step(&self, before: &Step, id: SlotId, slot: &Slot) -> Step {
        let step = |known, field| Step {
            slot: id,
            known,
            field,
        };
        match (slot.kind, before.known) {
            (SlotKind::Field, Known::Struct(of)) => {
                match schema::field(of, self.outline.key(slot)) {
                    Some(field) => step(whole(field), Some((of, field))),
                    None => step(Known::Nothing, None),
                }
            }
            // A kind that no type is known of says what it is all the same.
            (SlotKind::Field, Known::Nothing) if before.slot == self.outline.document() => {
                match said_of_any_kind(self.outline.key(slot)) {
                    Some((of, field)) => step(one(field), Some((of, field))),
                    None => step(Known::Nothing, None),
                }
            }
            (SlotKind::Field, Known::Map(field)) => step(one(field), before.field),
            (SlotKind::Item(_), Known::List(field)) if field.item == Item::Raw => {
                step(document(&self.outline, id).known, None)
            }
            (SlotKind::Item(_), Known::List(field)) => step(one(field), before.field),
            (SlotKind::Word, known) => step(known, before.field),
            _ => step(Known::Nothing, None),
        }
    }

    /// The way to a slot as the API writes it; of a part of a DaemonSet, where it would stand in one.
    pub(super) fn path(&self, to: SlotId) -> FieldPath {
        let mut path = self.root.path();
        for id in self.outline.way(to) {
            path = match self.outline.slot(id).map(|slot| (slot, slot.kind)) {
                Some((slot, SlotKind::Field)) => path.field(self.outline.key(slot)),
                Some((_, SlotKind::Item(index))) => path.index(index as usize),
                _ => path,
            };
        }
        path
    }
}

fn said_of_any_kind(name: &str) -> Option<(TypeId, &'static Field)> {
    let of = schema::kind("v1", "List")?;
    let field = schema::field(of, name)?;
    (field.embedded == "TypeMeta").then_some((of, field))
}

/// The value of a field as a whole.
pub(super) fn whole(field: &'static Field) -> Known {
    match field.shape {
        Shape::One => one(field),
        Shape::List => Known::List(field),
        Shape::Map => Known::Map(field),
    }
}

/// One of the values of a field.
pub(super) fn one(field: &'static Field) -> Known {
    match field.item {
        Item::Struct(id) => Known::Struct(id),
        _ => Known::Value(field),
    }
}
