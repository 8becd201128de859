//! A `hostPort` works only where the network plugin forwards it.
//!
//! ## Why
//! Without `hostNetwork` the kubelet opens no port itself: the plugin `portmap`, or what the network plugin has in its
//! place, has to forward it. Where it is not in the chain, the Pod runs and nobody reaches it.
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
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 8126
//!     hostPort: 8126
//! ```
//!
//! ## When to switch off
//! Where the network plugin is known to forward.

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-port-needs-cni-portmap",
    severity: Severity::Info,
    preset: Preset::Strict,
    why: "Where the chain of the network plugin has no `portmap`, the Pod runs and nobody reaches the port.",
    help: "See whether the network plugin forwards, or use a Service with `internalTrafficPolicy: Local`.",
    say: &["port {0} of the node is reached only where the network plugin forwards it"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.on_host_network() {
        return;
    }
    for port in context.node_ports() {
        found.at(port.at).word(port.at.text());
    }
}
