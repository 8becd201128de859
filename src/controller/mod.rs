//! The DaemonSet controller as pure deciders.
//!
//! Each decider takes what the controller reads from its informers and returns what it would write, with the evidence.
//! Nothing here knows the time; the only state is the backoff of failed Pods, which its caller keeps.

mod claim;
mod daemon_pod;
mod decision;
mod eligibility;
mod failed_pods_backoff;
mod fulfilling;
mod history;
mod judgement;
mod manage;
mod partition;
mod pods_by_node;
mod rolling_update;
mod should_run;
mod status;
mod tolerations;
mod update_strategy;

pub use daemon_pod::{DaemonNode, DaemonPod, DaemonPodPhase, PodOnNode};
pub use decision::{BURST_REPLICAS, CreateReason, Decision, DeleteReason};
pub use eligibility::{Eligibility, NodeClass, RequirementClass};
pub use failed_pods_backoff::FailedPodsBackoff;
pub use fulfilling::{fulfilling, fulfilling_pair, fulfilling_term};
pub use history::{CurrentRevision, current_revision, history, is_pod_updated};
pub use judgement::{
    NearestToleration, NodeAffinityJudgement, NodeJudgement, NodeNameJudgement,
    NodeSelectorJudgement, RequirementJudgement, RequirementOutcome, TaintJudgement, TaintOutcome,
    TermJudgement,
};
pub use manage::{DaemonSetState, manage};
pub use pods_by_node::{PodsByNode, pods_by_node, target_node_name};
pub use rolling_update::{RollingUpdateError, UpdateRole, UpdateTally, UpdateView, update_view};
pub use should_run::DaemonPodRules;
pub use status::{
    FirstPod, Misscheduled, StatusJudgement, StatusSkipped, daemon_set_status, is_pod_available,
    is_pod_ready,
};
pub use tolerations::{
    DaemonPodToleration, TolerationOrigin, TolerationReason, daemon_pod_tolerations,
};
pub use update_strategy::{UpdateLimits, allows_surge, update_limits};
