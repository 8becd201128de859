//! The DaemonSet controller as pure deciders.
//!
//! Each decider takes what the controller reads from its informers and returns what it would write, with the evidence.
//! Nothing here holds state or knows the time.

mod eligibility;
mod judgement;
mod partition;
mod should_run;
mod tolerations;

pub use eligibility::{Eligibility, NodeClass, RequirementClass};
pub use judgement::{
    NearestToleration, NodeAffinityJudgement, NodeJudgement, NodeNameJudgement,
    NodeSelectorJudgement, RequirementJudgement, RequirementOutcome, TaintJudgement, TaintOutcome,
    TermJudgement,
};
pub use should_run::DaemonPodRules;
pub use tolerations::{
    DaemonPodToleration, TolerationOrigin, TolerationReason, daemon_pod_tolerations,
};
