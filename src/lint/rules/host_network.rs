//! The Pod lives in the network of its Node.
//!
//! ## Why
//! Every port that the containers open is a port of the Node, and two Pods of a Node cannot open the same one.
//! NetworkPolicies do not reach such a Pod, services that listen on the loopback of the Node are open to it, and it may
//! listen to all traffic of the Node.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//! ```
//!
//! ## When to switch off
//! For agents that have to see the network of their Node as it is.
//!
//! Peers: kube-linter `host-network`; Polaris `hostNetworkSet`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-network",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    off_for: Roles::CNI,
    why: "Its ports are ports of the node, NetworkPolicies do not reach it, and what listens on the loopback of the node is open to it.",
    help: "Remove `hostNetwork` where the agent can be reached through a Service or a `hostPort`.",
    say: &["the Pod lives in the network of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.on_host_network() {
        found.at(context.pod.get("hostNetwork"));
    }
}
