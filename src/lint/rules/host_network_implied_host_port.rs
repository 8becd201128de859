//! Under `hostNetwork` the ports of the containers are ports of the Node.
//!
//! ## Why
//! When a Pod under `hostNetwork` is made, every `containerPort` gets the same `hostPort`, though the template does not
//! show it. Two such Pods do not fit onto one Node, which also holds for the old and the new one of an update with
//! `maxSurge`.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 9464
//! ```
//!
//! ## Valid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 9464
//!     hostPort: 9464
//! ```
//!
//! ## When to switch off
//! For manifests whose readers know it.
//!
//! Upstream: pkg/apis/core/v1/defaults.go SetDefaults_PodSpec (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Roles, Rule, Spots};
use crate::manifest::View;

pub(super) static RULE: Rule = Rule {
    id: "host-network-implied-host-port",
    severity: Severity::Info,
    off_for: Roles::CNI,
    why: "Each gets a `hostPort` when the Pod is made: a second Pod with one of them does not fit onto the node.",
    help: "Write `hostPort` beside it, so that the manifest shows it.",
    say: &["ports of the node are taken, which the manifest does not show: {0}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.on_host_network() {
        return;
    }
    let mut first: Option<View<'a>> = None;
    let mut ports: Vec<&str> = Vec::new();
    for port in context.node_ports() {
        if port.port.get("hostPort").exists() {
            continue;
        }
        first.get_or_insert(port.at);
        if ports.len() < 8 && !ports.contains(&port.at.text()) {
            ports.push(port.at.text());
        }
    }
    if let Some(first) = first {
        found.at(first).word(ports.join(", "));
    }
}
