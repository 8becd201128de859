//! A virtual clock, a cluster that does what the controller asks, and the loop between them: the course of an update.
//!
//! The controller's decisions are those of `controller`; what Nodes and Pods do in between comes from a [`Scenario`], whose
//! times a [`Timing`] reads off the manifests.

mod controller_loop;
mod events;
mod pods;
mod rollout;
mod scenario;
mod start;
mod templates;
mod timing;
mod trace;
mod views;

pub use rollout::{RolloutInput, rollout};
pub use scenario::{Change, InitialPod, NodeScenario, Scenario, ScenarioEvent};
pub use start::{RecordedStart, Start};
pub use timing::{
    ContainerAt, NodeClass, PodTiming, RuleNodes, Stage, Stretch, TimeSource, Timing, TimingRule,
};
pub use trace::{Outcome, Rollout, Status, Step};
