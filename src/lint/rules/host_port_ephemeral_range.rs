//! A port of the Node lies in a range from which ports are handed out.
//!
//! ## Why
//! From 30000 to 32767 Services of type NodePort get theirs; from 32768 to 60999 Linux takes ports for outgoing
//! connections. Now and then such a port is taken when the agent starts, and then it cannot bind.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 40125
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
//! Where the ranges of the cluster or of the Nodes are others, or the port is reserved (`ip_local_reserved_ports`).

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-port-ephemeral-range",
    why: "Now and then somebody else has the port when the agent starts, and then it cannot bind.",
    help: "Take a port below 30000.",
    say: &[
        "port {0} of the node is in the range of NodePort Services (30000-32767)",
        "port {0} of the node is in the range for outgoing connections (32768-60999)",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for port in context.node_ports() {
        let case = match port.number {
            30000..=32767 => 0,
            32768..=60999 => 1,
            _ => continue,
        };
        let spot = found.at(port.at).word(port.at.text()).case(case);
        if case == 1 && port.port.get("hostIP").text().starts_with("127.") {
            spot.severity(Severity::Info);
        }
    }
}
