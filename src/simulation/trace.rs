use super::spans::{NodeState, StateChange};
use crate::controller::{CreateReason, DeleteReason, RollingUpdateError, UpdateLimits};
use crate::order::sort;

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

/// All that happens at one moment: first what comes from outside, then what the cluster does, then what the controller
/// does, in as many syncs as it takes to come to rest, then the status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Seconds from the update.
    pub time: i64,
    /// What happens: what comes from outside in its order, the rest by kind, then by Node.
    pub events: Vec<Event>,
    /// Nodes whose deleted Pod is of the new template, ascending.
    pub deleted_updated: Vec<u32>,
    /// Nothing comes of what happens from outside: no Pod comes, goes or becomes Ready, and the status stays.
    pub idle: bool,
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

impl Step {
    /// The Nodes of all events of a kind, ascending. They stand as often as they have Pods concerned.
    #[must_use]
    pub fn nodes(&self, kind: EventKind) -> Vec<u32> {
        let events = self.events.iter().filter(|event| event.kind == kind);
        let mut nodes: Vec<u32> = events.map(|event| event.node).collect();
        sort(&mut nodes);
        nodes
    }

    /// Whether nothing comes of it: no Pod comes, goes or becomes Ready.
    pub(super) fn is_quiet(&self) -> bool {
        use EventKind::{Created, Deleted, ForceDeleted, Gone, Ready};
        let kinds = [Gone, Ready, Deleted, Created, ForceDeleted];
        !self.events.iter().any(|event| kinds.contains(&event.kind))
    }
}

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// At which Node; [`DAEMON_SET`](Self::DAEMON_SET) where it is about none.
    pub node: u32,
    /// Why.
    pub cause: Cause,
}

impl Event {
    /// Stands for a Node where something happens to the DaemonSet.
    pub const DAEMON_SET: u32 = u32::MAX;
}

/// What happens. The order is that within a step, but for what comes from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum EventKind {
    /// A deleted Pod is gone.
    Gone,
    /// A Pod becomes Ready.
    Ready,
    /// A Pod is deleted.
    Deleted,
    /// A Pod is created.
    Created,
    /// A Node joins, or comes back after it was deleted.
    NodeJoins,
    /// A Node has other labels or taints, or is cordoned or not any more.
    NodeChanges,
    /// A Node is deleted.
    NodeLeaves,
    /// The kubelet of a Node answers no more.
    NodeDown,
    /// It answers again.
    NodeBack,
    /// Another manifest of the DaemonSet is stored.
    Updated,
    /// The same, and its template is one that was stored before.
    RolledBack,
    /// A Pod is deleted with `--force`: it is gone at once.
    ForceDeleted,
    /// A Pod is not Ready any more.
    NotReady,
}

/// Why something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The controller makes a Pod.
    Create(CreateReason),
    /// The controller deletes a Pod.
    Delete(DeleteReason),
    /// The DaemonSet of a Pod is deleted.
    Deletion,
    /// So many seconds after its creation, a Pod has started.
    Started(i64),
    /// A Pod has stopped.
    Stopped,
    /// So many seconds after its Node was deleted, a Pod is collected.
    Collected(i64),
    /// The event at this position of the scenario, in the order of time.
    Scenario(u32),
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
