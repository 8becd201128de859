//! Nodes are updated one after the other, because nothing else is said.
//!
//! ## Why
//! The default of `maxUnavailable` is 1. On a thousand nodes and with a minute for each, an update takes most of a day.
//!
//! Where Nodes are given on which it takes more than an hour, `rollout-takes-long` says so instead.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 10%}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where one node after the other is meant.

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots, UpdateTime};

pub(super) static RULE: Rule = Rule {
    id: "max-unavailable-one-implicit",
    severity: Severity::Info,
    reads: Reads::DAEMON_SETS,
    why: "The default of `maxUnavailable` is 1: the time of an update grows with the number of nodes.",
    help: "Write the number that is meant, or a percentage such as `10%`.",
    say: &[
        "nodes are updated one after the other: `maxUnavailable` is 1 by default",
        "{0} nodes are updated one after the other: `maxUnavailable` is 1 by default",
    ],
    look,
    ..Rule::NEW
};

/// With nodes given, from so many on it is worth a word.
const MANY: usize = 20;

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let spec = context.root.get("spec");
    let rolling = context.strategy().get("rollingUpdate");
    let is_said = rolling.get("maxUnavailable").exists() || context.surge().exists();
    let is_whole = spec.lacks("updateStrategy") || context.strategy().is_map();
    if is_said || !is_whole || context.is_on_delete() {
        return;
    }
    let nodes = context.eligible_nodes().len();
    let is_known = context.nodes().iter().next().is_some();
    // How long that takes is another rule's, which says it.
    let is_long = context.update_time().is_some_and(UpdateTime::is_long);
    if is_known && nodes < MANY || is_long {
        return;
    }
    let spot = found.missing(spec, "updateStrategy.rollingUpdate.maxUnavailable");
    if is_known {
        spot.case(1).word(nodes.to_string());
    }
}
