use super::spans::{NodeState, StateChange};
use crate::controller::{RollingUpdateError, UpdateLimits};

/// The course of an update. Nodes are positions in `nodes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollout {
    /// Every Node that plays a part, by name; those that join later are among them.
    pub nodes: Vec<String>,
    /// The limits, resolved for the Nodes that are eligible at the beginning; Kubernetes' text where one cannot be.
    pub limits: Result<UpdateLimits, String>,
    /// The status before the update; `None` in a first rollout.
    pub initial: Option<Status>,
    /// Every moment at which something happens, in order. There is at least one.
    pub steps: Vec<Step>,
    /// The state of each Node before the update.
    pub before: Vec<NodeState>,
    /// What changes in the states of Nodes, at most once a moment for each, in the order of time, then of Nodes.
    pub changes: Vec<StateChange>,
    /// How it ends.
    pub outcome: Outcome,
}

/// All that happens at one moment: first what the cluster does, then what the controller does, in as many syncs as it
/// takes to come to rest, then the status. Nodes are ascending and stand as often as they have Pods concerned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Seconds from the update.
    pub time: i64,
    /// Nodes whose Pod is gone after its termination.
    pub gone: Vec<u32>,
    /// Nodes whose Pod becomes Ready.
    pub ready: Vec<u32>,
    /// Nodes whose Pod is deleted.
    pub deleted: Vec<u32>,
    /// Those of `deleted` whose Pod is of the new template.
    pub deleted_updated: Vec<u32>,
    /// Nodes that get a Pod.
    pub created: Vec<u32>,
    /// Why the controller's last sync failed.
    pub error: Option<RollingUpdateError>,
    /// How many [updates](super::Change::Update) have been stored since the beginning.
    pub updates: u32,
    /// The generation of the DaemonSet that is stored.
    pub generation: i64,
    /// How many Nodes use up the budget of the rolling update.
    pub held: u32,
    /// What the controller has written.
    pub status: Status,
}

/// The counters of a DaemonSet's status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The generation that they are of.
    pub observed_generation: i64,
    /// Eligible Nodes.
    pub desired: u32,
    /// Eligible Nodes that have a Pod.
    pub current: u32,
    /// Nodes that are not eligible and have one.
    pub misscheduled: u32,
    /// Eligible Nodes whose first Pod is Ready.
    pub ready: u32,
    /// Eligible Nodes whose first Pod is of the new template.
    pub updated: u32,
    /// Eligible Nodes whose first Pod is available.
    pub available: u32,
    /// Desired minus available.
    pub unavailable: u32,
}

/// How an update ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every eligible Node has an available Pod of the new template.
    Complete,
    /// Nothing more happens by itself. With `OnDelete` that is how it ends unless somebody deletes the old Pods.
    Stuck,
    /// The scenario's end came first.
    TimeOut,
    /// The controller meets the same error for ever.
    Halted(RollingUpdateError),
    /// The controller finds something to do for ever, at one moment.
    Restless,
    /// Whoever is told of progress did not want more.
    Stopped,
}
