/// What the controller looks at in a daemon Pod, apart from its name and its Node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaemonPod {
    /// Tells it from every other Pod; of two that are equally old, the smaller one comes first.
    pub id: u32,
    /// When it was created, in seconds.
    pub created: i64,
    /// Whether it is bound to its Node.
    pub bound: bool,
    /// Whether it is being deleted.
    pub terminating: bool,
    /// Where it is in its life.
    pub phase: DaemonPodPhase,
    /// Since when it is Ready, in seconds; `None`: it is not.
    pub ready_since: Option<i64>,
    /// Which template it was made from. Templates are numbered by whoever holds the Pods.
    pub template: u32,
}

/// Where a Pod is in its life, as far as the controller cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaemonPodPhase {
    /// Pending, Running or Unknown.
    Alive,
    /// Its containers have ended, one with an error; or the kubelet refused it.
    Failed,
    /// Its containers have ended well.
    Succeeded,
}

impl DaemonPod {
    /// Whether it has ended, well or not.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.phase != DaemonPodPhase::Alive
    }

    /// Whether it is Ready.
    ///
    /// Upstream: pkg/api/v1/pod/util.go IsPodReady (v1.36.3)
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.ready_since.is_some()
    }

    /// Whether it has been Ready for `min_ready_seconds`.
    ///
    /// Upstream: pkg/api/v1/pod/util.go IsPodAvailable (v1.36.3)
    #[must_use]
    pub fn is_available(&self, min_ready_seconds: i32, now: i64) -> bool {
        let long_enough = |since: i64| {
            min_ready_seconds == 0 || since.saturating_add(i64::from(min_ready_seconds)) <= now
        };
        self.ready_since.is_some_and(long_enough)
    }

    /// The controller's order: of a Node's Pods, the smallest one counts.
    ///
    /// Upstream: pkg/controller/daemon/daemon_controller.go podByCreationTimestampAndPhase (v1.36.3)
    #[must_use]
    pub fn order(&self) -> impl Ord + use<> {
        (!self.bound, self.created, self.id)
    }
}

/// A Node as the controller looks at it while it decides about one DaemonSet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaemonNode {
    /// `false`: only Pods still name it.
    pub exists: bool,
    /// A daemon Pod is made there when there is none.
    pub should_run: bool,
    /// A daemon Pod that is there is left alone.
    pub should_continue_running: bool,
    /// The DaemonSet's Pods that are bound to it or meant for it, in the controller's order. Pods that have ended and
    /// are being deleted are not among them.
    pub pods: Vec<DaemonPod>,
}

/// One of a Node's Pods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PodOnNode {
    /// Position of the Node.
    pub node: u32,
    /// The Pod's id.
    pub pod: u32,
}
