//! Annotations of Pods that have a meaning, most of them from before there was a field.

use super::annotation_json;
use super::field_error::{Bad, Errors};
use super::options::Options;
use super::path::Path;
use super::{paths, pod, tolerations};
use crate::manifest::{StoredStruct, go_quote};

pub(super) const MIRROR: &str = "kubernetes.io/config.mirror";
pub(super) const APP_ARMOR: &str = "container.apparmor.security.beta.kubernetes.io/";
pub(super) const SECCOMP_POD: &str = "seccomp.security.alpha.kubernetes.io/pod";
pub(super) const SECCOMP_CONTAINER: &str = "container.seccomp.security.alpha.kubernetes.io/";
const TOLERATIONS: &str = "scheduler.alpha.kubernetes.io/tolerations";
const DELETION_COST: &str = "controller.kubernetes.io/pod-deletion-cost";

/// Upstream: pkg/apis/core/validation/validation.go ValidatePodSpecificAnnotations (v1.36.3)
pub(super) fn check(
    errors: &mut Errors,
    metadata: &StoredStruct,
    spec: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let annotation = |key| metadata.entry("annotations", key);
    if let Some(value) = annotation(MIRROR)
        && spec.text("nodeName").is_empty()
    {
        let detail = "must set spec.nodeName if mirror pod annotation is set";
        errors.invalid(&path.key(MIRROR), Bad::Text(value), detail);
    }
    let text = annotation(TOLERATIONS).unwrap_or_default();
    if !text.is_empty() {
        match annotation_json::structs("v1.Toleration", text) {
            Ok(found) => {
                let path = path.field(TOLERATIONS);
                tolerations::tolerations(errors, &mut found.iter(), &path, options);
            }
            Err(problem) => errors.invalid(path, Bad::Text(TOLERATIONS), &problem),
        }
    }
    if !options.any_deletion_cost && !has_deletion_cost(metadata) {
        let value = annotation(DELETION_COST).unwrap_or_default();
        let detail = "must be a 32bit integer";
        errors.invalid(&path.key(DELETION_COST), Bad::Text(value), detail);
    }
    seccomp(errors, metadata, path);
    app_armor(errors, metadata, spec, path);
}

/// Whether the cost of deletion is a number, or not said.
///
/// Upstream: pkg/apis/core/helper/helpers.go GetDeletionCostFromPodAnnotations (v1.36.3)
pub(super) fn has_deletion_cost(metadata: &StoredStruct) -> bool {
    let Some(value) = metadata.entry("annotations", DELETION_COST) else {
        return true;
    };
    let first = value.bytes().next();
    let starts = matches!(first, Some(b'-' | b'1'..=b'9')) || value == "0";
    starts && value.parse::<i32>().is_ok()
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateSeccompPodAnnotations (v1.36.3)
fn seccomp(errors: &mut Errors, metadata: &StoredStruct, path: &Path<'_>) {
    let annotations = metadata.map("annotations");
    let of_pod = annotations.iter().filter(|(key, _)| key == SECCOMP_POD);
    let of_containers = annotations
        .iter()
        .filter(|(key, _)| key.starts_with(SECCOMP_CONTAINER));
    for (key, value) in of_pod.chain(of_containers) {
        let (value, path) = (value.as_text(), path.field(key));
        if ["runtime/default", "docker/default", "unconfined"].contains(&value) {
            continue;
        }
        match value.strip_prefix("localhost/") {
            Some(profile) => paths::local_descending(errors, profile, &path),
            None => errors.invalid(&path, Bad::Text(value), "must be a valid seccomp profile"),
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateAppArmorPodAnnotations (v1.36.3)
fn app_armor(errors: &mut Errors, metadata: &StoredStruct, spec: &StoredStruct, path: &Path<'_>) {
    let mut names = None;
    for (key, value) in metadata.map("annotations") {
        let Some(container) = key.strip_prefix(APP_ARMOR) else {
            continue;
        };
        let names = names.get_or_insert_with(|| pod::container_names(spec));
        let path = path.key(key);
        if !names.contains_key(container) {
            errors.invalid(&path, Bad::Text(container), "container not found");
        }
        let value = value.as_text();
        let known = ["", "runtime/default", "unconfined"].contains(&value);
        if !known && !value.starts_with("localhost/") {
            let detail = ["invalid AppArmor profile name: ", &go_quote(value)].concat();
            errors.invalid(&path, Bad::Text(value), &detail);
        }
    }
}

/// What a change of a Pod may do to them.
///
/// Upstream: pkg/apis/core/validation/validation.go ValidatePodSpecificAnnotationUpdates (v1.36.3)
pub(super) fn on_update(
    errors: &mut Errors,
    (new, old): (&StoredStruct, &StoredStruct),
    spec: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    for (key, value) in old.map("annotations") {
        if new.entry("annotations", key) == Some(value.as_text()) {
            continue;
        }
        let path = path.key(key);
        if key.starts_with(APP_ARMOR) {
            errors.forbidden(&path, "may not remove or update AppArmor annotations");
        }
        if key == MIRROR {
            errors.forbidden(&path, "may not remove or update mirror pod annotation");
        }
    }
    for (key, _) in new.map("annotations") {
        if old.entry("annotations", key).is_some() {
            continue;
        }
        let path = path.key(key);
        if key.starts_with(APP_ARMOR) {
            errors.forbidden(&path, "may not add AppArmor annotations");
        }
        if key == MIRROR {
            errors.forbidden(&path, "may not add mirror pod annotation");
        }
    }
    check(errors, new, spec, path, options);
}
