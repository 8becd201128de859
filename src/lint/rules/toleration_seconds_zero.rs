//! `tolerationSeconds` of 0 or less evicts the Pods at once.
//!
//! ## Why
//! A toleration of `NoExecute` with 0 or negative seconds lets Pods onto the Node and evicts them in the same moment. The
//! DaemonSet controller, to which the taint is tolerated, makes them again at once: a loop without a pause.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 0}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: maintenance, operator: Exists, effect: NoExecute}
//! ```
//!
//! ## When to switch off
//! Never: without the toleration the Pods leave as fast, and do not come back.
//!
//! Upstream: pkg/controller/tainteviction/taint_eviction.go getMinTolerationTime (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-seconds-zero",
    reads: Reads::DAEMON_SETS,
    why: "The controller does not look at the seconds: to it the node is one to run on, and it makes the Pod again at once.",
    help: "Remove `tolerationSeconds` to stay, or the toleration to leave.",
    say: &[
        "with `tolerationSeconds: {0}` the Pod is evicted from a node with the taint `{1}` as soon as it is there",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    context.find_acting_seconds(|seconds| seconds <= 0, found);
}
