//! A virtual clock, a cluster that does what the controller asks, and the loop between them: the course of an update.
//!
//! The controller's decisions are those of `controller`; what Nodes and Pods do in between comes from a [`Scenario`], whose
//! times a [`Timing`] reads off the manifests.

mod blockers;
mod controller_loop;
mod course;
mod deletion;
mod events;
mod kubelet;
mod order;
mod pods;
mod remedies;
mod rollout;
mod scenario;
mod spans;
mod start;
mod summary;
mod templates;
mod timing;
mod trace;
mod views;
mod watch;

pub use blockers::{Blocker, Ending, EndingKind, HoldReason, blockers, ending};
pub use deletion::{Propagation, deletion};
pub use remedies::{Fix, Remedies, Remedy, remedies};
pub use rollout::{Played, RolloutInput, not_played, play, rollout};
pub use scenario::{Change, InitialPod, NodeScenario, Scenario, ScenarioEvent};
pub use spans::{NodeState, Spans, StateChange, spans};
pub use start::{RecordedStart, Start};
pub use summary::{Summary, summary};
pub use timing::{
    ContainerAt, NodeClass, PodTiming, RuleNodes, Stage, Stretch, TimeSource, Timing, TimingRule,
};
pub use trace::{Cause, Event, EventKind, Outcome, Rollout, Status, Step};
pub use watch::{Observer, Progress};
