//! The public contract: request and answer shapes, and the calls between them.
//!
//! Only the types of this room are serialised to clients. `pkg/src/types.ts` says the same in TypeScript; golden
//! answers hold the two equal.

mod answer_defaults;
mod answer_editing;
mod answer_explain;
mod answer_kubelet;
mod answer_matrix;
mod answer_missing;
mod answer_nodes;
mod answer_place;
mod answer_rollout;
mod answer_rollout_meaning;
mod answer_rollout_scenario;
mod answer_rules;
mod answer_status;
mod answer_update;
mod answer_validate;
#[cfg(feature = "bench")]
mod bench;
mod calls;
mod column;
mod config;
mod convert;
mod defaults;
mod editing;
mod explain;
mod facets;
mod place;
mod places;
mod request;
mod rollout;
mod shapes;
mod suggestion;
mod update;
mod validate;

pub use crate::simulation::{Observer, Progress};
#[cfg(feature = "bench")]
pub use bench::Bench;
pub use calls::Session;
pub use column::Column;
pub use defaults::{AddedField, DefaultedObject, DefaultsAnswer};
pub use editing::{Candidate, CompleteAnswer, FieldAnswer, FieldView, PlaceQuestion};
pub use explain::{Check, Decider, ExplainAnswer, ExplainFound, ExplainNotFound};
pub use place::{
    DaemonSetPlacement, DaemonSetStatus, Facet, KubectlRow, MisscheduledPod, NodeGroup, NodeLabel,
    NodeTable, NodesAnswer, PlaceAnswer, PlacementRules, Reason, RequirementView, Revision,
    TaintMatrix, TaintShape, TaintView, TermView, TolerationView,
};
pub use request::{
    ConfigText, ExplainQuestion, FeatureGatesRequest, FindingRequest, FixQuestion, LimitsRequest,
    LintQuestion, Options, PatchRequest, RolloutQuestion, ScenarioText, moment,
};
pub use rollout::{
    NodeTimes, RolloutAnswer, RolloutBlockers, RolloutEvents, RolloutFound, RolloutLimits,
    RolloutMeaning, RolloutOrder, RolloutRemedy, RolloutSpans, RolloutSteps, RolloutSummary,
    TimePart,
};
pub use shapes::{
    Brought, ConfigUsed, Diagnostic, DiffLine, Fix, FixAnswer, FixedFile, FixedFinding, Head,
    KindCount, LintAnswer, ObjectRef, ObjectSummary, Place, Position, Range, Related, RoleGuess,
    Suggestion, TextEdit,
};
pub use update::{FieldChange, Refusal, UpdateFound};
pub use validate::{ApiCause, ApiWarning, DecodingError, ValidateAnswer, ValidatedObject};
