//! Evidence to sentences, and Kubernetes' own texts for the version mirrored.

mod age;
mod check;
mod explanation;
mod group;
mod kubectl;
mod matrix;
mod names;
mod notes;
mod requirement;
mod rollout_status;
mod suggestion;
mod toleration;
mod verdict;

pub use age::human_duration;
pub use check::{
    CheckWords, no_node_selector_check, no_pod_check, no_taints_check, no_terms_check,
    node_name_check, node_selector_check, pod_check, requirement_check, taint_check, term_check,
};
pub use explanation::{about_node, explanation, not_there};
pub use group::group_sentence;
pub use kubectl::{Table, daemon_set_table};
pub use matrix::matrix_sentence;
pub use names::{count, name_list, nearest_of};
pub use notes::{notes, place_notes};
pub use requirement::{affinity_fails, nodes_have, requirement_asks};
pub use rollout_status::rollout_status;
pub use suggestion::{suggestion_effect, suggestion_title};
pub use toleration::{added_because, near_miss, replaced_because, taint_fails, toleration_text};
pub use verdict::{cause, group_title, verdict};
