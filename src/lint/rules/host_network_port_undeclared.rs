//! A container opens a port of its Node that no field declares.
//!
//! ## Why
//! Under `hostNetwork` the scheduler keeps two Pods with the same declared port off one Node. Of a port that is not in
//! `ports` it does not know: the second program starts, cannot bind, and crashes.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   readinessProbe:
//!     httpGet: {path: /ready, port: 9464}
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
//!   readinessProbe:
//!     httpGet: {path: /ready, port: 9464}
//! ```
//!
//! ## When to switch off
//! Where ports are shared out by other means.

use crate::diagnostic::Severity;
use crate::lint::{Container, Context, Rule, Spot, Spots, probe_port};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "host-network-port-undeclared",
    severity: Severity::Info,
    why: "The scheduler does not know of it: a second program with this port is put onto the node, and cannot bind.",
    help: "Declare the port in `ports`.",
    say: &["{0} `{1}` opens port {2} of its node and does not declare it"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if !context.on_host_network() {
        return;
    }
    let mut first: Option<&mut Spot<'a>> = None;
    for container in &context.containers {
        let Some(port) = opened(container) else {
            continue;
        };
        let is_declared = context.containers.iter().any(|one| {
            let mut ports = one.ports();
            ports.any(|declared| declared.get("containerPort").text() == port)
        });
        if is_declared || !container.runs_on() || container.image().is_empty() {
            continue;
        }
        if let Some(spot) = &mut first {
            spot.related(container.view, container.as_well());
        } else {
            first = Some(found.at(container.view).container(container).word(port));
        }
    }
}

/// The port that a container listens on to others, as a probe or an argument says it.
fn opened<'a>(container: &Container<'a>) -> Option<&'a str> {
    for probe in container.probes() {
        let host = probe.at("httpGet.host").text();
        let host = [host, probe.at("tcpSocket.host").text()].concat();
        let port = probe_port(probe).text();
        if host.is_empty() && port.parse::<u16>().is_ok() {
            return Some(port);
        }
    }
    container.words().find_map(|word| listened(word.text()))
}

/// The port of an argument that says where to listen, on all addresses: `--listen=:9464`.
fn listened(word: &str) -> Option<&str> {
    let (name, value) = word.trim_start_matches('-').split_once('=')?;
    let is_port = matches!(
        name,
        "port" | "http-port" | "listen-port" | "metrics-port" | "health-port" | "healthz-port"
    );
    let is_address = holds(name, "listen") || holds(name, "bind-address");
    let port = match value.rsplit_once(':') {
        Some(("" | "0.0.0.0" | "[::]" | "*", port)) if is_address => port,
        None if is_port => value,
        _ => return None,
    };
    let number = port.parse::<u16>().ok()?;
    (number > 0).then_some(port)
}
