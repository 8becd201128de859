//! A container that is not root mounts a path that only root reads.
//!
//! ## Why
//! The logs of containers, what the kubelet keeps and the files of the control plane belong to root, and others may not
//! read most of them. The agent starts, and finds nothing: it is denied, or sees no files.
//!
//! ## Invalid
//! ```yaml
//! securityContext:
//!   runAsUser: 20000
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log/pods, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /var/log/pods
//!     readOnly: true
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: logs
//!   hostPath: {path: /var/log/pods, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: logs
//!     mountPath: /var/log/pods
//!     readOnly: true
//! ```
//!
//! ## When to switch off
//! Where the files of the Nodes are open to the user or the group of the agent.

use crate::diagnostic::Severity;
use crate::lint::{Context, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "root-needed-by-path",
    severity: Severity::Info,
    security: Some(Severity::Info),
    why: "The files belong to root, and most of them are closed to others: the agent starts, and reads nothing.",
    help: "Run it as root with the capability `DAC_READ_SEARCH` alone, or give it the group that may read them.",
    say: &["{0} `{1}` is not root, and only root reads `{2}` of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let of_pod = context.pod.get("securityContext");
    let has_groups = of_pod.get("supplementalGroups").exists() || of_pod.get("fsGroup").exists();
    let mut containers = context.containers.iter();
    let is_opened = containers.any(|one| one.says(&["chown", "chmod", "setfacl"]));
    if has_groups || is_opened || context.is_windows() {
        return;
    }
    for mount in context.mounts() {
        let container = mount.container;
        let may_read = ["DAC_READ_SEARCH", "DAC_OVERRIDE", "ALL"]
            .iter()
            .any(|name| container.added(name).exists());
        let is_in_group = container.security("runAsGroup").text() == "0";
        let is_root = !container.is_no_root() || container.is_privileged();
        if !mount.is_of_root_alone() || context.owns(&mount) || may_read || is_in_group || is_root {
            continue;
        }
        let demanded = container.security("runAsNonRoot");
        let at = match demanded.is_true() {
            true => demanded,
            false => container.security("runAsUser"),
        };
        let spot = found.at(at).container(&container).word(mount.host_path());
        spot.related(mount.view, "the mount");
        return;
    }
}
