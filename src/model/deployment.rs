use super::{LabelSelector, ObjectMeta, PodTemplateSpec};

/// Runs a number of Pods wherever they fit. It is here for its template: what it does to Nodes that DaemonSets are on.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go Deployment (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deployment {
    /// Name and namespace.
    pub metadata: ObjectMeta,
    /// Pods wanted; `None`: the default, 1.
    pub replicas: Option<i32>,
    /// `None` where the manifest has none, which the API server refuses.
    pub selector: Option<LabelSelector>,
    /// The Pods.
    pub template: PodTemplateSpec,
}
