//! The Pods have no priority class.
//!
//! ## Why
//! On a Node that is full, a Pod without priority stays Pending: it can push nobody away, and as a daemon Pod it can go
//! nowhere else. When memory runs out, it is among the first to be evicted. Where it matters that the agent runs on every
//! Node, it needs a class.
//!
//! ## Invalid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! kind: DaemonSet
//! apiVersion: apps/v1
//! metadata: {name: agent}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       priorityClassName: agents
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! Where the cluster has a default class, or a Node may do without the agent.
//!
//! Peers: Polaris `priorityClassNotSet`
//!
//! Upstream: pkg/scheduler/framework/preemption/preemption.go PodEligibleToPreemptOthers (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "priority-class-missing",
    reads: Reads::DAEMON_SETS,
    why: "On a full node the Pod stays Pending, as it can push nobody away and go nowhere else; under pressure it goes early.",
    help: "Set `priorityClassName` to a class of your cluster.",
    say: &["the Pods have no priority class"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut classes = context.anywhere("PriorityClass").into_iter();
    let has_default = classes.any(|class| class.root.get("globalDefault").is_true());
    let is_bare = context.pod.lacks("priorityClassName") && context.pod.lacks("priority");
    if is_bare && !has_default && !context.is_fragment() && !context.is_patch() {
        found.missing(context.pod, "priorityClassName");
    }
}
