//! The DaemonSets of the input take more than a quarter of a Node's CPU or memory.
//!
//! ## Why
//! What DaemonSets request is gone before a workload comes, on every Node, and the smaller the Node the larger the part. There is
//! one finding for all DaemonSets, at the one that requests most.
//!
//! The share is of the `allocatable` of Nodes on which the DaemonSets run; `overheadPercent` in the configuration says another
//! threshold.
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
//!         resources:
//!           requests: {cpu: 700m, memory: 128Mi}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! status:
//!   allocatable: {cpu: "2", memory: 8Gi, pods: "110"}
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
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         resources:
//!           requests: {cpu: 100m, memory: 128Mi}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! status:
//!   allocatable: {cpu: "2", memory: 8Gi, pods: "110"}
//! ```
//!
//! ## When to switch off
//! For clusters of Nodes that are there for agents, for tests on small machines, and where some of the DaemonSets that are given
//! together stand for each other.

use crate::lint::requests::RESOURCES;
use crate::lint::{Context, Reads, Rule, Spots};
use crate::words::count;

pub(super) static RULE: Rule = Rule {
    id: "daemon-overhead-high",
    reads: Reads::DAEMON_SETS,
    why: "What DaemonSets request is gone on every node before a workload comes.",
    help: "Request what the agents need, or use larger nodes.",
    say: &[
        "the DaemonSets request {0}% of the `{1}` of node `{2}`",
        "the DaemonSets request {0}% of the `{1}` of node `{2}`, and more than {4}% on {3} besides",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let Some(overhead) = context.overhead().filter(|_| context.takes_most()) else {
        return;
    };
    let node = context.nodes().get(overhead.node);
    let spot = found
        .at(context.root)
        .word(overhead.percent.to_string())
        .word(
            RESOURCES
                .get(overhead.resource)
                .copied()
                .unwrap_or_default(),
        )
        .word(node.map_or("", |node| node.metadata.name.as_str()));
    if overhead.nodes > 1 {
        spot.word(count(overhead.nodes - 1, "node"))
            .word(context.most_overhead().to_string())
            .case(1);
    }
}
