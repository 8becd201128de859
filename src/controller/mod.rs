//! The DaemonSet controller as pure deciders.
//!
//! Each decider takes what the controller reads from its informers and returns what it would write, with the evidence.
//! Nothing here holds state or knows the time.

mod claim;
mod eligibility;
mod history;
mod judgement;
mod partition;
mod pods_by_node;
mod should_run;
mod status;
mod tolerations;

pub use eligibility::{Eligibility, NodeClass, RequirementClass};
pub use history::{CurrentRevision, current_revision, is_pod_updated};
pub use judgement::{
    NearestToleration, NodeAffinityJudgement, NodeJudgement, NodeNameJudgement,
    NodeSelectorJudgement, RequirementJudgement, RequirementOutcome, TaintJudgement, TaintOutcome,
    TermJudgement,
};
pub use pods_by_node::{PodsByNode, pods_by_node, target_node_name};
pub use should_run::DaemonPodRules;
pub use status::{
    FirstPod, Misscheduled, StatusJudgement, StatusSkipped, daemon_set_status, is_pod_available,
    is_pod_ready,
};
pub use tolerations::{
    DaemonPodToleration, TolerationOrigin, TolerationReason, daemon_pod_tolerations,
};
