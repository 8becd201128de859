//! A container listens on a port that its user may not open, or runs an SSH server.
//!
//! ## Why
//! Under `hostNetwork` a port below 1024 is opened by root, or with `NET_BIND_SERVICE`: another user is refused, and
//! the container crashes. On the network of Pods runtimes allow it to all. Port 22 is that of SSH: `kubectl exec` opens
//! a shell with the rights that the cluster knows of.
//!
//! ## Invalid
//! ```yaml
//! hostNetwork: true
//! dnsPolicy: Default
//! securityContext:
//!   runAsUser: 20000
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 514
//! ```
//!
//! ## Valid
//! ```yaml
//! securityContext:
//!   runAsUser: 20000
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - containerPort: 514
//! ```
//!
//! ## When to switch off
//! Where `net.ipv4.ip_unprivileged_port_start` of the Nodes is lowered, or the program has the capability as a file.
//!
//! Peers: kube-linter `privileged-ports`, `ssh-port`

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "privileged-port",
    severity: Severity::Info,
    security: Some(Severity::Info),
    why: "Under `hostNetwork` only root, or who has `NET_BIND_SERVICE`, opens a port below 1024.",
    help: "Take a port from 1024 on, or add the capability `NET_BIND_SERVICE`.",
    say: &[
        "{0} `{1}` may not open port {2} of its node",
        "{0} `{1}` listens on port {2}, that of SSH",
    ],
    look,
    ..Rule::NEW
};

const SSH: &str =
    "Who gets in by SSH is not known to the cluster, and leaves no line in its audit log.";

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for container in &context.containers {
        for port in container.ports() {
            let at = port.get("containerPort");
            let Some(number) = at.as_int().filter(|number| (1..1024).contains(number)) else {
                continue;
            };
            let may_open = container.is_privileged()
                || !container.is_no_root()
                || container.added("NET_BIND_SERVICE").exists()
                || container.added("ALL").exists();
            if context.on_host_network() && !may_open && !lowers_ports(context) {
                found.at(at).container(container).word(at.text());
            } else if number == 22 && !context.on_host_network() {
                let spot = found.at(at).container(container).word(at.text()).case(1);
                spot.why(SSH)
                    .help("Use `kubectl exec` or `kubectl debug` instead.");
            }
        }
    }
}

fn lowers_ports(context: &Context<'_>) -> bool {
    let mut sysctls = context.pod.at("securityContext.sysctls").items();
    sysctls.any(|sysctl| sysctl.get("name").text() == "net.ipv4.ip_unprivileged_port_start")
}
