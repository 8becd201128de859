//! A container can write to a folder of its Node.
//!
//! ## Why
//! Whoever takes over the container can leave something in the folder that outlives the Pod, and on many folders something
//! that the Node itself runs. A daemon Pod is on every Node, so that one hole is one in each of them.
//!
//! Plugins for network, storage and devices and security agents write to their Nodes by nature: for them it is advice. Of
//! a folder that is named after the agent, or that the kubelet makes for it, nothing is said: it keeps its own state there.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /var/log
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log, type: Directory}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /var/log
//!     readOnly: true
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log, type: Directory}
//! ```
//!
//! ## When to switch off
//! For agents whose work is to change the Node.
//!
//! Peers: kube-linter `writable-host-mount`; Kubescape C-0045

use crate::diagnostic::Severity;
use crate::lint::{Context, Mount, Roles, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "host-path-writable",
    security: Some(Severity::Warning),
    expected_of: Roles::NODE_CRITICAL.and(Roles::SECURITY_AGENT),
    why: "What a break-in writes there outlives the Pod, on every node that has one.",
    help: "Add `readOnly: true` to the mount, or mount a folder below that the agent alone uses.",
    say: &["{0} `{1}` can write to `{2}` of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for mount in context.mounts() {
        let path = mount.host_path();
        // Sockets are not made safe by `readOnly`, and the kubelet's folder is a matter of its own: other rules speak of them.
        let socket = path.ends_with(".sock") || mount.volume.at("hostPath.type").text() == "Socket";
        let is_others = socket || is_under(path, "/var/lib/kubelet");
        if !path.starts_with('/') || mount.is_read_only() || is_others || is_own(context, &mount) {
            continue;
        }
        let spot = found
            .at(mount.view)
            .container(&mount.container)
            .word(path)
            .related(mount.volume, "the folder of the node");
        if path == "/" && mount.container.is_privileged() {
            spot.severity(Severity::Info);
        }
    }
}

/// Whether a folder is one that the agent keeps for itself, or a file that others only wait for.
fn is_own(context: &Context<'_>, mount: &Mount<'_>) -> bool {
    let path = mount.host_path();
    let kind = mount.volume.at("hostPath.type").text();
    let last = path.rsplit('/').next().unwrap_or_default();
    let names = [
        context.name(),
        mount.container.name(),
        mount.container.image_name(),
    ];
    let words = names.iter().flat_map(|name| name.split(['-', '.', '_']));
    let mut words = words.filter(|word| word.len() > 2);
    kind.ends_with("OrCreate")
        || last.ends_with(".lock")
        || path == "/dev/shm"
        || words.any(|word| last.contains(word))
}
