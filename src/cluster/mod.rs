//! A snapshot to judge against: nodes with interned labels and taints, Pods, revisions, priorities.
