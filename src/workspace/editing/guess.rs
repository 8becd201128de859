//! What a document is: by its kind, or else by its fields.

use super::trail::{Known, one, whole};
use crate::manifest::{FRAGMENTS, Outline, SlotId, SlotKind};
use crate::schema::{self, Field, Item, TypeId};
use crate::source::FieldPath;

/// What a document is as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Root {
    pub(super) known: Known,
    /// Of a part of a DaemonSet, the fields to it.
    pub(super) around: &'static [&'static str],
    /// It is one item of the list there.
    pub(super) is_item: bool,
}

/// Slots that are looked at: of longer documents, the first ones say enough.
const LOOKED_AT: usize = 200;

impl Root {
    fn whole(known: Known) -> Self {
        Self {
            known,
            around: &[],
            is_item: false,
        }
    }

    /// The way to it.
    pub(super) fn path(&self) -> FieldPath {
        let path = FieldPath::of(self.around);
        match self.is_item {
            true => path.index(0),
            false => path,
        }
    }

    /// The field whose value it is.
    pub(super) fn field(&self) -> Option<(TypeId, &'static Field)> {
        self.fields().pop()
    }

    /// The fields on the way to it, each with the struct that has it.
    pub(super) fn fields(&self) -> Vec<(TypeId, &'static Field)> {
        fields_to(self.around)
    }
}

fn fields_to(names: &[&str]) -> Vec<(TypeId, &'static Field)> {
    let mut of = schema::kind("apps/v1", "DaemonSet");
    let mut found = Vec::new();
    for name in names {
        let Some(field) = of.and_then(|of| Some((of, schema::field(of, name)?))) else {
            break;
        };
        found.push(field);
        of = match field.1.item {
            Item::Struct(inner) => Some(inner),
            _ => None,
        };
    }
    found
}

/// What a document is, or an item of a `List`.
pub(super) fn document(outline: &Outline<'_>, at: SlotId) -> Root {
    let value = |name: &str| {
        let found = outline.field(at, name);
        found.map_or("", |(_, slot)| outline.value(slot))
    };
    let (api_version, kind) = (value("apiVersion"), value("kind"));
    if let Some(id) = schema::kind(api_version, kind) {
        return Root::whole(Known::Struct(id));
    }
    // A group of another version, or one that is being written, has the same fields.
    let mut kinds = schema::kinds();
    if let Some((.., id)) = kinds.find(|(_, name, _)| *name == kind) {
        return Root::whole(Known::Struct(id));
    }
    match kind {
        "" => by_fields(outline, at),
        _ => Root::whole(Known::Nothing),
    }
}

/// The part of the API that knows the most of the fields that stand at the top and below.
fn by_fields(outline: &Outline<'_>, at: SlotId) -> Root {
    let mut best = (0, Root::whole(Known::Nothing));
    let mut try_on = |root: Root| {
        let score = score(outline, at, root.known, 3);
        if score > best.0 {
            best = (score, root);
        }
    };
    // Of kinds with as many of the fields, the first of the table: DaemonSet before the others.
    for (.., id) in schema::kinds() {
        try_on(Root::whole(Known::Struct(id)));
    }
    let first = outline.children(at).next();
    let is_list = first.is_some_and(|(_, slot)| matches!(slot.kind, SlotKind::Item(_)));
    for around in FRAGMENTS {
        let Some((_, field)) = fields_to(around).pop() else {
            continue;
        };
        let known = whole(field);
        let is_item = matches!(known, Known::List(_)) && !is_list;
        try_on(Root {
            known: if is_item { one(field) } else { known },
            around,
            is_item,
        });
    }
    let is_begun = outline
        .children(at)
        .any(|(_, slot)| slot.kind == SlotKind::Field)
        || is_list;
    match (best.0, is_begun) {
        // Of a text that says nothing yet, it is taken that a DaemonSet is begun.
        (0, false) => {
            schema::kind("apps/v1", "DaemonSet").map_or(best.1, |id| Root::whole(Known::Struct(id)))
        }
        _ => best.1,
    }
}

/// How many of the fields that stand in a slot are of a type.
fn score(outline: &Outline<'_>, at: SlotId, known: Known, depth: u32) -> usize {
    let Some(deeper) = depth.checked_sub(1) else {
        return 0;
    };
    let mut found = 0;
    for (id, slot) in outline.children(at).take(LOOKED_AT) {
        found += match (slot.kind, known) {
            (SlotKind::Field, Known::Struct(of)) => schema::field(of, outline.key(slot))
                .map_or(0, |field| 1 + score(outline, id, whole(field), deeper)),
            (SlotKind::Item(_), Known::List(field)) => score(outline, id, one(field), depth),
            _ => 0,
        };
    }
    found
}
