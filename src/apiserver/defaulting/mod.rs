//! Defaults of every field of the API's types, with what they added marked: an object as the server stores it.

mod pod;
mod pod_resources;
mod service;

pub(super) use pod_resources::of_containers;

use super::image_name::is_latest;
use super::stored::defaults_of;
use crate::manifest::{StoredField, StoredStruct, StoredValue, rounded_quantity};
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
        "v1.Pod" => pod::before(object),
        "v1.Node" => node(object),
        "v1.Service" => service::fill(object),
        "v1.PriorityClass" => fill_text(object, "preemptionPolicy", "PreemptLowerPriority"),
        _ => {}
    }
    walk(object);
    if !matches!(kind, "v1.Node" | "v1.PriorityClass")
        && let Some(metadata) = inner(object, "metadata")
    {
        fill_text(metadata, "namespace", "default");
    }
}

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_NodeStatus (v1.36.3)
fn node(node: &mut StoredStruct) {
    let Some(status) = inner(node, "status") else {
        return;
    };
    let capacity = status.get("capacity").clone();
    if *status.get("allocatable") == StoredValue::Null && capacity != StoredValue::Null {
        status.add("allocatable", capacity);
    }
}

/// What belongs to a struct by its type alone, and then to all that it holds.
fn walk(object: &mut StoredStruct) {
    let name = schema::name(object.id);
    for (field, default) in defaults_of(name) {
        fill_literal(object, field, default);
    }
    match name {
        "v1.Container" | "v1.EphemeralContainer" => pull_policy(object, "image", "imagePullPolicy"),
        "v1.ImageVolumeSource" => pull_policy(object, "reference", "pullPolicy"),
        "v1.DaemonSetUpdateStrategy" if object.get("type").as_text() == "RollingUpdate" => {
            fill_literal(object, "rollingUpdate", "{}");
            if let Some(limits) = object.inner_mut("rollingUpdate") {
                fill_literal(limits, "maxUnavailable", "1");
                fill_literal(limits, "maxSurge", "0");
            }
        }
        "v1.Volume" => {
            let source = |entry: &StoredField| {
                entry.field.embedded == "VolumeSource" && entry.value != StoredValue::Null
            };
            if !object.entries.iter().any(source) {
                fill_literal(object, "emptyDir", "{}");
            }
        }
        _ => {}
    }
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

/// Upstream: pkg/apis/core/v1/defaults.go SetDefaults_Container (v1.36.3)
fn pull_policy(object: &mut StoredStruct, image: &str, policy: &str) {
    let latest = is_latest(object.get(image).as_text());
    fill_text(
        object,
        policy,
        if latest { "Always" } else { "IfNotPresent" },
    );
}

/// The struct in a field, made where the field is no pointer.
fn inner<'o>(object: &'o mut StoredStruct, name: &str) -> Option<&'o mut StoredStruct> {
    let field = schema::field(object.id, name)?;
    if let (Item::Struct(id), false) = (field.item, field.pointer) {
        let missing = |value: &StoredValue| *value == StoredValue::Null;
        fill_field(object, field, missing, || new(id));
    }
    object.inner_mut(name)
}

fn new(id: TypeId) -> StoredValue {
    StoredValue::Struct(StoredStruct::new(id))
}

fn fill_text(object: &mut StoredStruct, name: &str, default: &str) {
    if let Some(field) = schema::field(object.id, name) {
        fill(object, field, || StoredValue::Text(default.to_owned()));
    }
}

/// A default as it stands in a table: JSON.
fn fill_literal(object: &mut StoredStruct, name: &str, default: &str) {
    let Some(field) = schema::field(object.id, name) else {
        return;
    };
    fill(object, field, || match (default, field.item) {
        ("{}", Item::Struct(id)) => new(id),
        ("false", _) => StoredValue::Bool(false),
        ("true", _) => StoredValue::Bool(true),
        (text, _) => match text.parse() {
            Ok(number) => StoredValue::Int(number),
            Err(_) => StoredValue::Text(text.trim_matches('"').to_owned()),
        },
    });
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
