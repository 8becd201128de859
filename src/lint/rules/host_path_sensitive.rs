//! A container sees secrets of its Node, or all of it.
//!
//! ## Why
//! Below `/etc/kubernetes`, `/var/lib/kubelet`, `/var/lib/etcd` and in PKI directories stand keys and tokens that open
//! the whole cluster; in `/root` and `/home` those of people. `readOnly` does not help against reading.
//!
//! ## Invalid
//! ```yaml
//! volumes:
//! - name: pki
//!   hostPath: {path: /etc/kubernetes/pki, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: pki
//!     mountPath: /pki
//!     readOnly: true
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: clock
//!   hostPath: {path: /etc/localtime, type: File}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: clock
//!     mountPath: /etc/localtime
//!     readOnly: true
//! ```
//!
//! ## When to switch off
//! For agents whose work is with these very files.
//!
//! Peers: kube-linter `sensitive-host-mounts`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mount, PodSecurity, Role, Roles, Rule, Spots, is_under};
use crate::manifest::View;
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "host-path-sensitive",
    security: Some(Severity::Warning),
    pod_security: Some(PodSecurity::Baseline),
    expected_of: Roles::METRICS_EXPORTER
        .and(Roles::SECURITY_AGENT)
        .and(Roles::CSI)
        .and(Roles::CNI)
        .and(Roles::DEVICE_PLUGIN)
        .and(Roles::LOG_COLLECTOR),
    why: "Keys and tokens of the node are among what it reads, and a daemon Pod reads them on every node.",
    help: "Mount the files or the folder below that it needs.",
    say: &[
        "{0} `{1}` sees `{2}` of its node, where keys and tokens are",
        "{0} `{1}` sees `{2}` of its node",
        "{0} `{1}` sees the whole file system of its node",
    ],
    look,
    ..Rule::NEW
};

const OF_SYSTEM: &str = "Devices, settings or programs of the node are among what it reads.";

/// Folders of the kernel and of the system, which agents read for a purpose.
const SYSTEM: &[&str] = &["/proc", "/sys", "/boot", "/dev", "/usr", "/lib", "/lib64"];

/// What holds nothing that is not on every Node.
const FINE: &[&str] = &[
    "/lib/modules",
    "/usr/lib/modules",
    "/usr/lib/os-release",
    "/usr/share/ca-certificates",
    "/usr/share/zoneinfo",
    "/dev/shm",
    "/dev/null",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mounts = context.mounts();
    let mut seen: Vec<View<'a>> = Vec::new();
    for mount in &mounts {
        let path = mount.host_path();
        let at = mount.volume.at("hostPath.path");
        // Of what can be written to as well another rule speaks.
        let is_said = |other: &Mount<'a>| {
            other.volume.is(mount.volume)
                && (context.writes_to_others(other) || other.writes_to_kubelet())
        };
        let is_seen = seen.iter().any(|one| one.is(at));
        if is_seen || !path.starts_with('/') || holds(path, "..") || mounts.iter().any(is_said) {
            continue;
        }
        let is_secret = holds_secrets(path) && !context.owns(mount);
        let is_system =
            || SYSTEM.iter().any(|folder| is_under(path, folder)) && mount.is_read_only();
        if !is_secret && (!is_system() || FINE.iter().any(|folder| is_under(path, folder))) {
            continue;
        }
        seen.push(at);
        let spot = found.at(at).container(&mount.container).word(path);
        let is_read = mount.is_read_only() && context.role() == Role::LogCollector;
        if !is_secret || is_read || context.is_node_tool() {
            spot.severity(Severity::Info);
        }
        match path {
            "/" => spot.case(2),
            _ if !is_secret => spot.case(1).why(OF_SYSTEM),
            _ => spot,
        };
    }
}

/// Whether keys, tokens or files of people are in a folder or below it.
fn holds_secrets(path: &str) -> bool {
    let around = [
        "/",
        "/etc",
        "/etc/kubernetes",
        "/var",
        "/var/lib",
        "/var/lib/kubelet",
    ];
    // Kubeconfigs; of what else is in that folder much is of no use to others.
    let is_config = is_under(path, "/etc/kubernetes") && path.ends_with(".conf");
    let folders = [
        "/etc/ssl/private",
        "/home",
        "/root",
        "/var/lib/etcd",
        "/var/lib/kubelet/pki",
        "/var/lib/kubelet/pods",
    ];
    let is_of_keys = path.split('/').any(|folder| folder == "pki") && !is_under(path, "/etc/pki");
    around.contains(&path)
        || is_config
        || is_of_keys
        || folders.iter().any(|folder| is_under(path, folder))
}
