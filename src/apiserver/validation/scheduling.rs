//! Gates that hold a Pod back, and groups of Pods.

use super::field_error::{Bad, Errors};
use super::formats;
use super::names::{Names, take};
use super::path::Path;
use crate::manifest::StoredStruct;

/// Upstream: pkg/apis/core/validation/validation.go validateReadinessGates, validateSchedulingGates (v1.36.3)
pub(super) fn gates(errors: &mut Errors, spec: &StoredStruct, path: &Path<'_>) {
    let readiness = path.field("readinessGates");
    for (index, gate) in spec.structs("readinessGates").enumerate() {
        let condition = gate.text("conditionType");
        let path = readiness.index(index);
        let messages = formats::qualified_name(condition);
        errors.each(&path.field("conditionType"), condition, messages);
    }
    let path = path.field("schedulingGates");
    let mut names = Names::new();
    for (index, gate) in spec.structs("schedulingGates").enumerate() {
        let name = gate.text("name");
        let path = path.index(index);
        errors.each(&path, name, formats::qualified_name(name));
        if !take(&mut names, name) {
            errors.duplicate(&path, Bad::Text(name));
        }
    }
}

/// Upstream: pkg/apis/core/validation/validation.go validateSchedulingGroup (v1.36.3)
pub(super) fn group(errors: &mut Errors, of: &StoredStruct, path: &Path<'_>) {
    let path = path.field("podGroupName");
    match of.text_if_set("podGroupName") {
        None => {
            let detail = "must specify one of: `podGroupName`";
            errors.invalid(&path, Bad::Raw("null"), detail);
        }
        Some(name) => errors.each(&path, name, formats::subdomain(name)),
    }
}
