//! Defaults of every field of the API's types, with what they added marked: an object as the server stores it.

mod pod_resources;
mod rules;
mod service;

pub(super) use pod_resources::of_containers;
pub(super) use rules::{
    DefaultValue, Fields, fill_namespace, fill_node_status, fill_pod_spec, fill_struct,
};

use crate::manifest::{StoredField, StoredStruct, StoredValue, rounded_quantity};
use crate::order::sort_by;
use crate::schema::{self, Field, Item, Shape, TypeId};

/// Fills in what the API server fills in, of a DaemonSet, Pod, Node, Service or PriorityClass that strict decoding
/// answered; and the namespace, where it is left out, as kubectl sends it. Each field that it brings is marked as added.
///
/// ```
/// use everynode::apiserver::fill_in_defaults;
/// use everynode::manifest::{Limits, strict};
/// let text = "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 1000\n";
/// let mut object = strict(text, &Limits::default()).remove(0).object.unwrap();
/// fill_in_defaults(&mut object);
/// let policy = object.entries.iter().find(|entry| entry.field.name == "preemptionPolicy").unwrap();
/// assert_eq!((policy.value.as_text(), policy.added), ("PreemptLowerPriority", true));
/// ```
///
/// Upstream: pkg/apis/core/v1/zz_generated.defaults.go SetObjectDefaults_Pod, SetObjectDefaults_Node,
/// SetObjectDefaults_Service; pkg/apis/apps/v1/zz_generated.defaults.go SetObjectDefaults_DaemonSet (v1.36.3)
pub fn fill_in_defaults(object: &mut StoredStruct) {
    let kind = schema::name(object.id);
    match kind {
        "v1.Pod" => {
            if let Some(spec) = inner(object, "spec") {
                fill_pod_spec(spec);
                pod_resources::fill(spec);
            }
        }
        "v1.Node" => object.each("status", &mut fill_node_status),
        "v1.Service" => service::fill(object),
        "v1.PriorityClass" => {
            object.fill(
                "preemptionPolicy",
                DefaultValue::Text("PreemptLowerPriority"),
            );
        }
        _ => {}
    }
    walk(object);
    if !matches!(kind, "v1.Node" | "v1.PriorityClass") {
        object.each("metadata", &mut fill_namespace);
    }
}

/// What belongs to a struct by its type alone, and then to all that it holds.
fn walk(object: &mut StoredStruct) {
    fill_struct(schema::name(object.id), object);
    for field in schema::fields(object.id) {
        // A struct that is no pointer is always there.
        if let (Item::Struct(id), Shape::One, false) = (field.item, field.shape, field.pointer) {
            let missing = |value: &StoredValue| *value == StoredValue::Null;
            fill_field(object, field, missing, || new(id));
        }
    }
    for entry in &mut object.entries {
        into(entry.field, &mut entry.value);
    }
}

fn into(field: &Field, value: &mut StoredValue) {
    match value {
        StoredValue::Struct(inner) => walk(inner),
        StoredValue::List(items) => {
            for item in items {
                into(field, item);
            }
        }
        StoredValue::Map(entries) => {
            let resources = field
                .words
                .is_some_and(|words| words.go == "v1.ResourceList");
            for (_, value) in entries {
                match value {
                    StoredValue::Text(text) if resources => *text = rounded_quantity(text),
                    value => into(field, value),
                }
            }
        }
        _ => {}
    }
}

/// The struct in a field, made where the field is no pointer.
fn inner<'o>(object: &'o mut StoredStruct, name: &str) -> Option<&'o mut StoredStruct> {
    let field = schema::field(object.id, name)?;
    if let (Item::Struct(id), Shape::One, false) = (field.item, field.shape, field.pointer) {
        let missing = |value: &StoredValue| *value == StoredValue::Null;
        fill_field(object, field, missing, || new(id));
    }
    object.inner_mut(name)
}

fn new(id: TypeId) -> StoredValue {
    StoredValue::Struct(StoredStruct::new(id))
}

impl Fields for StoredStruct {
    fn has(&self, name: &str) -> bool {
        self.has(name)
    }

    fn is_true(&self, name: &str) -> bool {
        self.is_true(name)
    }

    fn text(&self, name: &str) -> &str {
        self.text(name)
    }

    fn fill(&mut self, name: &str, default: DefaultValue) {
        let Some(field) = schema::field(self.id, name) else {
            return;
        };
        fill(self, field, || match (default, field.item) {
            (DefaultValue::Struct, Item::Struct(id)) => new(id),
            (DefaultValue::Struct, _) => StoredValue::Null,
            (DefaultValue::False, _) => StoredValue::Bool(false),
            (DefaultValue::True, _) => StoredValue::Bool(true),
            (DefaultValue::Number(number), _) => StoredValue::Int(number.into()),
            (DefaultValue::Text(text), _) => StoredValue::Text(text.to_owned()),
        });
    }

    fn fill_from(&mut self, name: &str, other: &str) {
        let StoredValue::Map(more) = self.get(other).clone() else {
            if let Some(field) = schema::field(self.id, name) {
                let value = self.get(other).clone();
                fill(self, field, || value);
            }
            return;
        };
        let mut entries = self.map(name).to_vec();
        let before = entries.len();
        for (key, value) in more {
            if !entries.iter().any(|(known, _)| *known == key) {
                entries.push((key, value));
            }
        }
        if entries.len() > before {
            sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
            self.add(name, StoredValue::Map(entries));
        }
    }

    fn each(&mut self, name: &str, change: &mut dyn FnMut(&mut dyn Fields)) {
        if let Some(inner) = inner(self, name) {
            return change(inner);
        }
        for item in self
            .get_mut(name)
            .map_or(&mut [][..], StoredValue::items_mut)
        {
            if let StoredValue::Struct(item) = item {
                change(item);
            }
        }
    }
}

/// Fills in one field where it is left out: a pointer that is null, anything else that is zero.
fn fill(object: &mut StoredStruct, field: &'static Field, default: impl FnOnce() -> StoredValue) {
    let missing = |value: &StoredValue| match value {
        StoredValue::Null => true,
        StoredValue::Text(text) => !field.pointer && text.is_empty(),
        StoredValue::Int(0) => !field.pointer,
        _ => false,
    };
    fill_field(object, field, missing, default);
}

fn fill_field(
    object: &mut StoredStruct,
    field: &'static Field,
    missing: impl FnOnce(&StoredValue) -> bool,
    default: impl FnOnce() -> StoredValue,
) {
    let mut entries = object.entries.iter_mut();
    match entries.find(|entry| std::ptr::eq(entry.field, field)) {
        Some(entry) if !missing(&entry.value) => {}
        Some(entry) => (entry.value, entry.added) = (default(), true),
        None => object.entries.push(StoredField {
            field,
            value: default(),
            added: true,
        }),
    }
}
