//! The kinds that are read in their own type, and the groups that serve them or once did.

/// What is known of a kind.
#[derive(Debug)]
pub(super) struct KindInfo {
    /// As the API writes it.
    pub(super) kind: &'static str,
    /// Served by the version that is mirrored; the first is the one to use.
    pub(super) served: &'static [&'static str],
    /// Served once.
    pub(super) old: &'static [&'static str],
}

/// Upstream: pkg/apis/*/install and docs of removed versions, for the version that is mirrored.
pub(super) const KINDS: &[KindInfo] = &[
    kind(
        "DaemonSet",
        &["apps/v1"],
        &["apps/v1beta2", "extensions/v1beta1"],
    ),
    kind("Node", &["v1"], &[]),
    kind("Pod", &["v1"], &[]),
    kind(
        "ControllerRevision",
        &["apps/v1"],
        &["apps/v1beta1", "apps/v1beta2"],
    ),
    kind(
        "PriorityClass",
        &["scheduling.k8s.io/v1"],
        &["scheduling.k8s.io/v1beta1", "scheduling.k8s.io/v1alpha1"],
    ),
    kind("Service", &["v1"], &[]),
    kind("PodDisruptionBudget", &["policy/v1"], &["policy/v1beta1"]),
    kind("Namespace", &["v1"], &[]),
    kind(
        "Deployment",
        &["apps/v1"],
        &["apps/v1beta1", "apps/v1beta2", "extensions/v1beta1"],
    ),
    kind("ConfigMap", &["v1"], &[]),
    kind("ResourceQuota", &["v1"], &[]),
    kind("LimitRange", &["v1"], &[]),
    kind(
        "NetworkPolicy",
        &["networking.k8s.io/v1"],
        &["extensions/v1beta1"],
    ),
    kind(
        "HorizontalPodAutoscaler",
        &["autoscaling/v2", "autoscaling/v1"],
        &["autoscaling/v2beta1", "autoscaling/v2beta2"],
    ),
    kind("PrometheusRule", &["monitoring.coreos.com/v1"], &[]),
];

const fn kind(
    kind: &'static str,
    served: &'static [&'static str],
    old: &'static [&'static str],
) -> KindInfo {
    KindInfo { kind, served, old }
}

/// The kind of this name, whatever its letters' case.
pub(super) fn find(name: &str) -> Option<&'static KindInfo> {
    KINDS
        .iter()
        .find(|info| info.kind.eq_ignore_ascii_case(name))
}

/// What kubectl says of a kind that no server serves in that version.
///
/// Upstream: staging/src/k8s.io/apimachinery/pkg/api/meta/errors.go NoKindMatchError (v1.36.3)
#[must_use]
pub fn no_matches(kind: &str, api_version: &str) -> String {
    let parts = [
        "no matches for kind \"",
        kind,
        "\" in version \"",
        api_version,
        "\"",
    ];
    parts.concat()
}
