//! Priority classes.

use super::field_error::{Bad, Errors, IMMUTABLE};
use super::path::Path;
use super::{PRIORITY_CLASS, metadata, pod};
use crate::manifest::StoredStruct;

const SYSTEM: [(&str, i64, &str); 2] = [
    ("system-node-critical", 2_000_001_000, "2000001000"),
    ("system-cluster-critical", 2_000_000_000, "2000000000"),
];

/// Upstream: pkg/apis/scheduling/validation/validation.go ValidatePriorityClass (v1.36.3)
pub(super) fn on_create(errors: &mut Errors, of: &StoredStruct, own: &StoredStruct) {
    metadata::on_create(errors, own, PRIORITY_CLASS, true);
    metadata::kube_finalizers(errors, own);
    let name = own.text("name");
    if name.starts_with("system-") {
        let known = SYSTEM.iter().find(|(known, ..)| *known == name);
        let problem = match known {
            None => [name, " is not a known system priority class"].concat(),
            Some((_, value, text)) if of.int("value") != *value => {
                ["value of ", name, " PriorityClass must be ", text].concat()
            }
            Some(_) if of.is_true("globalDefault") => {
                ["globalDefault of ", name, " PriorityClass must be false"].concat()
            }
            Some(_) => String::new(),
        };
        if !problem.is_empty() {
            let start = "priority class names with 'system-' prefix are reserved for system use only. error: ";
            errors.forbidden(&Path::new("metadata.name"), &[start, &problem].concat());
        }
    } else if of.int("value") > 1_000_000_000 {
        let detail = "maximum allowed value of a user defined priority is 1000000000";
        errors.forbidden(&Path::new("value"), detail);
    }
    if of.has("preemptionPolicy") {
        pod::preemption_policy(errors, of, &Path::new(""));
    }
}

/// Upstream: pkg/apis/scheduling/validation/validation.go ValidatePriorityClassUpdate (v1.36.3)
pub(super) fn on_update(errors: &mut Errors, of: &StoredStruct, old: &StoredStruct) {
    if of.int("value") != old.int("value") {
        errors.forbidden(&Path::new("value"), "may not be changed in an update.");
    }
    let policy = of.get("preemptionPolicy");
    if policy != old.get("preemptionPolicy") {
        errors.invalid(&Path::new("preemptionPolicy"), Bad::Json(policy), IMMUTABLE);
    }
}
