//! A struct as the server's inside prints it: Go's names, everything written, in the order of the inner type.

use crate::manifest::{StoredStruct, StoredValue, go_json_string};
use crate::schema::{self, Field, Item, Shape};

/// Orders that differ from the API's.
const ORDERS: [(&str, &[&str]); 2] = [
    (
        "v1.SecurityContext",
        &[
            "capabilities",
            "privileged",
            "seLinuxOptions",
            "windowsOptions",
            "runAsUser",
            "runAsGroup",
            "runAsNonRoot",
            "readOnlyRootFilesystem",
            "allowPrivilegeEscalation",
            "procMount",
            "seccompProfile",
            "appArmorProfile",
        ],
    ),
    (
        "v1.ServicePort",
        &[
            "name",
            "protocol",
            "appProtocol",
            "port",
            "targetPort",
            "nodePort",
        ],
    ),
];

/// As JSON of the inner type.
pub(super) fn json(value: &StoredStruct) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

fn write(out: &mut String, of: &StoredStruct) {
    let known = schema::name(of.id);
    let order = ORDERS.iter().find(|(name, _)| *name == known);
    let mut fields: Vec<&Field> = schema::fields(of.id).iter().collect();
    if let Some((_, order)) = order {
        crate::order::sort_by_key(&mut fields, |field| {
            order.iter().position(|name| *name == field.name)
        });
    }
    out.push('{');
    for (place, field) in fields.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        go_json_string(out, &go_name(field.name));
        out.push(':');
        one(out, field, of.get(field.name));
    }
    out.push('}');
}

/// The field's name in Go.
fn go_name(name: &str) -> String {
    match name {
        "seLinuxOptions" => "SELinuxOptions".to_owned(),
        _ => {
            let mut letters = name.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        }
    }
}

fn one(out: &mut String, field: &Field, value: &StoredValue) {
    match value {
        // Behind no pointer in the inner types, whatever the API's have.
        StoredValue::Null if field.item == Item::IntOrString => out.push('0'),
        StoredValue::Null if field.shape == Shape::One && !field.pointer => match field.item {
            Item::Bool => out.push_str("false"),
            Item::Int32 | Item::Int64 | Item::IntOrString => out.push('0'),
            Item::String => out.push_str("\"\""),
            Item::Quantity => out.push_str("\"0\""),
            Item::Struct(id) => write(out, &StoredStruct::new(id)),
            Item::Time | Item::Raw => out.push_str("null"),
        },
        StoredValue::Struct(inner) => write(out, inner),
        StoredValue::List(items) => list(out, field, items),
        other => out.push_str(&other.to_json()),
    }
}

fn list(out: &mut String, field: &Field, items: &[StoredValue]) {
    out.push('[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        one(out, field, item);
    }
    out.push(']');
}

/// A list of structs as JSON of the inner type.
pub(super) fn json_list<'s>(items: impl Iterator<Item = &'s StoredStruct>) -> String {
    let mut out = "[".to_owned();
    for (place, item) in items.enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(&mut out, item);
    }
    out.push(']');
    out
}
