//! A hostPort is there for clients that a Service could send to the same Pod.
//!
//! ## Why
//! Clients on a node reach its agent through a Service with `internalTrafficPolicy: Local` as well. A `hostPort` takes
//! the port from everything else on the node, is open from outside, and stands in the way of updates with surge.
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
//!         ports:
//!         - {containerPort: 8126, hostPort: 8126}
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   internalTrafficPolicy: Local
//!   ports:
//!   - port: 8126
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
//!         ports:
//!         - containerPort: 8126
//! ---
//! apiVersion: v1
//! kind: Service
//! metadata:
//!   name: agent
//! spec:
//!   selector: {app: agent}
//!   internalTrafficPolicy: Local
//!   ports:
//!   - port: 8126
//! ```
//!
//! ## When to switch off
//! Where clients are outside of the cluster, or use the address of their node.

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Reads, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "service-local-preferable",
    severity: Severity::Info,
    preset: Preset::Strict,
    reads: Reads::DAEMON_SETS,
    why: "The port is taken from everything else on the node, and open from outside.",
    help: "Let clients use the Service, with `internalTrafficPolicy: Local`.",
    say: &["what `hostPort: {1}` is open for, clients reach through Service `{0}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    if context.on_host_network() {
        return;
    }
    let services = context.services();
    for host in context.node_ports() {
        let number = host.port.get("containerPort").text();
        let name = host.port.get("name").text();
        for service in &services {
            let mut ports = service.root.at("spec.ports").items();
            let reaches = ports.any(|own| {
                let target = own.get("targetPort");
                let target = match target.exists() {
                    true => target.text(),
                    false => own.get("port").text(),
                };
                target == number || target == name
            });
            if reaches {
                let spot = found.at(host.at);
                spot.word(service.name()).word(host.at.text());
                break;
            }
        }
    }
}
