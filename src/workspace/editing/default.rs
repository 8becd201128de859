//! What the API server fills in where a field is left out.

use super::trail::{Step, Typed};
use crate::apiserver::fill_in_defaults;
use crate::manifest::{SlotId, StoredField, StoredStruct, StoredValue};
use crate::schema::{self, Field, Item, Shape, TypeId};

/// The default of the last field of a trail, if it is one value. It follows from the texts that stand beside the
/// field and on the way to it: that of `imagePullPolicy` from the image.
pub(super) fn default_of(typed: &Typed<'_>, trail: &[Step]) -> Option<String> {
    let mut way: Vec<(Option<SlotId>, TypeId, &'static Field)> = Vec::new();
    if trail.first().is_some_and(|step| step.field.is_some()) {
        let around = typed.root.fields();
        way.extend(around.into_iter().map(|(of, field)| (None, of, field)));
    }
    for pair in trail.windows(2) {
        if let [holder, step] = pair
            && let Some((of, field)) = step.field
            // The items of a list are of the same field, and so are the entries of a map.
            && holder.field.is_none_or(|(_, before)| !std::ptr::eq(before, field))
        {
            way.push((Some(holder.slot), of, field));
        }
    }
    let (_, _, asked) = way.last().copied()?;
    if asked.shape != Shape::One || matches!(asked.item, Item::Struct(_) | Item::Raw) {
        return None;
    }
    let mut whole: Option<StoredStruct> = None;
    for (slot, of, field) in way.iter().rev() {
        let mut object = StoredStruct::new(*of);
        if let Some(slot) = slot {
            object.entries = texts_in(typed, *slot, *of, asked);
        }
        if let Some(inner) = whole.take() {
            let inner = StoredValue::Struct(inner);
            let value = match field.shape {
                Shape::One => inner,
                Shape::List => StoredValue::List(vec![inner]),
                Shape::Map => StoredValue::Map(vec![(String::new(), inner)]),
            };
            object.entries.push(written(field, value));
        }
        whole = Some(object);
    }
    let mut whole = whole?;
    fill_in_defaults(&mut whole);
    let mut at = &whole;
    for (_, _, field) in way.iter().take(way.len() - 1) {
        let entry = at
            .entries
            .iter()
            .find(|entry| entry.field.name == field.name)?;
        at = match &entry.value {
            StoredValue::List(items) => items.first()?.as_struct()?,
            value => value.as_struct()?,
        };
    }
    let entry = at
        .entries
        .iter()
        .find(|entry| entry.field.name == asked.name)?;
    match &entry.value {
        _ if !entry.added => None,
        StoredValue::Text(text) => Some(text.clone()),
        value => Some(value.to_json()),
    }
}

/// The texts among the fields of a struct, but for the one that is asked about.
fn texts_in(typed: &Typed<'_>, slot: SlotId, of: TypeId, asked: &Field) -> Vec<StoredField> {
    let mut texts = Vec::new();
    for (_, child) in typed.outline.children(slot) {
        let value = typed.outline.value(child);
        if let Some(field) = schema::field(of, typed.outline.key(child))
            && field.shape == Shape::One
            && field.item == Item::String
            && !value.is_empty()
            && !std::ptr::eq(field, asked)
        {
            texts.push(written(field, StoredValue::Text(value.to_owned())));
        }
    }
    texts
}

fn written(field: &'static Field, value: StoredValue) -> StoredField {
    StoredField {
        field,
        value,
        added: false,
    }
}
