//! A snapshot to judge against: nodes with interned labels and taints, Pods, revisions, priorities.

mod label_column;
mod node_set;
mod nodes;
mod pods;
mod snapshot;

pub use label_column::LabelColumn;
pub use node_set::NodeSet;
pub use nodes::ClusterNodes;
pub use pods::ClusterPods;
pub use snapshot::Snapshot;
