//! Restart policies of containers, and rules by exit code.

use super::field_error::{Bad, Errors};
use super::path::Path;
use crate::manifest::StoredStruct;

/// Of a container and of an init container alike, as both features behind it are on in 1.36.
///
/// Upstream: pkg/apis/core/validation/validation.go validateContainerRestartPolicy, validateInitContainerRestartPolicy
/// (v1.36.3)
pub(super) fn check(errors: &mut Errors, container: &StoredStruct, is_init: bool, path: &Path<'_>) {
    const POLICIES: [&str; 3] = ["Always", "Never", "OnFailure"];
    let count = container.count("restartPolicyRules");
    let policy_path = path.field("restartPolicy");
    match container.text_if_set("restartPolicy") {
        None if count == 0 => return,
        None => {
            let detail = "must specify restartPolicy when restart rules are used";
            errors.required(&policy_path, detail);
            // An init container without a policy is not looked at further.
            if is_init {
                return;
            }
        }
        Some(policy) if !POLICIES.contains(&policy) => {
            errors.not_supported(&policy_path, Bad::Word(policy), &POLICIES);
        }
        Some(_) => {}
    }
    let path = path.field("restartPolicyRules");
    if count > 20 {
        errors.too_many(&path, count, 20);
    }
    for (index, rule) in container.structs("restartPolicyRules").enumerate() {
        let path = path.index(index);
        let action = rule.text("action");
        let actions = ["Restart", "RestartAllContainers"];
        if !actions.contains(&action) {
            errors.not_supported(&path.field("action"), Bad::Word(action), &actions);
        }
        let path = path.field("exitCodes");
        let Some(codes) = rule.inner("exitCodes") else {
            errors.required(&path, "must be specified");
            continue;
        };
        let operator = codes.text("operator");
        let operators = ["In", "NotIn"];
        if !operators.contains(&operator) {
            errors.not_supported(&path.field("operator"), Bad::Word(operator), &operators);
        }
        let values = codes.count("values");
        if values > 255 {
            errors.too_many(&path.field("values"), values, 255);
        }
    }
}
