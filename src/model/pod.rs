use super::{ObjectMeta, PodSpec, Time};

/// Where a Pod is in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PodPhase {
    /// Not all containers run yet, or it has no Node. What an empty phase means.
    #[default]
    Pending,
    /// At least one container runs.
    Running,
    /// All containers ended well.
    Succeeded,
    /// All containers ended, one badly.
    Failed,
    /// The Node does not answer.
    Unknown,
}

/// One condition of a Pod.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go PodCondition (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodCondition {
    /// `Ready`, `PodScheduled`, …
    pub kind: String,
    /// `True`, `False` or `Unknown`.
    pub status: String,
    /// A word: `Unschedulable`.
    pub reason: String,
    /// A sentence.
    pub message: String,
    /// Since when.
    pub last_transition_time: Option<Time>,
}

/// What the kubelet says of one container.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go ContainerStatus (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContainerStatus {
    /// The container.
    pub name: String,
    /// Whether it passes its readiness probe.
    pub ready: bool,
    /// How often it was started again.
    pub restart_count: i32,
    /// Why it waits: `CrashLoopBackOff`; empty when it does not.
    pub waiting_reason: String,
}

/// What the kubelet says of a Pod.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go PodStatus (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PodStatus {
    /// Where it is in its life.
    pub phase: PodPhase,
    /// In the order of the object.
    pub conditions: Vec<PodCondition>,
    /// Of the ordinary containers.
    pub container_statuses: Vec<ContainerStatus>,
    /// A word: `Evicted`, `OutOfcpu`.
    pub reason: String,
    /// A sentence.
    pub message: String,
}

/// A Pod.
///
/// Upstream: staging/src/k8s.io/api/core/v1/types.go Pod (v1.36.3)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pod {
    /// Name, labels, owner.
    pub metadata: ObjectMeta,
    /// What it is to be.
    pub spec: PodSpec,
    /// What became of it.
    pub status: PodStatus,
}

impl Pod {
    /// The condition of one type.
    #[must_use]
    pub fn condition(&self, kind: &str) -> Option<&PodCondition> {
        self.status
            .conditions
            .iter()
            .find(|condition| condition.kind == kind)
    }
}
