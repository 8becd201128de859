use super::column::Column;
use super::shapes::{Diagnostic, Head, ObjectRef};
use super::{DaemonSetStatus, ExplainNotFound, UpdateFound};
use serde::Serialize;

/// How an update of one DaemonSet goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RolloutFound {
    /// Versions.
    #[serde(flatten)]
    pub head: Head,
    /// Always true.
    pub found: bool,
    /// The DaemonSet.
    pub daemon_set: ObjectRef,
    /// What the update is.
    pub update: UpdateFound,
    /// What is there before: `nothing`, `settled` (the old DaemonSet with its Pods everywhere) or `recorded`.
    pub start: &'static str,
    /// `RollingUpdate` or `OnDelete`.
    pub strategy: &'static str,
    /// The limits, resolved for the Nodes that are eligible at the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<RolloutLimits>,
    /// Kubernetes' text where a limit cannot be resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits_error: Option<String>,
    /// Seconds for which a Pod must be Ready until it counts as available.
    pub min_ready_seconds: u32,
    /// `refused` (nothing is played then), `complete`, `stuck`, `waiting` (for somebody who deletes the old Pods), `timeOut`, `halted`, `restless`, or
    /// `stopped` where whoever asks did not want more.
    pub outcome: &'static str,
    /// `the update ends after 3 min 40 s`
    pub verdict: String,
    /// Seconds from the update to the last moment at which something happens.
    pub seconds: u32,
    /// In which order Nodes are taken where the controller's order is not defined.
    pub order: RolloutOrder,
    /// Every Node that plays a part, by name; those that join later are among them.
    pub nodes: Vec<String>,
    /// The status before the update; left out in a first rollout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initial: Option<DaemonSetStatus>,
    /// Every moment at which something happens.
    pub steps: RolloutSteps,
    /// What `kubectl rollout status` says, each text once.
    pub messages: Vec<String>,
    /// The head of kubectl's table.
    pub kubectl_header: String,
    /// What `kubectl get daemonset` prints at each step; for the first 5,000 steps.
    pub kubectl_rows: Vec<String>,
    /// What happens, in order: at each step first what comes from outside.
    pub events: RolloutEvents,
    /// Why it happens, each text once: `within maxUnavailable 2`.
    pub causes: Vec<String>,
    /// What the course means.
    #[serde(flatten)]
    pub meaning: RolloutMeaning,
    /// How long Pods take, and why; the most numerous Nodes first.
    pub times: Vec<NodeTimes>,
    /// What else is to be said.
    pub notes: Vec<String>,
    /// What reading found.
    pub diagnostics: Vec<Diagnostic>,
}

/// In which order Nodes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RolloutOrder {
    /// `name` or `seed`.
    pub by: &'static str,
    /// What shuffles them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
}

/// Resolved limits, in Nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RolloutLimits {
    /// Nodes that may be without an available Pod.
    pub max_unavailable: u32,
    /// Nodes that may have a new Pod beside the old one.
    pub max_surge: u32,
}

/// By step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RolloutSteps {
    /// Seconds from the update.
    pub time: Column,
    /// Eligible Nodes.
    pub desired: Column,
    /// Eligible Nodes that have a Pod.
    pub current: Column,
    /// Nodes that are not eligible and have one.
    pub misscheduled: Column,
    /// Eligible Nodes whose Pod is Ready.
    pub ready: Column,
    /// Eligible Nodes whose Pod is of the new template.
    pub updated: Column,
    /// Eligible Nodes whose Pod is available.
    pub available: Column,
    /// Desired minus available.
    pub unavailable: Column,
    /// Nodes that use up the budget.
    pub held: Column,
    /// Index into `messages`.
    pub message: Column,
}

/// By event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RolloutEvents {
    /// Index of the step.
    pub step: Column,
    /// 0 a deleted Pod is gone, 1 a Pod becomes Ready, 2 a Pod is deleted, 3 a Pod is created, 4 a Node joins, 5 changes,
    /// 6 leaves, 7 does not answer any more, 8 answers again, 9 another DaemonSet is stored, 10 one whose template was
    /// stored before, 11 a Pod is deleted with `--force`, 12 a Pod is not Ready any more.
    pub kind: Column,
    /// Index into `nodes`; 4294967295 where it is about the DaemonSet.
    pub node: Column,
    /// Index into `causes`.
    pub cause: Column,
}

/// What the course of an update means. Nodes are indices into `nodes`, ascending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RolloutMeaning {
    /// What it costs.
    pub summary: RolloutSummary,
    /// What is on each Node, and from when on.
    pub spans: RolloutSpans,
    /// Who holds the update up at the end: one entry for each reason.
    pub blockers: Vec<RolloutBlockers>,
    /// Nodes whose old Pod is left.
    pub waiting: Column,
    /// What frees the update, the smallest change first; each was tried a second after the end.
    pub remedies: Vec<RolloutRemedy>,
    /// Changes that may free the update were left untried: whoever asks did not want more, or trying takes much longer
    /// than the update itself.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub remedies_untried: bool,
}

/// What an update costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RolloutSummary {
    /// The fewest available Nodes.
    pub min_available: u32,
    /// The most eligible Nodes that are not available.
    pub peak_unavailable: u32,
    /// Available Nodes of the eligible ones over the whole time, in thousandths.
    pub availability_permille: u32,
    /// Nodes that lose their Pod for good, of which `kubectl rollout status` does not tell.
    pub loses_coverage: Column,
    /// Nodes where an old and a new Pod ran at once.
    pub side_by_side: Column,
    /// Nodes that have no Pod before and one at the end.
    pub gains: Column,
}

/// Node by Node, the stretches of time between which its state changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RolloutSpans {
    /// Where the stretches of each Node begin in the other columns, and where the last one's end.
    pub offset: Column,
    /// Seconds from the update.
    pub since: Column,
    /// 0 no such Node, 1 no Pod and none wanted, 2 no Pod, 3 old available, 4 old not available, 5 terminating,
    /// 6 terminating for ever, 7 new starting, 8 new never Ready, 9 new Pending, 10 new Pending beside the old one,
    /// 11 new Ready, 12 new available, 13 old and new side by side, 14 the same, and the new one never Ready.
    pub state: Column,
}

/// Nodes that hold an update up for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RolloutBlockers {
    /// `neverReady`, `nodeSilent`, …
    pub reason: &'static str,
    /// `its new Pod does not become Ready`
    pub text: &'static str,
    /// The Nodes.
    pub nodes: Column,
}

/// A change that frees an update.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RolloutRemedy {
    /// `maxUnavailable`, `maxSurge`, `deletePods`, `forceDeletePods`, `undo`, `withoutSurge` or `deleteNodes`.
    pub fix: &'static str,
    /// ``raise `maxUnavailable` to 2``
    pub text: String,
    /// Whether the update completes then, or goes on without those that hold it up.
    pub completes: bool,
    /// From the change to the end.
    pub seconds: u32,
    /// The Nodes concerned.
    pub nodes: Column,
}

/// How long Pods take on some Nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeTimes {
    /// How many Nodes.
    pub nodes: u32,
    /// One of them.
    pub example: String,
    /// From creation to Ready.
    pub startup_seconds: u32,
    /// From deletion to gone.
    pub termination_seconds: u32,
    /// What makes up both.
    pub parts: Vec<TimePart>,
}

/// A stretch of time of a Pod.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimePart {
    /// `start` or `stop`.
    pub of: &'static str,
    /// `pulls its image`
    pub what: &'static str,
    /// How long.
    pub seconds: u32,
    /// Where the figure comes from.
    pub source: String,
}

/// The answer to a [`RolloutQuestion`](super::RolloutQuestion).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RolloutAnswer {
    /// The course of the update.
    Found(Box<RolloutFound>),
    /// The input has no such DaemonSet.
    NotFound(ExplainNotFound),
}
