//! A snapshot to judge against: nodes with interned labels and taints, Pods, revisions, priorities.

mod label_column;
mod nodes;

pub use label_column::LabelColumn;
pub use nodes::ClusterNodes;
