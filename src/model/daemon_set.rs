use super::{IntOrString, LabelSelector, ObjectMeta, PodTemplateSpec};

/// How Pods are replaced after a change of the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpdateStrategyType {
    /// By the controller, a few at a time.
    RollingUpdate,
    /// By somebody who deletes them.
    OnDelete,
    /// Anything else, as written. The API server refuses it.
    Other(Box<str>),
}

/// How many Pods a rolling update takes at a time.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go RollingUpdateDaemonSet (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollingUpdateDaemonSet {
    /// Of desired, percentages rounded up; `None`: the default, 1.
    pub max_unavailable: Option<IntOrString>,
    /// Of desired, percentages rounded up; `None`: the default, 0.
    pub max_surge: Option<IntOrString>,
}

/// The update strategy.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go DaemonSetUpdateStrategy (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaemonSetUpdateStrategy {
    /// `None`: the default, `RollingUpdate`.
    pub kind: Option<UpdateStrategyType>,
    /// Only with `RollingUpdate`.
    pub rolling_update: Option<RollingUpdateDaemonSet>,
}

/// What is wanted.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go DaemonSetSpec (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaemonSetSpec {
    /// `None` where the manifest has none, which the API server refuses.
    pub selector: Option<LabelSelector>,
    /// The Pods.
    pub template: PodTemplateSpec,
    /// How they are replaced.
    pub update_strategy: DaemonSetUpdateStrategy,
    /// Seconds that a Pod must be Ready before it counts as available.
    pub min_ready_seconds: i32,
    /// Old revisions kept; `None`: the default, 10.
    pub revision_history_limit: Option<i32>,
}

/// What the controller last wrote.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go DaemonSetStatus (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaemonSetStatus {
    /// Eligible Nodes that have a Pod.
    pub current_number_scheduled: i32,
    /// Nodes that are not eligible but have a Pod.
    pub number_misscheduled: i32,
    /// Eligible Nodes.
    pub desired_number_scheduled: i32,
    /// Eligible Nodes whose first Pod is Ready.
    pub number_ready: i32,
    /// The generation that these numbers are of.
    pub observed_generation: i64,
    /// Eligible Nodes whose first Pod is of the current revision.
    pub updated_number_scheduled: i32,
    /// Eligible Nodes whose first Pod is available.
    pub number_available: i32,
    /// Desired minus available.
    pub number_unavailable: i32,
    /// Counts collisions of revision hashes.
    pub collision_count: Option<i32>,
}

/// Runs one Pod on every Node it is meant for.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go DaemonSet (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaemonSet {
    /// Name, labels, owner.
    pub metadata: ObjectMeta,
    /// What is wanted.
    pub spec: DaemonSetSpec,
    /// What the controller last wrote; `None` in a proposed object.
    pub status: Option<DaemonSetStatus>,
}

/// One remembered template of a DaemonSet.
///
/// Upstream: staging/src/k8s.io/api/apps/v1/types.go ControllerRevision (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControllerRevision {
    /// Its label `controller-revision-hash` is the hash that Pods carry.
    pub metadata: ObjectMeta,
    /// Grows with each template.
    pub revision: i64,
    /// `data.spec.template` as canonical JSON: keys sorted, no spaces, nulls kept, without the `$patch` directive.
    /// Empty where the data do not replace the template.
    pub template: String,
}
