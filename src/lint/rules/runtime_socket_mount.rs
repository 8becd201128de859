//! A container can talk to the container runtime of its Node.
//!
//! ## Why
//! Who can talk to the socket of docker, containerd or CRI-O can start a privileged container: that is root on the
//! Node. `readOnly` protects the file of the socket, not what is said through it.
//!
//! ## Invalid
//! ```yaml
//! volumes:
//! - name: socket
//!   hostPath: {path: /run/containerd/containerd.sock, type: Socket}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: socket
//!     mountPath: /run/containerd/containerd.sock
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: socket
//!   hostPath: {path: /run/agent/agent.sock, type: Socket}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: socket
//!     mountPath: /run/agent/agent.sock
//! ```
//!
//! ## When to switch off
//! For agents that ask the runtime about containers.
//!
//! Peers: kube-linter `docker-sock`

use crate::diagnostic::Severity;
use crate::lint::{Context, PodSecurity, Roles, Rule, Spots};
use crate::manifest::View;

pub(super) static RULE: Rule = Rule {
    id: "runtime-socket-mount",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    expected_of: Roles::SECURITY_AGENT
        .and(Roles::CNI)
        .and(Roles::METRICS_EXPORTER)
        .and(Roles::DEVICE_PLUGIN),
    why: "It can start a privileged container, which is root on the node; `readOnly` does not help.",
    help: "Ask the API server or the kubelet instead, where they know what is wanted.",
    say: &["{0} `{1}` can talk to the container runtime through `{2}`"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut seen: Vec<View<'a>> = Vec::new();
    for mount in context.mounts() {
        let at = mount.volume.at("hostPath.path");
        if mount.is_runtime_socket() && !seen.iter().any(|one| one.is(at)) {
            seen.push(at);
            found.at(at).container(&mount.container).word(at.text());
        }
    }
}
