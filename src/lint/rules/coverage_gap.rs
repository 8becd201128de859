//! An agent that is said to run on every Node leaves some out.
//!
//! ## Why
//! A comment, the annotation `kubernetes.io/description` or the name says that it runs on every Node, and the node selector or the
//! required affinity leaves out some of the given ones.
//!
//! Nodes that it is not built for (Windows, virtual ones) do not count. Where a taint keeps it away, `taint-untolerated` says it;
//! where no Node matches, `matches-no-node`.
//!
//! ## Invalid
//! ```yaml
//! # Runs on every node.
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
//!       nodeSelector: {pool: a}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {pool: a}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//!   labels: {pool: b}
//! ```
//!
//! ## Valid
//! ```yaml
//! # Runs on every node of pool a.
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
//!       nodeSelector: {pool: a}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {pool: a}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//!   labels: {pool: b}
//! ```
//!
//! ## When to switch off
//! Where the comment means every Node of a kind: then say so there.

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "coverage-gap",
    reads: Reads::DAEMON_SETS,
    why: "What is said of it is not what the node selector and the required affinity do.",
    help: "Ask for less of the nodes, or say which nodes are meant.",
    say: &["it is said to run on every node, and selects all but {0}: {1}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.is_placed() || context.matches_nowhere() || !context.claims_every_node() {
        return;
    }
    let nodes = context.nodes_where(&|class| !context.is_meant_for(class));
    if !nodes.is_empty() {
        found.at(context.root).nodes(&nodes);
    }
}
