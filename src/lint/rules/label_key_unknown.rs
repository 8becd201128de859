//! A label is asked for that none of the given Nodes has.
//!
//! ## Why
//! The DaemonSet runs by what else is asked for (another term of the affinity), and the part with the unknown label does
//! nothing. Where it is a slip of a label that Nodes have, the help says so.
//!
//! The rule speaks from three Nodes on. Labels with a domain (`node-role.kubernetes.io/…`, those of clouds and devices) are left
//! out unless they look like a slip: who has the domain sets them, and a cluster may have no Node of a kind today. Where no Node
//! matches at all, `matches-no-node` says it.
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
//!       affinity:
//!         nodeAffinity:
//!           requiredDuringSchedulingIgnoredDuringExecution:
//!             nodeSelectorTerms:
//!             - matchExpressions:
//!               - {key: tier, operator: In, values: [web]}
//!             - matchExpressions:
//!               - {key: dsik, operator: Exists}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {tier: web, disk: nvme}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//!   labels: {tier: web, disk: nvme}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: c
//!   labels: {tier: web, disk: nvme}
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
//!       affinity:
//!         nodeAffinity:
//!           requiredDuringSchedulingIgnoredDuringExecution:
//!             nodeSelectorTerms:
//!             - matchExpressions:
//!               - {key: tier, operator: In, values: [web]}
//!             - matchExpressions:
//!               - {key: disk, operator: Exists}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: a
//!   labels: {tier: web, disk: nvme}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: b
//!   labels: {tier: web, disk: nvme}
//! ---
//! apiVersion: v1
//! kind: Node
//! metadata:
//!   name: c
//!   labels: {tier: web, disk: nvme}
//! ```
//!
//! ## When to switch off
//! Where the given Nodes are not all of the cluster's, or a pool with the label is scaled to nothing.

use crate::lint::{Reads, Rule};

pub(super) static RULE: Rule = Rule {
    id: "label-key-unknown",
    reads: Reads::DAEMON_SETS,
    why: "What asks for the label lets no node in: the DaemonSet runs by the other terms alone.",
    help: "Write the label as nodes have it, or label the nodes.",
    say: &["none of the given nodes has the label `{0}`"],
    look: |context, found| context.find_unknown(false, found),
    ..Rule::NEW
};
