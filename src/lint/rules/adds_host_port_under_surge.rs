//! An update with surge brings a port of the node.
//!
//! ## Why
//! The old Pods have no such port, so that this update ends. From the next one on, old and new Pods both want the port of their
//! node: the new Pod stays Pending, and the old one waits for it.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports: [{containerPort: 8080, hostPort: 8080}]
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents, uid: 5ab3}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ---
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   updateStrategy: {rollingUpdate: {maxUnavailable: 1}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         ports: [{containerPort: 8080, hostPort: 8080}]
//! ```
//!
//! ## When to switch off
//! Never: the next update does not end.
//!
//! Upstream: pkg/scheduler/framework/plugins/nodeports/node_ports.go fitsPorts (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::surge::without_surge;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "adds-host-port-under-surge",
    severity: Severity::Error,
    reads: Reads::UPDATES,
    why: "The old Pods do not have the port yet; after this update they have, and the scheduler gives a port of a node to one Pod.",
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1, or do without `hostPort`.",
    say: &["no update after this one ends: old and new Pods will both want port {0} of their node"],
    look,
    mend: Some(without_surge),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let (surge, port) = (context.surge(), context.host_port());
    if surge.exists() && context.brings_port(port) {
        let spot = found.at(surge).word(port.text());
        context.relate_unavailable(spot.related(port, "the port that comes with it"));
    }
}
