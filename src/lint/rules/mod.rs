//! One file a rule. This list is written by `cargo xtask gen`.

use super::Rule;

mod capability_cap_prefix;
mod host_path_writable;
mod image_tag_latest;
mod requests_missing;
mod selector_affinity_contradiction;
mod surge_with_host_port;
mod toleration_exists_effect_limited;
mod toleration_seconds_overridden;

/// Every rule, by id.
pub static RULES: &[&Rule] = &[
    &capability_cap_prefix::RULE,
    &host_path_writable::RULE,
    &image_tag_latest::RULE,
    &requests_missing::RULE,
    &selector_affinity_contradiction::RULE,
    &surge_with_host_port::RULE,
    &toleration_exists_effect_limited::RULE,
    &toleration_seconds_overridden::RULE,
];
