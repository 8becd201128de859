//! Affinity to Nodes and to Pods.

use super::field_error::{Bad, Errors};
use super::formats;
use super::labels::{self, EXISTS_WITH_VALUES, IN_WITHOUT_VALUES, label_name};
use super::match_label_keys;
use super::options::Options;
use super::path::Path;
use crate::manifest::StoredStruct;

const REQUIRED: &str = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED: &str = "preferredDuringSchedulingIgnoredDuringExecution";

/// Upstream: pkg/apis/core/validation/validation.go validateAffinity (v1.36.3)
pub(super) fn affinity(
    errors: &mut Errors,
    affinity: Option<&StoredStruct>,
    options: &Options,
    path: &Path<'_>,
) {
    let Some(affinity) = affinity else {
        return;
    };
    if let Some(node) = affinity.inner("nodeAffinity") {
        node_affinity(errors, node, options, &path.field("nodeAffinity"));
    }
    for field in ["podAffinity", "podAntiAffinity"] {
        if let Some(pods) = affinity.inner(field) {
            pod_affinity(errors, pods, options, &path.field(field));
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateNodeAffinity, ValidateNodeSelector,
/// ValidatePreferredSchedulingTerms (v1.36.3)
fn node_affinity(errors: &mut Errors, of: &StoredStruct, options: &Options, path: &Path<'_>) {
    if let Some(required) = of.inner(REQUIRED) {
        let path = path.field(REQUIRED);
        let path = path.field("nodeSelectorTerms");
        if required.count("nodeSelectorTerms") == 0 {
            errors.required(&path, "must have at least one node selector term");
        }
        for (index, one) in required.structs("nodeSelectorTerms").enumerate() {
            term(
                errors,
                one,
                options.any_value_in_node_affinity,
                &path.index(index),
            );
        }
    }
    let path = path.field(PREFERRED);
    for (index, preferred) in of.structs(PREFERRED).enumerate() {
        let path = path.index(index);
        weight(errors, preferred, &path);
        if let Some(preference) = preferred.inner("preference") {
            term(errors, preference, true, &path.field("preference"));
        }
    }
}

fn weight(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let weight = of.int("weight");
    if !(1..=100).contains(&weight) {
        let detail = "must be in the range 1-100";
        errors.invalid(&path.field("weight"), Bad::Int(weight), detail);
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateNodeSelectorTerm (v1.36.3)
fn term(errors: &mut Errors, term: &StoredStruct, any_value: bool, path: &Path<'_>) {
    let expressions = path.field("matchExpressions");
    for (index, expression) in term.structs("matchExpressions").enumerate() {
        requirement(errors, expression, any_value, &expressions.index(index));
    }
    let fields = path.field("matchFields");
    for (index, field) in term.structs("matchFields").enumerate() {
        field_requirement(errors, field, &fields.index(index));
    }
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateNodeSelectorRequirement (v1.36.3)
fn requirement(errors: &mut Errors, of: &StoredStruct, any_value: bool, path: &Path<'_>) {
    let (operator, count) = (of.text("operator"), of.count("values"));
    let values = path.field("values");
    match operator {
        "In" | "NotIn" if count == 0 => errors.required(&values, IN_WITHOUT_VALUES),
        "Exists" | "DoesNotExist" if count > 0 => errors.forbidden(&values, EXISTS_WITH_VALUES),
        "Gt" | "Lt" if count != 1 => {
            let detail = "must be specified single value when `operator` is 'Lt' or 'Gt'";
            errors.required(&values, detail);
        }
        "In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt" => {}
        _ => unknown_operator(errors, operator, path),
    }
    label_name(errors, of.text("key"), &path.field("key"));
    if !any_value {
        for (index, value) in of.texts("values").enumerate() {
            errors.each(&values.index(index), value, formats::label_value(value));
        }
    }
}

fn unknown_operator(errors: &mut Errors, operator: &str, path: &Path<'_>) {
    let detail = "not a valid selector operator";
    errors.invalid(&path.field("operator"), Bad::Word(operator), detail);
}

/// Upstream: pkg/apis/core/validation/validation.go ValidateNodeFieldSelectorRequirement (v1.36.3)
fn field_requirement(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let operator = of.text("operator");
    let values = path.field("values");
    match operator {
        "In" | "NotIn" => {
            if of.count("values") != 1 {
                let detail = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
                errors.required(&values, detail);
            }
        }
        _ => unknown_operator(errors, operator, path),
    }
    let key = of.text("key");
    if key != "metadata.name" {
        let detail = "not a valid field selector key";
        errors.invalid(&path.field("key"), Bad::Text(key), detail);
        return;
    }
    for (index, value) in of.texts("values").enumerate() {
        errors.each(&values.index(index), value, formats::subdomain(value));
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodAffinity, validatePodAntiAffinity (v1.36.3)
fn pod_affinity(errors: &mut Errors, of: &StoredStruct, options: &Options, path: &Path<'_>) {
    let any_value = options.any_value_in_selector;
    let required = path.field(REQUIRED);
    for (index, one) in of.structs(REQUIRED).enumerate() {
        pod_term(errors, one, any_value, &required.index(index));
    }
    let preferred = path.field(PREFERRED);
    for (index, one) in of.structs(PREFERRED).enumerate() {
        let path = preferred.index(index);
        weight(errors, one, &path);
        if let Some(inner) = one.inner("podAffinityTerm") {
            pod_term(errors, inner, any_value, &path.field("podAffinityTerm"));
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodAffinityTerm (v1.36.3)
fn pod_term(errors: &mut Errors, term: &StoredStruct, any_value: bool, path: &Path<'_>) {
    for field in ["labelSelector", "namespaceSelector"] {
        labels::selector(errors, term.inner(field), any_value, &path.field(field));
    }
    for name in term.texts("namespaces") {
        errors.each(&path.field("namespace"), name, formats::label(name));
    }
    match_label_keys::both(errors, term, path);
    let key = term.text("topologyKey");
    let path = path.field("topologyKey");
    if key.is_empty() {
        errors.required(&path, "can not be empty");
    }
    label_name(errors, key, &path);
}

/// Terms of affinity and anti-affinity to Pods, in the order of the warnings about them; the weighted ones without
/// their weight.
fn pod_terms(spec: &StoredStruct) -> impl Iterator<Item = &StoredStruct> {
    let affinity = spec.inner("affinity");
    let kinds = ["podAffinity", "podAntiAffinity"];
    let kinds = kinds
        .into_iter()
        .filter_map(move |kind| affinity?.inner(kind));
    kinds.flat_map(|kind| {
        let preferred = kind.structs(PREFERRED);
        let preferred = preferred.filter_map(|one| one.inner("podAffinityTerm"));
        kind.structs(REQUIRED).chain(preferred)
    })
}

/// Whether a selector of affinity to Pods is one that the server would not take.
///
/// Upstream: pkg/api/pod/util.go hasInvalidLabelValueInAffinitySelector (v1.36.3)
pub(super) fn has_odd_selector(spec: &StoredStruct) -> bool {
    pod_terms(spec).any(|term| {
        let mut errors = Errors::default();
        let path = Path::new("");
        labels::selector(&mut errors, term.inner("labelSelector"), false, &path);
        labels::selector(&mut errors, term.inner("namespaceSelector"), false, &path);
        !errors.found.is_empty()
    })
}

/// Whether required affinity to Nodes has a value that is none of a label.
///
/// Upstream: pkg/api/pod/util.go hasInvalidLabelValueInRequiredNodeAffinity (v1.36.3)
pub(super) fn has_odd_value(spec: &StoredStruct) -> bool {
    let node = spec.inner("affinity").and_then(|a| a.inner("nodeAffinity"));
    let required = node.and_then(|node| node.inner(REQUIRED));
    let terms = required
        .into_iter()
        .flat_map(|r| r.structs("nodeSelectorTerms"));
    let mut values = terms
        .flat_map(|term| term.structs("matchExpressions"))
        .flat_map(|expression| expression.texts("values"));
    values.any(|value| !formats::label_value(value).is_empty())
}
