//! Both judges' verdicts on each node joined into one explained answer.
//!
//! Knows which checks decided and which Nodes are alike; sentences are made in `words`.

mod change;
mod class_reasons;
mod effect;
mod facets;
mod groups;
mod near_toleration;
mod nearest;
mod node_labels;
mod rule_counts;
mod taint_matrix;
mod verdict;
mod way_out;

pub use change::{Change, RequirementAt};
pub use class_reasons::{ClassReasons, Reasons};
pub use effect::{Effect, effect};
pub use facets::Facet;
pub use groups::{Group, Reason, groups, reasons};
pub use near_toleration::near_toleration;
pub use nearest::nearest;
pub use node_labels::NodeLabels;
pub use rule_counts::{RequirementCount, RuleCounts, rule_counts};
pub use taint_matrix::{TaintColumn, TaintMatrix, taint_matrix};
pub use verdict::NodeVerdict;
pub use way_out::way_out;
