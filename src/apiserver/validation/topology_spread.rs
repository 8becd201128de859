//! How Pods are spread over topologies.

use super::field_error::{Bad, Errors};
use super::names::OwnNames;
use super::options::Options;
use super::path::Path;
use super::{labels, match_label_keys};
use crate::manifest::StoredStruct;

const ACTIONS: [&str; 2] = ["DoNotSchedule", "ScheduleAnyway"];

/// Upstream: pkg/apis/core/validation/validation.go validateTopologySpreadConstraints (v1.36.3)
pub(super) fn constraints(
    errors: &mut Errors,
    spec: &StoredStruct,
    path: &Path<'_>,
    options: &Options,
) {
    let pair =
        |of: &StoredStruct| [of.text("topologyKey"), "\n", of.text("whenUnsatisfiable")].concat();
    // How often each pair of key and action is still to come.
    let mut pairs = OwnNames::new();
    for constraint in spec.structs("topologySpreadConstraints") {
        *pairs.or_insert_with(pair(constraint), || 0) += 1;
    }
    for (index, of) in spec.structs("topologySpreadConstraints").enumerate() {
        let path = path.index(index);
        errors.positive(&path.field("maxSkew"), of.int("maxSkew"));
        let key = of.text("topologyKey");
        if key.is_empty() {
            errors.required(&path.field("topologyKey"), "can not be empty");
        }
        let action = of.text("whenUnsatisfiable");
        errors.one_of(&path.field("whenUnsatisfiable"), action, &ACTIONS);
        let left = pairs.or_insert_with(pair(of), || 0);
        *left = left.saturating_sub(1);
        if *left > 0 {
            let value = ["{", key, ", ", action, "}"].concat();
            let path = path.field("{topologyKey, whenUnsatisfiable}");
            errors.duplicate(&path, Bad::Text(&value));
        }
        if let Some(domains) = of.int_if_set("minDomains") {
            let path = path.field("minDomains");
            errors.positive(&path, domains);
            if action != "DoNotSchedule" {
                let start = "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ";
                errors.invalid(&path, Bad::Int(domains), &[start, action].concat());
            }
        }
        for field in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
            let policies = ["Honor", "Ignore"];
            errors.one_if_set(of, field, &policies, &path);
        }
        if options.older_match_label_keys {
            match_label_keys::of_old_constraint(errors, of, &path.field("matchLabelKeys"));
        } else {
            match_label_keys::both(errors, of, &path);
        }
        if !options.any_spread_selector {
            let selector = of.inner("labelSelector");
            labels::selector(errors, selector, false, &path.field("labelSelector"));
        }
    }
}
