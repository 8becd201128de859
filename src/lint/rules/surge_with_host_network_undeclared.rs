//! With surge and `hostNetwork`, the new Pod starts beside the old one and wants the same port, which no field declares.
//!
//! ## Why
//! Under `hostNetwork` a container that listens takes a port of its node. Where the port is declared, the scheduler
//! keeps the new Pod away; where it is not, the new Pod starts, cannot bind, and crashes until the update is given up.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     spec:
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         args: ["--listen=:9464"]
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 1}
//!   template:
//!     spec:
//!       hostNetwork: true
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         args: ["--listen=:9464"]
//! ```
//!
//! ## When to switch off
//! Where the agent opens its port with `SO_REUSEPORT`.

use crate::diagnostic::Severity;
use crate::lint::{Container, Context, Reads, Rule, Spots, probe_port};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "surge-with-host-network-undeclared",
    reads: Reads::DAEMON_SETS,
    why: "The scheduler sees no port to keep the new Pod away: it starts beside the old one, cannot bind, and restarts until the update stops.",
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1, and declare the port in `ports`.",
    say: &[
        "two Pods share the network of a node during the update, and both listen (`{0}`)",
        "two Pods share the network of a node during the update",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let surge = context.surge();
    if !surge.exists() || !context.on_host_network() || context.takes_ports() {
        return;
    }
    for container in &context.containers {
        if let (true, Some(sign)) = (container.runs_on(), listens(container)) {
            found.at(surge).word(sign);
            return;
        }
    }
    found.at(surge).severity(Severity::Info).case(1);
}

/// What shows that a container listens on a port.
fn listens<'a>(container: &Container<'a>) -> Option<&'a str> {
    for probe in container.probes() {
        let port = probe_port(probe);
        if port.exists() {
            return Some(port.text());
        }
    }
    for word in container.words() {
        if names_port(word.text()) {
            return Some(word.text());
        }
    }
    for variable in container.env() {
        let name = variable.get("name").text();
        let is_port = name.ends_with("PORT") || holds(name, "LISTEN");
        if is_port
            && variable
                .get("value")
                .text()
                .contains(|c: char| c.is_ascii_digit())
        {
            return Some(name);
        }
    }
    None
}

/// Whether an argument is an address to listen on: `--listen=:9464`, `--metrics-port=9464`.
fn names_port(word: &str) -> bool {
    let is_named = ["listen", "bind", "port=", "serve"]
        .iter()
        .any(|name| holds(word, name));
    is_named && word.contains(|c: char| c.is_ascii_digit())
}
