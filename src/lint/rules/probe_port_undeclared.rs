//! A probe asks a port that its container does not have.
//!
//! ## Why
//! The kubelet looks a name up among the `ports` of the same container. Where it is not there the probe fails each
//! time: a liveness probe restarts the container for ever, a readiness probe never lets it be Ready, and an update
//! stops at it.
//!
//! A number works without being declared; it is only shown nowhere.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - {name: http, containerPort: 8080}
//!   livenessProbe:
//!     httpGet: {path: /live, port: https}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   ports:
//!   - {name: http, containerPort: 8080}
//!   livenessProbe:
//!     httpGet: {path: /live, port: http}
//! ```
//!
//! ## When to switch off
//! For numbers that are not declared on purpose.
//!
//! Peers: kube-linter `liveness-port`, `readiness-port`, `startup-port`
//!
//! Upstream: pkg/kubelet/prober/prober.go extractPort (v1.36.3)

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots, probe_port};

pub(super) static RULE: Rule = Rule {
    id: "probe-port-undeclared",

    severity: Severity::Error,
    why: "The kubelet looks the name up among the ports of the same container: the probe fails each time.",
    help: "Name one of the container's ports, or add this one to `ports`.",
    say: &[
        "{0} `{1}` has no port named `{2}`",
        "{0} `{1}` does not declare port {2}, which a probe asks",
    ],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let host_network = context.on_host_network();
    for container in &context.containers {
        let declares = container.ports().next().is_some();
        for probe in container.probes() {
            let port = probe_port(probe);
            let text = port.text();
            let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
            let field = match is_number {
                true => "containerPort",
                false => "name",
            };
            let mut ports = container.ports();
            let is_declared = ports.any(|declared| declared.get(field).text() == text);
            let is_complete = declares || container.view.lacks("ports");
            if text.is_empty() || is_declared || !is_complete || text.contains(['$', '{']) {
                continue;
            }
            if !is_number {
                found.at(port).container(container).word(text);
            } else if declares && !host_network {
                let spot = found.at(port).container(container).word(text).case(1);
                spot.severity(Severity::Info)
                    .why("The probe works; whoever reads the manifest does not see that the container listens there.");
            }
        }
    }
}
