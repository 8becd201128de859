//! The Pods are evicted after some seconds from a Node on which the controller wants them.
//!
//! ## Why
//! `tolerationSeconds` lets a Pod stay on a Node with a `NoExecute` taint for a while. Where it decides, the DaemonSet
//! controller does not look at the seconds: to it the taint is tolerated, and the Node is one to run on. The evicted Pod
//! is made again on the same Node at once, and evicted again, round and round until the taint goes.
//!
//! For `not-ready` and `unreachable` the Node usually has the same taint with `NoSchedule`, too: without a toleration of
//! that one the Node leaves `DESIRED` instead, and the Pod does not come back.
//!
//! ## Invalid
//! ```yaml
//! tolerations:
//! - {key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 600}
//! ```
//!
//! ## Valid
//! ```yaml
//! tolerations:
//! - {key: maintenance, operator: Exists, effect: NoExecute}
//! ```
//!
//! ## When to switch off
//! Where something else keeps the Pods from coming back, such as a label that a selector excludes.
//!
//! Upstream: pkg/controller/tainteviction/taint_eviction.go processPodOnNode (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "toleration-seconds-evict-loop",
    reads: Reads::DAEMON_SETS,
    why: "The controller does not look at the seconds: to it the node is one to run on, and it makes the evicted Pod again there.",
    help: "Remove `tolerationSeconds` to stay, or the toleration to leave.",
    say: &[
        "after {0} s on a node with the taint `{1}` the Pod is evicted, and made again on the same node",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    context.find_acting_seconds(|seconds| seconds > 0, found);
}
