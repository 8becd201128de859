//! Restart policies of containers, and rules by exit code.

use super::field_error::Errors;
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
        Some(policy) => errors.one_of(&policy_path, policy, &POLICIES),
    }
    let path = path.field("restartPolicyRules");
    if count > 20 {
        errors.too_many(&path, count, 20);
    }
    for (index, rule) in container.structs("restartPolicyRules").enumerate() {
        let path = path.index(index);
        let actions = ["Restart", "RestartAllContainers"];
        errors.one_of(&path.field("action"), rule.text("action"), &actions);
        let path = path.field("exitCodes");
        let Some(codes) = rule.inner("exitCodes") else {
            errors.required(&path, "must be specified");
            continue;
        };
        let operator = path.field("operator");
        errors.one_of(&operator, codes.text("operator"), &["In", "NotIn"]);
        let values = codes.count("values");
        if values > 255 {
            errors.too_many(&path.field("values"), values, 255);
        }
    }
}
