//! One file a rule. This list is written by `cargo xtask gen`.

use super::ServerRule;

mod active_deadline_set;
mod affinity_no_terms;
mod affinity_values_missing;
mod affinity_values_with_exists;
mod ambiguous_port;
mod api_warning;
mod containers_missing;
mod critical_pod_annotation;
mod deprecated_node_label;
mod duplicate_host_alias;
mod duplicate_port_or_name;
mod duplicate_pull_secret;
mod field_duplicate;
mod field_forbidden;
mod field_invalid;
mod field_not_found;
mod field_not_supported;
mod field_required;
mod field_too_long;
mod fractional_bytes;
mod host_ip_without_host_port;
mod host_path_parent_dir;
mod host_port_duplicate;
mod host_port_mismatch_host_network;
mod host_process_needs_host_network;
mod host_users_conflict;
mod liveness_success_threshold;
mod mount_path_duplicate;
mod mount_volume_undeclared;
mod negative_grace_period;
mod null_label_selector;
mod odd_ip_spelling;
mod overlapping_volume_paths;
mod percent_as_bare_string;
mod privileged_no_escalation_conflict;
mod propagation_needs_privileged;
mod removed_volume_plugin;
mod requests_exceed_limits;
mod restart_policy_not_always;
mod rollout_percent_over_100;
mod rollout_zero_zero;
mod seccomp_apparmor_annotation;
mod selector_changed;
mod selector_empty;
mod share_process_with_host_pid;
mod strategy_type_unknown;
mod surge_needs_unavailable_zero;
mod toleration_effect_unknown;
mod toleration_empty_key_needs_exists;
mod toleration_exists_with_value;
mod toleration_operator_gated;
mod toleration_seconds_needs_no_execute;
mod unknown_field;

/// What the API server says, by id.
pub static SERVER_RULES: &[&ServerRule] = &[
    &active_deadline_set::RULE,
    &affinity_no_terms::RULE,
    &affinity_values_missing::RULE,
    &affinity_values_with_exists::RULE,
    &ambiguous_port::RULE,
    &api_warning::RULE,
    &containers_missing::RULE,
    &critical_pod_annotation::RULE,
    &deprecated_node_label::RULE,
    &duplicate_host_alias::RULE,
    &duplicate_port_or_name::RULE,
    &duplicate_pull_secret::RULE,
    &field_duplicate::RULE,
    &field_forbidden::RULE,
    &field_invalid::RULE,
    &field_not_found::RULE,
    &field_not_supported::RULE,
    &field_required::RULE,
    &field_too_long::RULE,
    &fractional_bytes::RULE,
    &host_ip_without_host_port::RULE,
    &host_path_parent_dir::RULE,
    &host_port_duplicate::RULE,
    &host_port_mismatch_host_network::RULE,
    &host_process_needs_host_network::RULE,
    &host_users_conflict::RULE,
    &liveness_success_threshold::RULE,
    &mount_path_duplicate::RULE,
    &mount_volume_undeclared::RULE,
    &negative_grace_period::RULE,
    &null_label_selector::RULE,
    &odd_ip_spelling::RULE,
    &overlapping_volume_paths::RULE,
    &percent_as_bare_string::RULE,
    &privileged_no_escalation_conflict::RULE,
    &propagation_needs_privileged::RULE,
    &removed_volume_plugin::RULE,
    &requests_exceed_limits::RULE,
    &restart_policy_not_always::RULE,
    &rollout_percent_over_100::RULE,
    &rollout_zero_zero::RULE,
    &seccomp_apparmor_annotation::RULE,
    &selector_changed::RULE,
    &selector_empty::RULE,
    &share_process_with_host_pid::RULE,
    &strategy_type_unknown::RULE,
    &surge_needs_unavailable_zero::RULE,
    &toleration_effect_unknown::RULE,
    &toleration_empty_key_needs_exists::RULE,
    &toleration_exists_with_value::RULE,
    &toleration_operator_gated::RULE,
    &toleration_seconds_needs_no_execute::RULE,
    &unknown_field::RULE,
];
