//! A change of a Pod, of which nearly nothing may change.

use super::field_error::{Bad, Errors};
use super::names::Names;
use super::options::Options;
use super::path::Path;
use super::{formats, inside, line_difference, metadata, pod, pod_annotations, same, tolerations};
use crate::manifest::{StoredStruct, StoredValue};

/// Upstream: pkg/apis/core/validation/validation.go ValidatePodUpdate (v1.36.3)
pub(super) fn check(
    errors: &mut Errors,
    (own, old_own): (&StoredStruct, &StoredStruct),
    (spec, old): (&StoredStruct, &StoredStruct),
    options: &Options,
) {
    metadata::on_update(errors, own, old_own);
    metadata::kube_finalizers(errors, own);
    pod::whole(errors, own, spec, false, options);
    let annotations = Path::new("metadata.annotations");
    pod_annotations::on_update(errors, (own, old_own), spec, &annotations, options);
    let path = Path::new("spec");
    for list in ["containers", "initContainers"] {
        if !images(errors, spec, old, list, &path.field(list)) {
            return;
        }
    }
    if !deadline(errors, spec, old, &path.field("activeDeadlineSeconds")) {
        return;
    }
    added_tolerations(errors, spec, old, &path.field("tolerations"), options);
    gates(errors, spec, old, &path.field("schedulingGates"));
    if same::same_struct(spec, old) {
        return;
    }
    let mut kept = with_what_may_change(spec, old);
    if old.count("schedulingGates") > 0 {
        gated(errors, &mut kept, old, &path);
    }
    if !same::same_struct(&kept, old) {
        let start = "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";
        let (before, after) = (inside::pod_spec_json(old), inside::pod_spec_json(&kept));
        let lines = line_difference::of_json(&before, &after);
        errors.forbidden(&path, &[start, &lines].concat());
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateContainerUpdates (v1.36.3)
fn images(
    errors: &mut Errors,
    spec: &StoredStruct,
    old: &StoredStruct,
    list: &str,
    path: &Path<'_>,
) -> bool {
    if spec.count(list) != old.count(list) {
        errors.forbidden(path, "pod updates may not add or remove containers");
        return false;
    }
    for (index, container) in spec.structs(list).enumerate() {
        let path = path.index(index);
        errors.needs(container, "image", &path);
        super::containers::image_without_spaces(errors, container, &path);
    }
    true
}

fn deadline(errors: &mut Errors, spec: &StoredStruct, old: &StoredStruct, path: &Path<'_>) -> bool {
    let field = "activeDeadlineSeconds";
    match (spec.int_if_set(field), old.int_if_set(field)) {
        (Some(now), was) => {
            if let Some(detail) = formats::range(now, 0, i64::from(i32::MAX)) {
                errors.invalid(path, Bad::Int(now), &detail);
                return false;
            }
            if was.is_some_and(|was| was < now) {
                let detail = "must be less than or equal to previous value";
                errors.invalid(path, Bad::Int(now), detail);
                return false;
            }
        }
        (None, Some(_)) => {
            let detail = "must not update from a positive integer to nil value";
            errors.invalid(path, Bad::Raw("null"), detail);
        }
        (None, None) => {}
    }
    true
}

/// Upstream: pkg/apis/core/validation/validation.go validateOnlyAddedTolerations (v1.36.3)
fn added_tolerations(
    errors: &mut Errors,
    spec: &StoredStruct,
    old: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let key = |of: &StoredStruct| {
        let fields = ["key", "operator", "value", "effect"];
        fields.map(|field| of.text(field)).join("\n")
    };
    let mut known = super::names::OwnNames::new();
    for toleration in spec.structs("tolerations") {
        known.insert(key(toleration), 0);
    }
    let mut before = old.structs("tolerations");
    if before.any(|toleration| !known.contains_key(key(toleration).as_str())) {
        let detail = "existing toleration can not be modified except its tolerationSeconds";
        errors.forbidden(path, detail);
        return;
    }
    tolerations::tolerations(errors, &mut spec.structs("tolerations"), path, options);
}

/// Upstream: pkg/apis/core/validation/validation.go validateOnlyDeletedSchedulingGates (v1.36.3)
fn gates(errors: &mut Errors, spec: &StoredStruct, old: &StoredStruct, path: &Path<'_>) {
    let mut before = Names::new();
    for gate in old.structs("schedulingGates") {
        before.insert(gate.text("name"), 0);
    }
    for (index, gate) in spec.structs("schedulingGates").enumerate() {
        let name = gate.text("name");
        if !before.contains_key(name) {
            let path = path.index(index);
            let start = "only deletion is allowed, but found new scheduling gate '";
            let detail = [start, name, "'"].concat();
            errors.forbidden(&path.field("name"), &detail);
        }
    }
}

/// The new spec with the stored one's values where a change is allowed.
fn with_what_may_change(spec: &StoredStruct, old: &StoredStruct) -> StoredStruct {
    let mut kept = spec.clone();
    for list in ["containers", "initContainers"] {
        let images: Vec<StoredValue> = old
            .structs(list)
            .map(|container| container.get("image").clone())
            .collect();
        let containers = kept.get_mut(list).map(StoredValue::items_mut);
        for (container, image) in containers.unwrap_or_default().iter_mut().zip(images) {
            if let StoredValue::Struct(container) = container {
                container.add("image", image);
            }
        }
    }
    for field in ["activeDeadlineSeconds", "schedulingGates", "tolerations"] {
        kept.add(field, old.get(field).clone());
    }
    let field = "terminationGracePeriodSeconds";
    if old.int(field) < 0 && kept.int(field) == 1 {
        kept.add(field, old.get(field).clone());
    }
    kept
}

/// Of a Pod that gates hold back, what narrows its Nodes may be added.
///
/// Upstream: pkg/apis/core/validation/validation.go validateNodeSelectorMutation, validateNodeAffinityMutation (v1.36.3)
fn gated(errors: &mut Errors, kept: &mut StoredStruct, old: &StoredStruct, path: &Path<'_>) {
    let mut before = old.map("nodeSelector").iter();
    if before.any(|(key, value)| kept.entry("nodeSelector", key) != Some(value.as_text())) {
        let detail = "only additions to spec.nodeSelector are allowed (no mutations or deletions)";
        let bad = Bad::Json(kept.get("nodeSelector"));
        errors.invalid(&path.field("nodeSelector"), bad, detail);
    }
    if !same::same(kept.get("nodeSelector"), old.get("nodeSelector")) {
        kept.add("nodeSelector", old.get("nodeSelector").clone());
    }
    let of = |spec: &StoredStruct| -> StoredValue {
        let affinity = spec.inner("affinity");
        affinity.map_or(StoredValue::Null, |a| a.get("nodeAffinity").clone())
    };
    let (now, was) = (of(kept), of(old));
    if same::same(&now, &was) {
        return;
    }
    terms(errors, &now, &was, &path.field("affinity.nodeAffinity"));
    match kept.inner_mut("affinity") {
        None => kept.add("affinity", old.get("affinity").clone()),
        Some(affinity) => {
            affinity.add("nodeAffinity", was);
            let others = ["podAffinity", "podAntiAffinity"];
            if !old.has("affinity") && !others.iter().any(|field| affinity.has(field)) {
                kept.add("affinity", StoredValue::Null);
            }
        }
    }
}

fn terms(errors: &mut Errors, now: &StoredValue, was: &StoredValue, path: &Path<'_>) {
    let required = "requiredDuringSchedulingIgnoredDuringExecution";
    let path = path.field(required);
    let path = path.field("nodeSelectorTerms");
    let of = |affinity: &StoredValue| -> Vec<StoredStruct> {
        let required = affinity.as_struct().and_then(|a| a.inner(required));
        let terms = required
            .into_iter()
            .flat_map(|r| r.structs("nodeSelectorTerms"));
        terms.cloned().collect()
    };
    let (now, was) = (of(now), of(was));
    if !was.is_empty() && was.len() != now.len() {
        let text = match now.is_empty() {
            true => "null".to_owned(),
            false => inside::json_list(now.iter()),
        };
        let detail = "no additions/deletions to non-empty NodeSelectorTerms list are allowed";
        errors.invalid(&path, Bad::Raw(&text), detail);
        return;
    }
    for (index, (now, was)) in now.iter().zip(&was).enumerate() {
        if !only_adds(now, was) {
            let detail = "only additions are allowed (no mutations or deletions)";
            errors.invalid(&path.index(index), Bad::Inside(now), detail);
        }
    }
}

fn only_adds(now: &StoredStruct, was: &StoredStruct) -> bool {
    let lists = ["matchExpressions", "matchFields"];
    if lists.iter().all(|list| was.count(list) == 0) {
        return lists.iter().all(|list| now.count(list) == 0);
    }
    lists.iter().all(|list| {
        let starts = now.structs(list).zip(was.structs(list));
        now.count(list) >= was.count(list) && { starts }.all(|(a, b)| same::same_struct(a, b))
    })
}
