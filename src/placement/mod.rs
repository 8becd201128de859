//! Both judges' verdicts on each node joined into one explained answer.
//!
//! Knows which checks decided and which Nodes are alike; sentences are made in `words`.

mod groups;
mod nearest;

pub use groups::{Group, Reason, groups, reasons};
pub use nearest::nearest;
