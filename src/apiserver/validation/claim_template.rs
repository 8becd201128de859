//! Claims for volumes that are made with a Pod.

use super::field_error::{Bad, Errors, NOT_POSITIVE};
use super::path::Path;
use super::{formats, labels};
use crate::manifest::StoredStruct;
use crate::model::Quantity;
use crate::schema;

/// Upstream: pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimTemplate (v1.36.3)
pub(super) fn check(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    if let Some(metadata) = of.inner("metadata") {
        let path = path.field("metadata");
        labels::annotations(
            errors,
            metadata.map("annotations"),
            &path.field("annotations"),
        );
        labels::labels(errors, metadata.map("labels"), &path.field("labels"));
        let order = [
            "name",
            "generateName",
            "namespace",
            "selfLink",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "ownerReferences",
            "finalizers",
            "managedFields",
        ];
        for field in order {
            if metadata.has(field) && !is_zero(metadata, field) {
                // Upstream lowers the first letter of the Go name alone.
                let name = match field {
                    "uid" => "uID",
                    field => field,
                };
                errors.forbidden(&path.field(name), "cannot be set");
            }
        }
    }
    match of.inner("spec") {
        Some(spec) => claim(errors, spec, &path.field("spec")),
        None => {
            let id = schema::named("v1.PersistentVolumeClaimSpec");
            if let Some(id) = id {
                claim(errors, &StoredStruct::new(id), &path.field("spec"));
            }
        }
    }
}

fn is_zero(of: &StoredStruct, field: &str) -> bool {
    let pointer = schema::field(of.id, field).is_some_and(|field| field.pointer);
    !pointer && of.text(field).is_empty() && of.int(field) == 0 && of.count(field) == 0
}

/// Upstream: pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec (v1.36.3)
fn claim(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    const MODES: [&str; 4] = [
        "ReadOnlyMany",
        "ReadWriteMany",
        "ReadWriteOnce",
        "ReadWriteOncePod",
    ];
    let modes_path = path.field("accessModes");
    if of.count("accessModes") == 0 {
        errors.required(&modes_path, "at least 1 access mode is required");
    }
    labels::selector(errors, of.inner("selector"), false, &path.field("selector"));
    let (mut one_pod, mut other) = (false, false);
    for mode in of.texts("accessModes") {
        let known = MODES.contains(&mode);
        if !known {
            errors.not_supported(&modes_path, Bad::Word(mode), &MODES);
        }
        one_pod |= mode == "ReadWriteOncePod";
        other |= known && mode != "ReadWriteOncePod";
    }
    if one_pod && other {
        let detail = "may not use ReadWriteOncePod with other access modes";
        errors.forbidden(&modes_path, detail);
    }
    let resources = of.inner("resources");
    let storage = resources.and_then(|resources| resources.entry("requests", "storage"));
    let storage_path = path.field("resources");
    let storage_path = storage_path.key("storage");
    match storage {
        None => errors.required(&storage_path, ""),
        Some(amount) => {
            let nanos = Quantity::new(amount).nanos().unwrap_or_default();
            if nanos <= 0 {
                errors.invalid(&storage_path, Bad::Text(amount), NOT_POSITIVE);
            }
        }
    }
    class(errors, of, "storageClassName", path);
    errors.one_if_set(of, "volumeMode", &["Block", "Filesystem"], path);
    data_sources(errors, of, path);
    class(errors, of, "volumeAttributesClassName", path);
}

fn class(errors: &mut Errors, of: &StoredStruct, field: &str, path: &Path<'_>) {
    let name = of.text(field);
    if !name.is_empty() {
        errors.each(&path.field(field), name, formats::subdomain(name));
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateDataSource, validateDataSourceRef (v1.36.3)
fn data_sources(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let (source, reference) = (of.inner("dataSource"), of.inner("dataSourceRef"));
    for (field, own) in [("dataSource", source), ("dataSourceRef", reference)] {
        let Some(own) = own else {
            continue;
        };
        let path = path.field(field);
        for field in ["name", "kind"] {
            errors.needs(own, field, &path);
        }
        let (group, kind) = (own.text("apiGroup"), own.text("kind"));
        if group.is_empty() {
            if kind != "PersistentVolumeClaim" {
                let detail =
                    "must be 'PersistentVolumeClaim' when referencing the default apiGroup";
                errors.invalid(&path, Bad::Text(kind), detail);
            }
        } else {
            errors.each(&path.field("apiGroup"), group, formats::subdomain(group));
        }
        let namespace = own.text("namespace");
        if !namespace.is_empty() {
            let path = path.field("namespace");
            errors.each(&path, namespace, formats::label(namespace));
        }
    }
    let Some((source, reference)) = source.zip(reference) else {
        return;
    };
    let same = ["apiGroup", "kind", "name"]
        .iter()
        .all(|field| source.text_if_set(field).unwrap_or_default() == reference.text(field));
    let detail = if !reference.text("namespace").is_empty() {
        "may not be specified when dataSourceRef.namespace is specified"
    } else if !same {
        "must match dataSourceRef"
    } else {
        return;
    };
    // Upstream gives the way to the field as its value, and Go prints it as a struct without fields.
    errors.invalid(path, Bad::Raw("{}"), detail);
}
