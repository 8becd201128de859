//! One file a rule. This list is written by `cargo xtask gen`.

use super::Rule;

#[cfg(feature = "apiserver")]
mod adds_host_port_under_surge;
mod affinity_gt_not_integer;
mod affinity_in_comment_exclusion;
mod affinity_not_in_matches_unlabelled;
mod affinity_pinned_field;
mod affinity_preferred_ignored;
mod affinity_term_empty;
mod affinity_term_unsatisfiable;
mod affinity_terms_ored;
mod apparmor_selinux_override;
mod arch_not_restricted;
mod capability_cap_prefix;
mod capability_dangerous;
mod capability_not_dropped;
mod cluster_autoscaler_daemon_annotation;
mod config_or_secret_missing;
mod control_plane_label_value;
mod coverage_gap;
mod cpu_limit_missing;
mod cpu_request_whole_cores;
mod critical_without_memory_limit;
mod custom_scheduler;
mod daemon_acts_as_deployment;
mod daemon_overhead_high;
mod deployment_acts_as_daemon;
mod dns_policy_without_host_network;
mod docker_parser_on_cri;
mod docker_path_on_containerd;
mod empty_dir_memory_unbounded;
mod env_duplicate;
mod env_ref_missing_key;
mod env_ref_undefined;
mod ephemeral_storage_missing;
mod evicts_on_taint;
mod extended_resource_on_daemon;
mod grace_period_long;
mod grace_period_zero;
mod health_endpoint_disabled;
mod host_aliases_set;
mod host_ipc;
mod host_network;
mod host_network_dns;
mod host_network_implied_host_port;
mod host_network_port_clash;
mod host_network_port_undeclared;
mod host_path_sensitive;
mod host_path_type_create_in_system;
mod host_path_type_missing;
mod host_path_volume;
mod host_path_writable;
mod host_pid;
mod host_port;
mod host_port_clash_between_daemons;
mod host_port_ephemeral_range;
mod host_port_needs_cni_portmap;
mod host_port_well_known;
mod hpa_targets_daemon;
mod image_not_by_digest;
mod image_pull_on_node_start;
mod image_pull_policy;
mod image_registry_not_allowed;
mod image_tag_latest;
mod known_image_flag_removed;
mod kubelet_dir_writable;
mod label_key_unknown;
mod label_value_invalid;
mod label_value_unknown;
mod liveness_depends_on_backend;
mod liveness_probe_missing;
mod matches_no_node;
mod max_unavailable_all;
mod max_unavailable_one_implicit;
mod memory_limit_missing;
mod metrics_exposed_on_node;
mod min_ready_seconds_zero;
#[cfg(feature = "apiserver")]
mod name_or_namespace_changed;
mod namespace_default;
mod namespace_psa_blocks;
mod network_policy_missing;
mod network_policy_selects_nothing;
mod no_pre_stop_for_buffer;
#[cfg(feature = "apiserver")]
mod no_template_change;
mod node_name_env_missing;
mod node_name_set;
mod node_role_bare_label;
mod non_root_with_uid_zero;
mod on_delete_strategy;
mod os_selector_missing;
mod overhead_report;
mod pdb_selects_daemon;
mod percent_rounds_up_to;
mod pod_anti_affinity_on_daemon;
mod pod_security_level;
mod preemption_policy_never;
mod priority_class_missing;
mod priority_class_two_defaults;
mod priority_class_unknown;
mod priority_node_critical_outside_system;
mod priority_too_high;
mod priority_without_requests;
mod privilege_escalation;
#[cfg(feature = "apiserver")]
mod privilege_raised;
mod privileged_container;
mod privileged_port;
mod privileged_with_capabilities;
mod probe_host_set;
mod probe_port_undeclared;
mod probe_sidecar_unused;
mod probe_timeout_over_period;
mod probes_identical;
mod proc_mount_unmasked;
mod propagation_missing_for_mounts;
mod pvc_on_daemon;
mod readiness_probe_missing;
mod request_exceeds_smallest_node;
mod requests_missing;
mod requests_not_equal_limits;
mod revision_history_zero;
mod rolling_update_ignored;
mod rollout_blind;
mod rollout_takes_long;
mod root_fs_writable;
mod root_group;
mod root_needed_by_path;
mod run_as_low_id;
mod run_as_root;
mod runs_nowhere_new;
mod runtime_socket_mount;
mod sa_token_automount;
mod safe_to_evict_on_daemon;
mod scheduling_gates_set;
mod seccomp_missing;
mod secret_by_env;
mod secret_in_configmap;
mod secret_literal_in_env;
mod selector_affinity_contradiction;
mod selector_mismatch;
mod selector_overlap;
mod service_account_default;
mod service_account_field_old;
mod service_account_not_in_input;
mod service_cluster_policy_on_daemon;
mod service_external_local_gap;
mod service_headless_policy_no_effect;
mod service_local_no_endpoint;
mod service_local_preferable;
mod service_node_port;
mod service_selects_nothing;
mod service_target_port_missing;
mod split_arch_gap;
mod split_arch_overlap;
#[cfg(feature = "apiserver")]
mod strategy_and_template_together;
mod strategy_equals_default;
mod subpath_mount;
mod surge_doubles_requests;
mod surge_for_csi_or_device_plugin;
mod surge_with_exclusive_host_state;
mod surge_with_host_network_ports;
mod surge_with_host_network_undeclared;
mod surge_with_host_port;
mod surge_without_readiness;
mod taint_untolerated;
mod target_port_invalid;
#[cfg(feature = "apiserver")]
mod template_label_drops_selector;
mod toleration_comment_disagrees;
mod toleration_controller_adds;
mod toleration_dead;
mod toleration_duplicate;
mod toleration_everything_not_critical;
mod toleration_exists_effect_limited;
mod toleration_key_typo;
mod toleration_master_dead;
mod toleration_master_only;
mod toleration_missing_for_selector;
mod toleration_order_shadow;
mod toleration_prefer_no_schedule_useless;
mod toleration_seconds_evict_loop;
mod toleration_seconds_overridden;
mod toleration_seconds_zero;
mod toleration_subsumed;
mod topology_spread_on_daemon;
mod unsafe_sysctls;
mod unused_volume;
#[cfg(feature = "apiserver")]
mod update_narrows_nodes;
#[cfg(feature = "apiserver")]
mod update_widens_nodes;
mod var_log_without_pods_target;
mod virtual_node_not_excluded;
mod windows_host_process;

/// Every rule, by id.
pub static RULES: &[&Rule] = &[
    #[cfg(feature = "apiserver")]
    &adds_host_port_under_surge::RULE,
    &affinity_gt_not_integer::RULE,
    &affinity_in_comment_exclusion::RULE,
    &affinity_not_in_matches_unlabelled::RULE,
    &affinity_pinned_field::RULE,
    &affinity_preferred_ignored::RULE,
    &affinity_term_empty::RULE,
    &affinity_term_unsatisfiable::RULE,
    &affinity_terms_ored::RULE,
    &apparmor_selinux_override::RULE,
    &arch_not_restricted::RULE,
    &capability_cap_prefix::RULE,
    &capability_dangerous::RULE,
    &capability_not_dropped::RULE,
    &cluster_autoscaler_daemon_annotation::RULE,
    &config_or_secret_missing::RULE,
    &control_plane_label_value::RULE,
    &coverage_gap::RULE,
    &cpu_limit_missing::RULE,
    &cpu_request_whole_cores::RULE,
    &critical_without_memory_limit::RULE,
    &custom_scheduler::RULE,
    &daemon_acts_as_deployment::RULE,
    &daemon_overhead_high::RULE,
    &deployment_acts_as_daemon::RULE,
    &dns_policy_without_host_network::RULE,
    &docker_parser_on_cri::RULE,
    &docker_path_on_containerd::RULE,
    &empty_dir_memory_unbounded::RULE,
    &env_duplicate::RULE,
    &env_ref_missing_key::RULE,
    &env_ref_undefined::RULE,
    &ephemeral_storage_missing::RULE,
    &evicts_on_taint::RULE,
    &extended_resource_on_daemon::RULE,
    &grace_period_long::RULE,
    &grace_period_zero::RULE,
    &health_endpoint_disabled::RULE,
    &host_aliases_set::RULE,
    &host_ipc::RULE,
    &host_network::RULE,
    &host_network_dns::RULE,
    &host_network_implied_host_port::RULE,
    &host_network_port_clash::RULE,
    &host_network_port_undeclared::RULE,
    &host_path_sensitive::RULE,
    &host_path_type_create_in_system::RULE,
    &host_path_type_missing::RULE,
    &host_path_volume::RULE,
    &host_path_writable::RULE,
    &host_pid::RULE,
    &host_port::RULE,
    &host_port_clash_between_daemons::RULE,
    &host_port_ephemeral_range::RULE,
    &host_port_needs_cni_portmap::RULE,
    &host_port_well_known::RULE,
    &hpa_targets_daemon::RULE,
    &image_not_by_digest::RULE,
    &image_pull_on_node_start::RULE,
    &image_pull_policy::RULE,
    &image_registry_not_allowed::RULE,
    &image_tag_latest::RULE,
    &known_image_flag_removed::RULE,
    &kubelet_dir_writable::RULE,
    &label_key_unknown::RULE,
    &label_value_invalid::RULE,
    &label_value_unknown::RULE,
    &liveness_depends_on_backend::RULE,
    &liveness_probe_missing::RULE,
    &matches_no_node::RULE,
    &max_unavailable_all::RULE,
    &max_unavailable_one_implicit::RULE,
    &memory_limit_missing::RULE,
    &metrics_exposed_on_node::RULE,
    &min_ready_seconds_zero::RULE,
    #[cfg(feature = "apiserver")]
    &name_or_namespace_changed::RULE,
    &namespace_default::RULE,
    &namespace_psa_blocks::RULE,
    &network_policy_missing::RULE,
    &network_policy_selects_nothing::RULE,
    &no_pre_stop_for_buffer::RULE,
    #[cfg(feature = "apiserver")]
    &no_template_change::RULE,
    &node_name_env_missing::RULE,
    &node_name_set::RULE,
    &node_role_bare_label::RULE,
    &non_root_with_uid_zero::RULE,
    &on_delete_strategy::RULE,
    &os_selector_missing::RULE,
    &overhead_report::RULE,
    &pdb_selects_daemon::RULE,
    &percent_rounds_up_to::RULE,
    &pod_anti_affinity_on_daemon::RULE,
    &pod_security_level::RULE,
    &preemption_policy_never::RULE,
    &priority_class_missing::RULE,
    &priority_class_two_defaults::RULE,
    &priority_class_unknown::RULE,
    &priority_node_critical_outside_system::RULE,
    &priority_too_high::RULE,
    &priority_without_requests::RULE,
    &privilege_escalation::RULE,
    #[cfg(feature = "apiserver")]
    &privilege_raised::RULE,
    &privileged_container::RULE,
    &privileged_port::RULE,
    &privileged_with_capabilities::RULE,
    &probe_host_set::RULE,
    &probe_port_undeclared::RULE,
    &probe_sidecar_unused::RULE,
    &probe_timeout_over_period::RULE,
    &probes_identical::RULE,
    &proc_mount_unmasked::RULE,
    &propagation_missing_for_mounts::RULE,
    &pvc_on_daemon::RULE,
    &readiness_probe_missing::RULE,
    &request_exceeds_smallest_node::RULE,
    &requests_missing::RULE,
    &requests_not_equal_limits::RULE,
    &revision_history_zero::RULE,
    &rolling_update_ignored::RULE,
    &rollout_blind::RULE,
    &rollout_takes_long::RULE,
    &root_fs_writable::RULE,
    &root_group::RULE,
    &root_needed_by_path::RULE,
    &run_as_low_id::RULE,
    &run_as_root::RULE,
    &runs_nowhere_new::RULE,
    &runtime_socket_mount::RULE,
    &sa_token_automount::RULE,
    &safe_to_evict_on_daemon::RULE,
    &scheduling_gates_set::RULE,
    &seccomp_missing::RULE,
    &secret_by_env::RULE,
    &secret_in_configmap::RULE,
    &secret_literal_in_env::RULE,
    &selector_affinity_contradiction::RULE,
    &selector_mismatch::RULE,
    &selector_overlap::RULE,
    &service_account_default::RULE,
    &service_account_field_old::RULE,
    &service_account_not_in_input::RULE,
    &service_cluster_policy_on_daemon::RULE,
    &service_external_local_gap::RULE,
    &service_headless_policy_no_effect::RULE,
    &service_local_no_endpoint::RULE,
    &service_local_preferable::RULE,
    &service_node_port::RULE,
    &service_selects_nothing::RULE,
    &service_target_port_missing::RULE,
    &split_arch_gap::RULE,
    &split_arch_overlap::RULE,
    #[cfg(feature = "apiserver")]
    &strategy_and_template_together::RULE,
    &strategy_equals_default::RULE,
    &subpath_mount::RULE,
    &surge_doubles_requests::RULE,
    &surge_for_csi_or_device_plugin::RULE,
    &surge_with_exclusive_host_state::RULE,
    &surge_with_host_network_ports::RULE,
    &surge_with_host_network_undeclared::RULE,
    &surge_with_host_port::RULE,
    &surge_without_readiness::RULE,
    &taint_untolerated::RULE,
    &target_port_invalid::RULE,
    #[cfg(feature = "apiserver")]
    &template_label_drops_selector::RULE,
    &toleration_comment_disagrees::RULE,
    &toleration_controller_adds::RULE,
    &toleration_dead::RULE,
    &toleration_duplicate::RULE,
    &toleration_everything_not_critical::RULE,
    &toleration_exists_effect_limited::RULE,
    &toleration_key_typo::RULE,
    &toleration_master_dead::RULE,
    &toleration_master_only::RULE,
    &toleration_missing_for_selector::RULE,
    &toleration_order_shadow::RULE,
    &toleration_prefer_no_schedule_useless::RULE,
    &toleration_seconds_evict_loop::RULE,
    &toleration_seconds_overridden::RULE,
    &toleration_seconds_zero::RULE,
    &toleration_subsumed::RULE,
    &topology_spread_on_daemon::RULE,
    &unsafe_sysctls::RULE,
    &unused_volume::RULE,
    #[cfg(feature = "apiserver")]
    &update_narrows_nodes::RULE,
    #[cfg(feature = "apiserver")]
    &update_widens_nodes::RULE,
    &var_log_without_pods_target::RULE,
    &virtual_node_not_excluded::RULE,
    &windows_host_process::RULE,
];

/// The rules that are not in every module, by id: a text may name them all the same.
pub static LATER: &[&str] = &[
    "adds-host-port-under-surge",
    "name-or-namespace-changed",
    "no-template-change",
    "privilege-raised",
    "strategy-and-template-together",
    "template-label-drops-selector",
    "update-narrows-nodes",
    "update-widens-nodes",
];
