//! A snapshot to judge against: nodes with interned labels and taints, Pods, revisions, priorities.

mod label_column;
mod nodes;
mod pods;
mod snapshot;

pub use label_column::LabelColumn;
pub use nodes::ClusterNodes;
pub use pods::ClusterPods;
pub use snapshot::Snapshot;
