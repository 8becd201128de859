//! Two DaemonSets take one port of the same Nodes.
//!
//! ## Why
//! A port of a Node goes to one Pod. Where both DaemonSets are meant to run, the scheduler places whichever Pod comes
//! first, and the other one stays Pending with `node(s) didn't have free ports`: which of the two, differs from Node to Node.
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 8080, hostPort: 9464}
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
//!         - {containerPort: 9100, hostPort: 9464}
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
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports:
//!         - {containerPort: 8080, hostPort: 9464}
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
//!         - {containerPort: 9100, hostPort: 9465}
//! ```
//!
//! ## When to switch off
//! Where the two are never in one cluster.
//!
//! Upstream: pkg/scheduler/framework/plugins/nodeports/node_ports.go fitsPorts (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::port_clash::{Clash, find_clashes};
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-port-clash-between-daemons",
    severity: Severity::Error,
    reads: Reads::DAEMON_SETS,
    why: "A port of a node is one Pod's, and both ask for the same nodes: on each of them one of the two stays Pending.",
    help: "Give one of them another port, or keep them apart by labels of nodes.",
    say: &["port {0} of its nodes is taken by DaemonSet `{1}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    find_clashes(context, Clash::Written, found);
}
