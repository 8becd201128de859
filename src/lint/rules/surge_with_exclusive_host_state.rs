//! With surge, two Pods of a node write to the same folder of it for a while.
//!
//! ## Why
//! An agent that keeps a database, a position file or a socket on its node often assumes that it is alone. With
//! `maxSurge` the old and the new Pod run side by side until the new one is available.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     spec:
//!       volumes:
//!       - name: state
//!         hostPath: {path: /var/lib/agent, type: DirectoryOrCreate}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//!         volumeMounts:
//!         - {name: state, mountPath: /state}
//! ```
//!
//! ## Valid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxUnavailable: 1}
//!   template:
//!     spec:
//!       volumes:
//!       - name: state
//!         hostPath: {path: /var/lib/agent, type: DirectoryOrCreate}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//!         volumeMounts:
//!         - {name: state, mountPath: /state}
//! ```
//!
//! ## When to switch off
//! Where the agent locks what it writes and waits for the lock.

use crate::lint::{Context, Mount, Reads, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "surge-with-exclusive-host-state",
    reads: Reads::DAEMON_SETS,
    why: "The new Pod starts before the old one stops: both write to the folder until the new one is available.",
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1, unless the agent locks its files.",
    say: &["two Pods of a node write to `{0}` during the update"],
    look,
    ..Rule::NEW
};

/// What is of the kernel, what a start of the node empties, and what is of plugins, of which another rule speaks.
const NOT_STATE: &[&str] = &[
    "/dev",
    "/run",
    "/var/run",
    "/sys",
    "/proc",
    "/var/lib/kubelet",
    "/etc/cni",
    "/opt/cni",
    "/var/lib/cni",
    "/lib/modules",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let surge = context.surge();
    let is_own = |mount: &&Mount<'_>| {
        let path = mount.host_path();
        let mut others = NOT_STATE.iter();
        let is_state = path.starts_with('/') && path.len() > 1 && !path.ends_with(".lock");
        is_state && !others.any(|folder| is_under(path, folder))
    };
    if let (true, Some(mount)) = (surge.exists(), context.written_mounts().iter().find(is_own)) {
        let spot = found.at(surge).word(mount.host_path());
        spot.related(mount.volume, "the folder of the node");
    }
}
