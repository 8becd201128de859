use super::{IntOrString, LabelSelector, ObjectMeta, StringMap};

/// Settings that containers read.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ConfigMap (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigMap {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// Texts by key, which is a file's name where the map is mounted.
    pub data: StringMap,
}

/// Which traffic Pods of the Pod network may have.
///
/// Upstream: staging/src/k8s.io/api/networking/v1/types.go NetworkPolicy (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NetworkPolicy {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// The Pods it is for; an empty one is for every Pod of the namespace.
    pub pod_selector: LabelSelector,
    /// `Ingress`, `Egress`; empty where the rules say it.
    pub policy_types: Vec<String>,
}

/// Changes how many Pods something runs.
///
/// Upstream: staging/src/k8s.io/api/autoscaling/v2/types.go HorizontalPodAutoscaler (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HorizontalPodAutoscaler {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// What it scales.
    pub scale_target_ref: CrossVersionObjectReference,
}

/// An object of the same namespace, by name.
///
/// Upstream: staging/src/k8s.io/api/autoscaling/v2/types.go CrossVersionObjectReference (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossVersionObjectReference {
    /// `apps/v1`
    pub api_version: String,
    /// `DaemonSet`
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// Alerts on metrics of the cluster: a custom resource, so that nothing upstream defines it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrometheusRule {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// In the order of the manifest.
    pub groups: Vec<RuleGroup>,
}

/// Alerts that are judged together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleGroup {
    /// Unique in the object.
    pub name: String,
    /// In the order of the manifest.
    pub rules: Vec<AlertingRule>,
}

/// One alert, or one recorded metric.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlertingRule {
    /// The alert's name; empty for a recorded metric.
    pub alert: String,
    /// In the query language.
    pub expr: Option<IntOrString>,
}
