//! A port of the Node belongs to a component that many Nodes have.
//!
//! ## Why
//! On a Node where the kubelet, kube-proxy, etcd or another component listens on the port, the agent cannot bind, or
//! the component cannot after the next start.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 10250
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
//! ```
//!
//! ## When to switch off
//! For what takes the place of the component.

use crate::diagnostic::Severity;
use crate::lint::{Context, Role, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "host-port-well-known",
    severity: Severity::Info,
    why: "Where that component listens, the agent cannot bind, or the component cannot after the next start.",
    help: "Take a port that no component of the node has.",
    say: &["port {0} of the node is that of {1}"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for port in context.node_ports() {
        let (owner, signs): (_, &[&str]) = match port.number {
            22 => ("SSH", &["ssh"]),
            53 => ("DNS", &["dns"]),
            179 => ("BGP", &["bgp"]),
            2379 | 2380 => ("etcd", &["etcd"]),
            6443 => ("the API server", &["apiserver"]),
            9100 => ("node-exporter", &["node-exporter", "node_exporter"]),
            10248..=10250 => ("the kubelet", &["kubelet"]),
            10256 => ("kube-proxy", &["proxy"]),
            10257 => ("kube-controller-manager", &["controller-manager"]),
            10259 => ("kube-scheduler", &["scheduler"]),
            _ => continue,
        };
        let is_cnis = matches!(port.number, 179 | 10256) && context.role() == Role::Cni;
        let names = [
            context.name(),
            port.container.name(),
            port.container.image(),
        ];
        let is_owner = |sign: &&str| names.iter().any(|name| holds(name, sign));
        if !is_cnis && !signs.iter().any(is_owner) {
            found.at(port.at).word(port.at.text()).word(owner);
        }
    }
}
