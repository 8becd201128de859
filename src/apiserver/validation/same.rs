//! Whether two stored values mean the same.

use crate::manifest::{StoredStruct, StoredValue};
use crate::model::Quantity;
use crate::schema::{self, Field, Item, Shape};

/// What is absent and what is empty are the same for lists and maps, and for anything that is no pointer; quantities are
/// compared as amounts.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/equality/semantic.go Semantic (v1.36.3)
pub(super) fn same(a: &StoredValue, b: &StoredValue) -> bool {
    match (a, b) {
        (StoredValue::Struct(a), StoredValue::Struct(b)) => same_struct(a, b),
        (StoredValue::List(a), StoredValue::List(b)) => same_items(a, b),
        (StoredValue::Map(a), StoredValue::Map(b)) => {
            let mut pairs = a.iter().zip(b);
            a.len() == b.len() && pairs.all(|(a, b)| a.0 == b.0 && same(&a.1, &b.1))
        }
        (StoredValue::Null, StoredValue::List(items))
        | (StoredValue::List(items), StoredValue::Null) => items.is_empty(),
        (StoredValue::Null, StoredValue::Map(entries))
        | (StoredValue::Map(entries), StoredValue::Null) => entries.is_empty(),
        _ => a == b,
    }
}

fn same_items(a: &[StoredValue], b: &[StoredValue]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}

/// The same for two structs of one type.
pub(super) fn same_struct(a: &StoredStruct, b: &StoredStruct) -> bool {
    let of = |of: &StoredStruct| schema::fields(of.id);
    a.id == b.id && of(a).iter().all(|field| same_field(field, a, b))
}

/// The same for one field of two structs.
pub(super) fn same_field(field: &Field, a: &StoredStruct, b: &StoredStruct) -> bool {
    let (a, b) = (a.get(field.name), b.get(field.name));
    match (field.shape, field.item) {
        (Shape::One, Item::Quantity) => same_amount(a, b),
        (Shape::Map, Item::Quantity) => match (a, b) {
            (StoredValue::Map(a), StoredValue::Map(b)) => {
                let mut pairs = a.iter().zip(b);
                a.len() == b.len() && pairs.all(|(a, b)| a.0 == b.0 && same_amount(&a.1, &b.1))
            }
            _ => same(a, b),
        },
        (Shape::One, item) if !field.pointer => match item {
            Item::Struct(id) => {
                let empty = StoredStruct::new(id);
                let own = |value: &'_ StoredValue| value.as_struct().is_some();
                match (own(a), own(b)) {
                    (true, true) => same(a, b),
                    (true, false) => a.as_struct().is_some_and(|a| same_struct(a, &empty)),
                    (false, true) => b.as_struct().is_some_and(|b| same_struct(&empty, b)),
                    (false, false) => true,
                }
            }
            _ => a == b || is_zero(a) && is_zero(b),
        },
        _ => same(a, b),
    }
}

fn is_zero(value: &StoredValue) -> bool {
    match value {
        StoredValue::Null | StoredValue::Bool(false) | StoredValue::Int(0) => true,
        StoredValue::Text(text) => text.is_empty(),
        _ => false,
    }
}

fn same_amount(a: &StoredValue, b: &StoredValue) -> bool {
    let nanos = |value: &StoredValue| Quantity::new(value.as_text()).nanos();
    a == b || matches!((nanos(a), nanos(b)), (Some(a), Some(b)) if a == b)
}
