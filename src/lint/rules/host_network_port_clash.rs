//! Two DaemonSets take one port of the same Nodes, and `hostNetwork` hides it.
//!
//! ## Why
//! Under `hostNetwork` every declared `containerPort` is a port of the Node, as if it were written as a `hostPort`. A port of
//! a Node goes to one Pod: the scheduler places whichever comes first, and the other one stays Pending.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       hostNetwork: true
//!       dnsPolicy: ClusterFirstWithHostNet
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 9464}
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: exporter
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: exporter}
//!   template:
//!     metadata:
//!       labels: {app: exporter}
//!     spec:
//!       hostNetwork: true
//!       dnsPolicy: ClusterFirstWithHostNet
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 9464}
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: agent
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       hostNetwork: true
//!       dnsPolicy: ClusterFirstWithHostNet
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 9464}
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: exporter
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: exporter}
//!   template:
//!     metadata:
//!       labels: {app: exporter}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 9464}
//! ```
//!
//! ## When to switch off
//! Where the two are never in one cluster.
//!
//! Upstream: pkg/apis/core/v1/defaults.go defaultHostNetworkPorts (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::port_clash::{Clash, find_clashes};
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-network-port-clash",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "A port of a node is one Pod's, and both ask for the same nodes: on each of them one of the two stays Pending.",
    help: "Give one of them another port, or do without `hostNetwork`.",
    say: &[
        "port {0} of its nodes is taken by DaemonSet `{1}`, as `hostNetwork` makes node ports of all",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    find_clashes(context, Clash::Implied, found);
}
