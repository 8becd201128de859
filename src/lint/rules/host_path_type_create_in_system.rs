//! A folder of another component is made where it is missing.
//!
//! ## Why
//! With `DirectoryOrCreate` or `FileOrCreate` a folder that the node should have comes up empty where it has not: the
//! Pod runs on a node that is not set up, and what is missing shows elsewhere.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /etc/kubernetes/manifests, type: DirectoryOrCreate}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /v, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /etc/kubernetes/manifests, type: Directory}
//! ```
//!
//! ## When to switch off
//! For agents that set the node up.

use crate::lint::{Context, Roles, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "host-path-type-create-in-system",

    expected_of: Roles::NODE_CRITICAL,
    why: "Where the component is not installed, the Pod runs on an empty folder, and the fault shows elsewhere.",
    help: "Use `Directory` or `File`: the Pod waits until it is there, and an event says why.",
    say: &["`{0}` is made where it is missing, though it is not this agent's"],
    look,
    ..Rule::NEW
};

const OF_OTHERS: &[&str] = &[
    "/etc/kubernetes",
    "/etc/kubernetes/pki",
    "/etc/kubernetes/manifests",
    "/etc/cni",
    "/etc/cni/net.d",
    "/opt/cni",
    "/opt/cni/bin",
    "/etc/containerd",
    "/etc/docker",
    "/usr",
    "/usr/bin",
    "/usr/lib",
    "/usr/local/bin",
    "/lib",
    "/lib/modules",
    "/lib/systemd",
    "/boot",
    "/var/lib/docker",
    "/var/lib/docker/containers",
    "/var/lib/containerd",
    "/run/containerd",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for volume in context.pod.get("volumes").items() {
        let host = volume.get("hostPath");
        let kind = host.get("type");
        let path = host.get("path").text();
        let folder = path.strip_suffix('/').unwrap_or(path);
        if kind.text().ends_with("OrCreate") && OF_OTHERS.contains(&folder) {
            found.at(kind).word(folder);
        }
    }
}
