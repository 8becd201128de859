//! What every object has: name, namespace, labels, annotations, owners, finalizers.

use super::field_error::{Bad, Errors, IMMUTABLE};
use super::formats::{self, NameForm};
use super::labels;
use super::names::Names;
use super::path::Path;
use crate::manifest::{StoredStruct, StoredValue, go_quote};

/// What the kind of an object asks of its metadata.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) namespaced: bool,
    pub(super) name: NameForm,
    /// The server does not count the generation of such objects itself.
    pub(super) own_generation: bool,
}

const PATH: &str = "metadata";

/// Of a new object, whose name may be generated; and of a changed one, with the form of a path for the name.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateObjectMetaAccessor (v1.36.3)
pub(super) fn on_create(errors: &mut Errors, metadata: &StoredStruct, kind: Kind, is_new: bool) {
    let path = Path::new(PATH);
    let (prefix, name) = (metadata.text("generateName"), metadata.text("name"));
    if !prefix.is_empty() {
        let messages = kind.name.check_prefix(prefix);
        errors.each(&path.field("generateName"), prefix, messages);
    }
    let generated = [prefix, "xxxxx"].concat();
    let name = if is_new && name.is_empty() && !prefix.is_empty() {
        generated.as_str()
    } else {
        name
    };
    if name.is_empty() {
        let detail = "name or generateName is required";
        errors.required(&path.field("name"), detail);
    } else {
        errors.each(&path.field("name"), name, kind.name.check(name));
    }
    let namespace = metadata.text("namespace");
    let namespace_path = path.field("namespace");
    match (kind.namespaced, namespace.is_empty()) {
        (true, true) => errors.required(&namespace_path, ""),
        (true, false) => errors.each(&namespace_path, namespace, formats::label(namespace)),
        // The server takes it away from kinds that have none, before it looks.
        (false, _) => {}
    }
    if is_new && kind.own_generation {
        let generation = metadata.int("generation");
        errors.nonnegative(&path.field("generation"), generation);
    }
    maps(errors, metadata, &path);
    owners(errors, metadata, &path.field("ownerReferences"));
    finalizers(errors, metadata, &path.field("finalizers"));
    managed_fields(errors, metadata, &path.field("managedFields"));
}

fn maps(errors: &mut Errors, metadata: &StoredStruct, path: &Path<'_>) {
    labels::labels(errors, metadata.map("labels"), &path.field("labels"));
    let annotations = metadata.map("annotations");
    labels::annotations(errors, annotations, &path.field("annotations"));
}

/// Upstream: pkg/apis/core/validation/validation.go validateKubeFinalizerName (v1.36.3)
pub(super) fn kube_finalizers(errors: &mut Errors, metadata: &StoredStruct) {
    let path = Path::new("metadata.finalizers");
    for (index, name) in metadata.texts("finalizers").enumerate() {
        let known = ["kubernetes", "orphan", "foregroundDeletion"].contains(&name);
        if !name.as_bytes().contains(&b'/') && !known {
            let detail = "name is neither a standard finalizer name nor is it fully qualified";
            errors.invalid(&path.index(index), Bad::Text(name), detail);
        }
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateFinalizers (v1.36.3)
fn finalizers(errors: &mut Errors, metadata: &StoredStruct, path: &Path<'_>) {
    let (mut orphan, mut delete) = (false, false);
    for name in metadata.texts("finalizers") {
        errors.each(path, name, formats::qualified_name(name));
        orphan |= name == "orphan";
        delete |= name == "foregroundDeletion";
    }
    if orphan && delete {
        let detail = "finalizer orphan and foregroundDeletion cannot be both set";
        errors.invalid(path, Bad::Json(metadata.get("finalizers")), detail);
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateOwnerReferences (v1.36.3)
fn owners(errors: &mut Errors, metadata: &StoredStruct, path: &Path<'_>) {
    let mut first: Option<String> = None;
    let field = metadata.get("ownerReferences");
    for item in field.items() {
        let Some(owner) = item.as_struct() else {
            continue;
        };
        let (version, kind) = (owner.text("apiVersion"), owner.text("kind"));
        // Upstream reads `a/b/c`, and nothing, as no version at all.
        let (group, own) = version.split_once('/').unwrap_or(("", version));
        if own.is_empty() || own.as_bytes().contains(&b'/') {
            let detail = "version must not be empty";
            errors.invalid(&path.field("apiVersion"), Bad::Text(version), detail);
        }
        for name in ["kind", "name", "uid"] {
            let value = owner.text(name);
            if value.is_empty() {
                let bad = match name {
                    "uid" => Bad::Word(value),
                    _ => Bad::Text(value),
                };
                errors.invalid(&path.field(name), bad, "must not be empty");
            }
        }
        if group.is_empty() && own == "v1" && kind == "Event" {
            let detail = "/v1, Kind=Event is disallowed from being an owner";
            errors.invalid(path, Bad::Json(item), detail);
        }
        if owner.is_true("controller") {
            let name = [kind, "/", owner.text("name")].concat();
            match &first {
                None => first = Some(name),
                Some(first) => {
                    let start = "Only one reference can have Controller set to true. Found \"true\" in references for ";
                    let detail = [start, first, " and ", &name].concat();
                    errors.invalid(path, Bad::Json(field), &detail);
                }
            }
        }
    }
}

/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateManagedFields (v1.36.3)
fn managed_fields(errors: &mut Errors, metadata: &StoredStruct, path: &Path<'_>) {
    for (index, entry) in metadata.structs("managedFields").enumerate() {
        let path = path.index(index);
        let operation = entry.text("operation");
        if !["Apply", "Update"].contains(&operation) {
            let detail = "must be `Apply` or `Update`";
            errors.invalid(&path.field("operation"), Bad::Word(operation), detail);
        }
        let fields_type = entry.text("fieldsType");
        if !fields_type.is_empty() && fields_type != "FieldsV1" {
            let detail = "must be `FieldsV1`";
            errors.invalid(&path.field("fieldsType"), Bad::Text(fields_type), detail);
        }
        manager(errors, entry.text("manager"), &path.field("manager"));
        if entry.text("subresource").len() > 256 {
            errors.too_long(&path.field("subresource"), 256);
        }
    }
}

/// DIFFERENCE: what Go takes for printable is more than ASCII; here it is all but control characters.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go ValidateFieldManager (v1.36.3)
fn manager(errors: &mut Errors, manager: &str, path: &Path<'_>) {
    if manager.len() > 128 {
        errors.too_long(path, 128);
    }
    for (place, c) in manager.char_indices().filter(|(_, c)| c.is_control()) {
        let mut detail = "invalid character U+".to_owned();
        for shift in [12, 8, 4, 0] {
            let digit = char::from_digit((c as u32 >> shift) & 15, 16).unwrap_or('0');
            detail.push(digit.to_ascii_uppercase());
        }
        detail.push_str(" (at position ");
        detail.push_str(&place.to_string());
        detail.push(')');
        errors.invalid(path, Bad::Text(manager), &detail);
    }
}

/// What a change must leave as it is. Identity and times of the stored object are the server's own.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateObjectMetaAccessorUpdate (v1.36.3)
pub(super) fn on_update(errors: &mut Errors, new: &StoredStruct, old: &StoredStruct) {
    let path = Path::new(PATH);
    if old.has("deletionTimestamp") {
        let mut before = Names::new();
        for name in old.texts("finalizers") {
            before.insert(name, 0);
        }
        let mut extra = Names::new();
        for name in new.texts("finalizers") {
            if !before.contains_key(name) {
                extra.insert(name, 0);
            }
        }
        if !extra.is_empty() {
            let start = "no new finalizers can be added if the object is being deleted, found new finalizers []string{";
            let names: Vec<String> = extra.keys().map(|name| go_quote(name)).collect();
            let detail = [start, &names.join(", "), "}"].concat();
            errors.forbidden(&path.field("finalizers"), &detail);
        }
    }
    for field in ["name", "namespace"] {
        if new.text(field) != old.text(field) {
            errors.invalid(&path.field(field), Bad::Text(new.text(field)), IMMUTABLE);
        }
    }
    for field in ["deletionTimestamp", "deletionGracePeriodSeconds"] {
        let (now, before) = (new.get(field), old.get(field));
        // The server itself keeps what the stored object has.
        let kept = match field {
            "deletionTimestamp" => *before != StoredValue::Null,
            _ => *before != StoredValue::Null && *now == StoredValue::Null,
        };
        if !kept && now != before {
            errors.invalid(&path.field(field), Bad::Json(now), IMMUTABLE);
        }
    }
    maps(errors, new, &path);
    owners(errors, new, &path.field("ownerReferences"));
    managed_fields(errors, new, &path.field("managedFields"));
}
