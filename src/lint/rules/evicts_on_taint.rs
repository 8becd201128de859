//! A `NoExecute` taint evicts Pods of the DaemonSet from Nodes where they run.
//!
//! ## Why
//! The taint is on a Node that has a Pod, and nothing tolerates it: the Pod is deleted at once, and no other one is made there.
//!
//! The rule speaks where the Pods are given. Taints that come and go (not ready, unreachable, out of service) do not count.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: default
//!   uid: u1
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
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! spec:
//!   taints: [{key: maintenance, effect: NoExecute}]
//! ---
//! apiVersion: v1
//! kind: Pod
//! metadata:
//!   name: agent-x2v7p
//!   namespace: default
//!   labels: {app: agent, controller-revision-hash: 5f6d}
//!   ownerReferences:
//!   - {apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: u1, controller: true}
//! spec:
//!   nodeName: a
//!   containers:
//!   - {name: agent, image: "registry.example.com/agent:v1.2.3"}
//! status:
//!   phase: Running
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: default
//!   uid: u1
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       tolerations:
//!       - {key: maintenance, operator: Exists}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//! spec:
//!   taints: [{key: maintenance, effect: NoExecute}]
//! ---
//! apiVersion: v1
//! kind: Pod
//! metadata:
//!   name: agent-x2v7p
//!   namespace: default
//!   labels: {app: agent, controller-revision-hash: 5f6d}
//!   ownerReferences:
//!   - {apiVersion: apps/v1, kind: DaemonSet, name: agent, uid: u1, controller: true}
//! spec:
//!   nodeName: a
//!   containers:
//!   - {name: agent, image: "registry.example.com/agent:v1.2.3"}
//! status:
//!   phase: Running
//! ```
//!
//! ## When to switch off
//! Where the Nodes are emptied on purpose, agents included.
//!
//! Upstream: pkg/controller/tainteviction/taint_eviction.go Controller.processPodOnNode (v1.36.3)

use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "evicts-on-taint",
    reads: Reads::DAEMON_SETS,
    why: "A Pod that does not tolerate a `NoExecute` taint is deleted at once, and no other one is made there.",
    help: "Tolerate the taint.",
    say: &["the taint `{0}` evicts the Pods from {1}: {2}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.is_placed() {
        return;
    }
    if let Some((taint, nodes)) = context.evicted() {
        found
            .missing(context.pod, "tolerations")
            .word(taint.to_string())
            .nodes(&nodes);
    }
}
