//! The comment says something else than the toleration does.
//!
//! ## Why
//! Whoever edits the list next believes the comment. "All taints" beside one effect or one key leaves Nodes out that were
//! meant; "only the control plane" beside `operator: Exists` runs on every Node there is.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! # all taints
//! - {operator: Exists, effect: NoSchedule}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! # all taints
//! - operator: Exists
//! ```
//!
//! ## When to switch off
//! Never: one of the two is wrong.

use crate::lint::{Context, Reads, Rule, Spots, says_all_taints};

pub(super) static RULE: Rule = Rule {
    id: "toleration-comment-disagrees",
    reads: Reads::DAEMON_SETS,
    why: "Whoever edits the list next believes the comment.",
    help: "Change the one that is wrong.",
    say: &[
        "the comment says all taints, and the toleration is for the effect `{0}` alone",
        "the comment says all taints, and the toleration is for `{0}` alone",
        "the comment says only, and the toleration is for every taint",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let is_all = context.tolerates_everything();
    for toleration in context.tolerations() {
        let mut comments = context.comments(toleration.view);
        let effect = toleration.view.get("effect");
        if is_all {
            // What else is chosen by labels may be what "only" is about.
            let is_narrowed = !context.demands().is_empty();
            let is_wide = toleration.is_keyless() && !effect.exists();
            if is_wide && !is_narrowed && comments.any(says_only) {
                found.at(toleration.view).case(2);
            }
        } else if comments.any(says_all_taints) {
            match toleration.is_keyless() {
                true => found.at(effect).word(effect.text()),
                false => found.at(toleration.view).word(toleration.name()).case(1),
            };
        }
    }
}

/// Whether a comment says that only some taints, or some Nodes, are meant.
fn says_only(comment: &str) -> bool {
    let is = |word: &str, list: &[&str]| list.iter().any(|other| word.eq_ignore_ascii_case(other));
    let mut words = comment.split(|c: char| !c.is_ascii_alphabetic());
    let begins = words
        .clone()
        .take(2)
        .any(|word| is(word, &["only", "just"]));
    begins
        && words.any(|word| {
            is(
                word,
                &[
                    "taint", "control", "master", "masters", "gpu", "worker", "workers",
                ],
            )
        })
}
