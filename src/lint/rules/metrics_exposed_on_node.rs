//! An exporter shows what it measures to everybody who reaches the Node.
//!
//! ## Why
//! Metrics of a Node name its users, mounts, processes and versions. Under `hostNetwork`, or by a `hostPort`, they
//! stand at the address of the Node, where NetworkPolicies mostly do not reach.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: node-exporter
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       hostNetwork: true
//!       dnsPolicy: Default
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         args: ["--web.listen-address=:9100"]
//!         ports:
//!         - containerPort: 9100
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata:
//!   name: node-exporter
//!   namespace: agents
//! spec:
//!   selector:
//!     matchLabels: {app: agent}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!     spec:
//!       hostNetwork: true
//!       dnsPolicy: Default
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         args: ["--web.listen-address=127.0.0.1:9100"]
//!         ports:
//!         - containerPort: 9100
//! ```
//!
//! ## When to switch off
//! Where the Nodes are reached from a network of their own alone.

use crate::diagnostic::Severity;
use crate::lint::{Context, Role, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "metrics-exposed-on-node",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    why: "Users, mounts, processes and versions of the node are read by everybody who reaches its address.",
    help: "Listen on 127.0.0.1 behind a proxy that asks who reads, or give the exporter a certificate and a password.",
    say: &["{0} `{1}` shows metrics at the address of the node to everybody"],
    look,
    ..Rule::NEW
};

/// Signs that not everybody may read: another address, or a certificate.
const GUARDED: &[&str] = &[
    "127.0.0.1",
    "localhost",
    "=$(",
    "=${",
    "[$(",
    "web.config",
    "tls",
    "cert",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.role() != Role::MetricsExporter {
        return;
    }
    let mut containers = context.containers.iter();
    if containers.any(|one| holds(one.image(), "rbac-proxy") || one.says(GUARDED)) {
        return;
    }
    let ports = context.node_ports();
    let Some(first) = ports
        .iter()
        .find(|port| port.port.get("hostIP").text().is_empty())
    else {
        return;
    };
    let mut words = first.container.words();
    let listens = words.find(|word| holds(word.text(), "listen-address"));
    let at = listens.unwrap_or(first.container.view.get("ports"));
    found.at(at).container(&first.container);
}
