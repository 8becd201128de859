//! A port of the Node is taken on every Node.
//!
//! ## Why
//! A `hostPort` is reached at the address of the Node, past Services and, with many network plugins, past
//! NetworkPolicies. A second Pod with the same port stays Pending, and so does the new Pod of an update with
//! `maxSurge`.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 8126
//!     hostPort: 8126
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 8126
//! ```
//!
//! ## When to switch off
//! For ports that programs outside of Pods, or other systems, have to reach.
//!
//! Peers: Polaris `hostPortSet`

use crate::diagnostic::Severity;
use crate::lint::{Container, Context, PodSecurity, Role, Rule, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "host-port",
    severity: Severity::Info,
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    why: "The port is open at the address of the node, and only one Pod of a node can have it.",
    help: "A Service with `internalTrafficPolicy: Local` leads clients to the Pod on their own node without it.",
    say: &["{0} `{1}` takes port {2} of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.on_host_network() {
        return;
    }
    for container in &context.containers {
        for port in container.ports() {
            let host_port = port.get("hostPort");
            let number = host_port.text();
            let is_web = matches!(number, "80" | "443");
            if matches!(number, "" | "0") || is_web && takes_web_ports(context, container) {
                continue;
            }
            found.at(host_port).container(container).word(number);
        }
    }
}

/// Whether it is there to receive what comes for the web ports of a Node.
fn takes_web_ports(context: &Context<'_>, container: &Container<'_>) -> bool {
    let image = container.image();
    let gateways = [
        "ingress", "traefik", "nginx", "haproxy", "envoy", "contour", "kong", "caddy", "gateway",
    ];
    context.role() == Role::Cni || gateways.iter().any(|gateway| holds(image, gateway))
}
