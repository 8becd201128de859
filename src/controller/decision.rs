use super::daemon_pod::PodOnNode;

/// The most Pods that one sync creates, and the most that it deletes.
///
/// Upstream: pkg/controller/daemon/daemon_controller.go BurstReplicas (v1.36.3)
pub const BURST_REPLICAS: usize = 250;

/// What the controller asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// Positions of Nodes that get a Pod, each with its reason.
    pub create: Vec<(u32, CreateReason)>,
    /// Pods that go, each with its reason.
    pub delete: Vec<(PodOnNode, DeleteReason)>,
    /// Seconds after which the controller looks again by itself.
    pub look_again: Vec<i64>,
}

/// Why the controller makes a Pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CreateReason {
    /// The Node has none.
    Missing,
    /// All that the Node has are being deleted, which under surge none waits for.
    OnlyTerminating,
    /// Under surge: the old Pod is not available, so that the new one needs none of the budget.
    OldUnavailable,
    /// Under surge: this limit lets it stand beside the old one.
    WithinMaxSurge(u32),
}

/// Why the controller deletes a Pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeleteReason {
    /// It has failed, and was left alone for so many seconds; event `FailedDaemonPod`.
    Failed(u32),
    /// It has ended well; event `SucceededDaemonPod`.
    Succeeded,
    /// Another Pod of the Node is older.
    Excess,
    /// The Node is not eligible, and a Pod there is not left alone.
    NotEligible,
    /// It waits for a Node that is gone.
    NodeGone,
    /// It is of an old template, and not available: it goes whatever the budget.
    OldUnavailable,
    /// It is of an old template, and this limit lets it go.
    WithinMaxUnavailable(u32),
    /// It is of an old template, and the new Pod beside it is available.
    Replaced,
    /// It is of an old template, on a Node that is no longer eligible, and enough others are available.
    OldNotEligible,
}

impl Decision {
    /// Cuts off what one sync does not do.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go syncNodes (v1.36.3)
    pub(super) fn within_burst(mut self) -> Self {
        self.create.truncate(BURST_REPLICAS);
        self.delete.truncate(BURST_REPLICAS);
        self
    }

    /// How much is decided.
    pub(super) fn size(&self) -> usize {
        self.create.len() + self.delete.len() + self.look_again.len()
    }
}
