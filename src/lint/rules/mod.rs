//! One file a rule. This list is written by `cargo xtask gen`.

use super::Rule;

mod capability_cap_prefix;
mod grace_period_long;
mod grace_period_zero;
mod host_path_writable;
mod image_tag_latest;
mod max_unavailable_all;
mod max_unavailable_one_implicit;
mod min_ready_seconds_zero;
mod no_pre_stop_for_buffer;
mod on_delete_strategy;
mod requests_missing;
mod revision_history_zero;
mod rolling_update_ignored;
mod rollout_blind;
mod selector_affinity_contradiction;
mod strategy_equals_default;
mod surge_doubles_requests;
mod surge_for_csi_or_device_plugin;
mod surge_with_exclusive_host_state;
mod surge_with_host_network_undeclared;
mod surge_with_host_port;
mod surge_without_readiness;
mod toleration_exists_effect_limited;
mod toleration_seconds_overridden;

/// Every rule, by id.
pub static RULES: &[&Rule] = &[
    &capability_cap_prefix::RULE,
    &grace_period_long::RULE,
    &grace_period_zero::RULE,
    &host_path_writable::RULE,
    &image_tag_latest::RULE,
    &max_unavailable_all::RULE,
    &max_unavailable_one_implicit::RULE,
    &min_ready_seconds_zero::RULE,
    &no_pre_stop_for_buffer::RULE,
    &on_delete_strategy::RULE,
    &requests_missing::RULE,
    &revision_history_zero::RULE,
    &rolling_update_ignored::RULE,
    &rollout_blind::RULE,
    &selector_affinity_contradiction::RULE,
    &strategy_equals_default::RULE,
    &surge_doubles_requests::RULE,
    &surge_for_csi_or_device_plugin::RULE,
    &surge_with_exclusive_host_state::RULE,
    &surge_with_host_network_undeclared::RULE,
    &surge_with_host_port::RULE,
    &surge_without_readiness::RULE,
    &toleration_exists_effect_limited::RULE,
    &toleration_seconds_overridden::RULE,
];
