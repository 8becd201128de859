//! A value is asked for that none of the given Nodes has for the label.
//!
//! ## Why
//! The DaemonSet runs by what else is asked for (another term, another value), and the unknown value does nothing. Where it is a
//! slip of a value that Nodes have, the help says so.
//!
//! The rule speaks from three Nodes on; it is advice where another value of the same `In` is there. Labels that tell kinds of
//! Nodes apart (`kubernetes.io/…`, zones, types of machines, pools of clouds) are left out: a cluster may have no Node of a kind
//! today. Where no Node matches at all, `matches-no-node` says it.
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
//!               - {key: disk, operator: In, values: [nvem]}
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
//!               - {key: disk, operator: In, values: [nvme]}
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
//! Where the given Nodes are not all of the cluster's, or a pool with the value is scaled to nothing.

use crate::lint::{Reads, Rule};

pub(super) static RULE: Rule = Rule {
    id: "label-value-unknown",
    reads: Reads::DAEMON_SETS,
    why: "What asks for the value lets no node in: the DaemonSet runs by the other terms or values alone.",
    help: "Write the value as nodes have it, or label the nodes.",
    say: &["none of the given nodes has `{0}`"],
    look: |context, found| context.find_unknown(true, found),
    ..Rule::NEW
};
