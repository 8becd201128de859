//! Requests and limits of a Pod as a whole.

use super::field_error::{Bad, Errors};
use super::options::Options;
use super::path::Path;
use super::pod::Around;
use super::resources::{self, nanos};
use crate::apiserver::defaulting::of_containers;
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validatePodResources (v1.36.3)
pub(super) fn check(
    errors: &mut Errors,
    spec: &StoredStruct,
    around: &Around<'_>,
    path: &Path<'_>,
    options: &Options,
) {
    let Some(of) = spec.inner("resources") else {
        return;
    };
    let path = path.field("resources");
    if around.os == Some("windows") {
        errors.forbidden(&path, "may not be set for a windows pod");
        return;
    }
    if of.has("claims") {
        let detail = "claims may not be set for Resources at pod-level";
        errors.forbidden(&path.field("claims"), detail);
    }
    resources::of_pod(errors, of, &around.claims, &path, options);
    consistency(errors, spec, of, &path);
}

/// Upstream: pkg/apis/core/validation/validation.go validatePodResourceConsistency (v1.36.3)
fn consistency(errors: &mut Errors, spec: &StoredStruct, of: &StoredStruct, path: &Path<'_>) {
    for (list, what) in [("requests", "requests"), ("limits", "limits")] {
        let path = path.field(list);
        for (name, sum) in of_containers(spec, list) {
            if list == "limits" && !resources::is_huge_page(&name) {
                continue;
            }
            let Some(own) = of.entry(list, &name) else {
                continue;
            };
            if nanos(&sum) > nanos(own) {
                let start = "must be greater than or equal to aggregate container ";
                let detail = [start, what, " of ", &sum].concat();
                errors.invalid(&path.key(&name), Bad::Text(own), &detail);
            }
        }
    }
    let path = path.field("containers");
    for (index, container) in spec.structs("containers").enumerate() {
        let limits = container.inner("resources").map(|own| own.map("limits"));
        for (name, limit) in limits.unwrap_or_default() {
            let limit = limit.as_text();
            let Some(own) = of.entry("limits", name) else {
                continue;
            };
            if nanos(limit) > nanos(own) {
                let path = path.index(index);
                let path = path.key(name);
                let detail = ["must be less than or equal to pod limits of ", own].concat();
                errors.invalid(&path.field("limits"), Bad::Text(limit), &detail);
            }
        }
    }
}
