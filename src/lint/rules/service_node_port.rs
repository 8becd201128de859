//! A Service opens a port on every node, where the agent may already be.
//!
//! ## Why
//! A NodePort Service sends what arrives at any node to any Pod. Where a Pod of a DaemonSet is on each node anyway,
//! clients can reach the one of their own node.
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
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   type: NodePort
//!   ports:
//!   - {port: 80, targetPort: 8080}
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
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   type: ClusterIP
//!   ports:
//!   - {port: 80, targetPort: 8080}
//! ```
//!
//! ## When to switch off
//! Where clients outside of the cluster use the port.
//!
//! Peers: kube-linter `exposed-services`; kube-score `service-type`

use crate::diagnostic::Severity;
use crate::lint::{Context, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-node-port",
    severity: Severity::Info,
    reads: Reads::SERVICES,
    why: "The port is open on every node, and what arrives goes to the Pod of any node.",
    help: "Use ClusterIP with `internalTrafficPolicy: Local` for clients in the cluster.",
    say: &["the Service opens a port on every node for DaemonSet `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let kind = context.root.at("spec.type");
    if kind.text() != "NodePort" {
        return;
    }
    for target in context.service_targets() {
        if target.is_daemon_set() {
            found.at(kind).word(target.name());
            return;
        }
    }
}
