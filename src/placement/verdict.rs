use crate::controller::FirstPod;

/// What becomes of a DaemonSet on one Node, in the order in which people want to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeVerdict {
    /// Eligible, and its Pod is available, or no Pods were given.
    Runs,
    /// Eligible, and its Pod is not available: Pending, not Ready, or not for long enough.
    PodNotAvailable,
    /// Eligible, and it has no Pod yet.
    AwaitsPod,
    /// Not eligible, but the Pod that is there stays.
    KeepsPod,
    /// Not eligible, and the controller deletes the Pod that is there.
    LosesPod,
    /// Not eligible, and no Pod is there.
    LeftOut,
}

impl NodeVerdict {
    /// From what the controller decides, and the Pod that is there.
    ///
    /// `pods_given`: whether the input says anything of Pods. Where it does not, every eligible Node runs.
    #[must_use]
    pub fn of(
        should_run: bool,
        should_continue_running: bool,
        pod: Option<FirstPod>,
        pods_given: bool,
    ) -> Self {
        match (should_run, pod) {
            (true, Some(pod)) if pod.available => Self::Runs,
            (true, Some(_)) => Self::PodNotAvailable,
            (true, None) if pods_given => Self::AwaitsPod,
            (true, None) => Self::Runs,
            (false, Some(_)) if should_continue_running => Self::KeepsPod,
            (false, Some(_)) => Self::LosesPod,
            (false, None) => Self::LeftOut,
        }
    }

    /// Whether the Node is eligible.
    #[must_use]
    pub fn is_eligible(self) -> bool {
        matches!(self, Self::Runs | Self::PodNotAvailable | Self::AwaitsPod)
    }
}
