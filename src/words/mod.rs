//! Evidence to sentences, and Kubernetes' own texts for the version mirrored.

mod age;
mod kubectl;
mod names;
mod rollout_status;
mod verdict;

pub use age::human_duration;
pub use kubectl::{Table, daemon_set_table};
pub use names::{count, name_list};
pub use rollout_status::rollout_status;
pub use verdict::{group_title, reason_sentence, verdict};
