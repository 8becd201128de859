//! What is allowed besides, because a feature is on or the stored object has it already.

use super::field_error::Errors;
use super::path::Path;
use super::{affinity, labels, match_label_keys, paths, pod, resources, security_context};
use crate::manifest::StoredStruct;

/// What validation of a Pod, or of a template of one, allows. Features that version 1.36 has on for good are not asked.
///
/// Upstream: pkg/apis/core/validation/validation.go PodValidationOptions (v1.36.3)
#[derive(Default)]
pub(super) struct Options {
    /// The object is a Pod, not a template of one.
    pub(super) is_pod: bool,
    pub(super) any_deletion_cost: bool,
    pub(super) any_value_in_selector: bool,
    pub(super) any_value_in_node_affinity: bool,
    pub(super) any_huge_pages: bool,
    pub(super) any_spread_selector: bool,
    pub(super) any_token_path: bool,
    pub(super) host_sysctls: bool,
    /// The stored object breaks the newer rule about `matchLabelKeys` of spread constraints.
    pub(super) older_match_label_keys: bool,
    /// `Lt` and `Gt` in tolerations.
    pub(super) comparing_tolerations: bool,
    pub(super) host_network_with_users: bool,
    pub(super) devices_with_users: bool,
    /// `MountOption` as `seLinuxChangePolicy`.
    pub(super) se_linux_mount_option: bool,
    pub(super) restarting_resize_of_init: bool,
    /// Fields that the server drops where their feature is off and the stored object has none.
    pub(super) stop_signals: bool,
    pub(super) trust_bundles: bool,
    pub(super) pod_certificates: bool,
    pub(super) scheduling_groups: bool,
}

impl Options {
    /// From the spec and the annotations of the stored Pod or template, where there is one.
    ///
    /// Upstream: pkg/api/pod/util.go GetValidationOptionsFromPodSpecAndMeta, dropDisabledFields (v1.36.3)
    pub(super) fn of(
        old: Option<&StoredStruct>,
        old_metadata: Option<&StoredStruct>,
        comparing_tolerations: bool,
    ) -> Self {
        let mut options = Self {
            comparing_tolerations,
            ..Self::default()
        };
        if let Some(metadata) = old_metadata {
            options.any_deletion_cost = !pod::has_deletion_cost(metadata);
        }
        let Some(old) = old else {
            return options;
        };
        let constraints = || old.structs("topologySpreadConstraints");
        let sources = || {
            let projected = old.structs("volumes").filter_map(|v| v.inner("projected"));
            projected.flat_map(|projected| projected.structs("sources"))
        };
        let found = |check: &dyn Fn(&mut Errors)| {
            let mut errors = Errors::default();
            check(&mut errors);
            !errors.found.is_empty()
        };
        let path = Path::new("");
        options.any_value_in_selector = affinity::has_odd_selector(old);
        options.any_value_in_node_affinity = affinity::has_odd_value(old);
        options.any_huge_pages = resources::has_odd_huge_pages(old);
        options.any_spread_selector = constraints().any(|constraint| {
            let selector = constraint.inner("labelSelector");
            found(&|errors| labels::selector(errors, selector, false, &path))
        });
        options.older_match_label_keys = constraints()
            .any(|constraint| found(&|errors| match_label_keys::both(errors, constraint, &path)));
        options.any_token_path = sources().any(|source| {
            let token = source.inner("serviceAccountToken");
            token.is_some_and(|token| {
                found(&|errors| paths::local_not_reserved(errors, token.text("path"), &path))
            })
        });
        options.host_sysctls = security_context::has_host_sysctl(old);
        options.comparing_tolerations |= old
            .structs("tolerations")
            .any(|toleration| matches!(toleration.text("operator"), "Lt" | "Gt"));
        let own_users = old.bool_if_set("hostUsers") == Some(false);
        options.host_network_with_users = own_users && old.is_true("hostNetwork");
        options.devices_with_users =
            own_users && pod::containers(old).any(|one| one.of.count("volumeDevices") > 0);
        let context = old.inner("securityContext");
        options.se_linux_mount_option = context.is_some_and(|c| c.has("seLinuxChangePolicy"));
        options.restarting_resize_of_init = old.structs("initContainers").any(|container| {
            let policies = container.structs("resizePolicy");
            let restarts =
                |policy: &StoredStruct| policy.text("restartPolicy") == "RestartContainer";
            container.text("restartPolicy") != "Always" && { policies }.any(restarts)
        });
        options.stop_signals = pod::containers(old).any(|one| {
            let lifecycle = one.of.inner("lifecycle");
            lifecycle.is_some_and(|lifecycle| lifecycle.has("stopSignal"))
        });
        options.trust_bundles = sources().any(|source| source.has("clusterTrustBundle"));
        options.pod_certificates = sources().any(|source| source.has("podCertificate"));
        options.scheduling_groups = old.has("schedulingGroup");
        options
    }
}

/// Whether a label of the selector of a stored DaemonSet has a value that is none.
pub(super) fn has_odd_selector(spec: &StoredStruct) -> bool {
    labels::has_odd_value(spec.inner("selector"))
}
