//! A container can write to a folder of its Node.
//!
//! ## Why
//! Whoever takes over the container can leave something in the folder that outlives the Pod, and on many folders
//! something that the Node itself runs. A daemon Pod is on every Node, so that one hole is one in each of them.
//!
//! Plugins for network, storage and devices and security agents write to their Nodes by nature: for them it is advice.
//! Of a folder that is named after the agent, or that the kubelet makes for it, nothing is said: it keeps its own state
//! there.
//!
//! ## Invalid
//! ```yaml
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /var/log
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /var/log
//!     readOnly: true
//! ```
//!
//! ## When to switch off
//! For agents whose work is to change the Node.
//!
//! Peers: kube-linter `writable-host-mount`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Roles, Rule, Spot, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "host-path-writable",
    security: Some(Severity::Warning),
    expected_of: Roles::CNI
        .and(Roles::CSI)
        .and(Roles::DEVICE_PLUGIN)
        .and(Roles::SECURITY_AGENT),
    why: "What a break-in writes there outlives the Pod, on every node that has one.",
    help: "Add `readOnly: true` to the mount, or mount a folder below that the agent alone uses.",
    say: &["{0} `{1}` can write to `{2}` of its node"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for mount in context.mounts() {
        if !context.writes_to_others(&mount) {
            continue;
        }
        let spot = mount.find_writable(found);
        // Whoever is privileged reaches all of its Node anyway.
        let is_privileged = mount.container.is_privileged();
        if is_privileged || !is_of_system(mount.host_path()) || context.is_node_tool() {
            spot.severity(Severity::Info);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.read_only(spot);
}

/// Whether a folder is of the system or of a known component of it. Others may well be the agent's own.
fn is_of_system(path: &str) -> bool {
    let around = ["/", "/var", "/var/lib", "/run", "/var/run", "/opt"];
    let folders = [
        "/bin",
        "/boot",
        "/dev",
        "/etc",
        "/home",
        "/lib",
        "/lib64",
        "/proc",
        "/root",
        "/sbin",
        "/sys",
        "/usr",
        "/var/log",
        "/var/spool",
        "/opt/cni",
        "/var/lib/containerd",
        "/var/lib/docker",
        "/var/lib/etcd",
    ];
    let services = ["containerd", "crio", "docker", "netns", "systemd", "udev"];
    let run = path
        .strip_prefix("/var")
        .unwrap_or(path)
        .strip_prefix("/run/");
    let service = run.and_then(|rest| rest.split('/').next());
    around.contains(&path)
        || folders.iter().any(|folder| is_under(path, folder))
        || service.is_some_and(|service| services.contains(&service))
}
