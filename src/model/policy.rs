use super::{IntOrString, LabelSelector, ObjectMeta, StringMap};

/// How important Pods of a class are.
///
/// Upstream: staging/src/k8s.io/api/scheduling/v1/types.go PriorityClass (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriorityClass {
    /// The name is what Pods refer to.
    pub metadata: ObjectMeta,
    /// Greater goes first.
    pub value: i32,
    /// For Pods that name no class.
    pub global_default: bool,
    /// Empty: `PreemptLowerPriority`.
    pub preemption_policy: String,
}

/// A port of a Service.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ServicePort (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServicePort {
    /// May be empty.
    pub name: String,
    /// What clients use.
    pub port: i32,
    /// Empty: `TCP`.
    pub protocol: String,
    /// `None`: the same as `port`.
    pub target_port: Option<IntOrString>,
}

/// Pods behind one address.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Service (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// Pairs that Pods' labels must have; empty: no Pod is selected.
    pub selector: StringMap,
    /// In the order of the manifest.
    pub ports: Vec<ServicePort>,
    /// `None` for a headless Service.
    pub cluster_ip: String,
    /// Empty: `Cluster`.
    pub internal_traffic_policy: String,
    /// Empty: `Cluster`.
    pub external_traffic_policy: String,
}

/// How many Pods evictions leave. A DaemonSet's update does not ask it.
///
/// Upstream: staging/src/k8s.io/api/policy/v1/types.go PodDisruptionBudget (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodDisruptionBudget {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// `None` selects nothing, an empty one every Pod of the namespace.
    pub selector: Option<LabelSelector>,
    /// Pods that stay.
    pub min_available: Option<IntOrString>,
    /// Pods that may go.
    pub max_unavailable: Option<IntOrString>,
}

/// A namespace.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Namespace (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Namespace {
    /// Labels say the Pod Security level.
    pub metadata: ObjectMeta,
}
