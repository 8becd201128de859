//! Evidence to sentences, and Kubernetes' own texts for the version mirrored.

mod age;
mod block_text;
mod check;
mod explanation;
mod field_type;
mod group;
mod kubectl;
mod matrix;
mod names;
mod notes;
mod pod_check;
mod requirement;
mod rollout;
mod rollout_cause;
mod rollout_hold;
mod rollout_status;
mod suggestion;
mod timing;
mod toleration;
mod update;
mod verdict;

pub use age::human_duration;
pub use block_text::push_block_text;
pub use check::{
    CheckWords, no_node_selector_check, no_taints_check, no_terms_check, node_name_check,
    node_selector_check, requirement_check, taint_check, term_check,
};
pub use explanation::{Explained, about_node, not_there};
pub use field_type::field_type;
pub use group::group_sentence;
pub use kubectl::{Table, daemon_set_table, shell_word};
pub use matrix::matrix_sentence;
pub use names::{count, name_list, nearest_of, thousands};
pub use notes::{notes, place_notes};
pub use pod_check::{
    further_pod_check, is_silent, no_pod_check, node_ready_check, not_ready, pod_check, pod_word,
};
pub use requirement::{
    affinity_fails, nodes_have, pair_evidence, requirement_asks, requirement_evidence,
};
pub use rollout::{duration, rollout_verdict};
pub use rollout_cause::event_cause;
pub use rollout_hold::{hold_reason, remedy};
pub use rollout_status::{not_found, rollout_status};
pub use suggestion::{suggestion_effect, suggestion_title};
pub use timing::{stage, time_source};
pub use toleration::{
    added_because, full_match, near_miss, purpose, replaced_because, taint_fails, toleration_text,
};
pub use update::{REFUSED, Updated, change_effect, deletion_verdict, short_value, update_sentence};
pub use verdict::{cause, group_title, verdict};
