//! With surge, two plugins of a node register the same socket with the kubelet.
//!
//! ## Why
//! A CSI driver or device plugin registers with the kubelet under one name. When the new Pod starts beside the old one,
//! both write the socket; when the old one ends, it often removes the one that is in use, and the kubelet loses the
//! driver.
//!
//! ## Invalid
//! ```yaml
//! spec:
//!   updateStrategy:
//!     rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
//!   template:
//!     spec:
//!       volumes:
//!       - name: plugins
//!         hostPath: {path: /var/lib/kubelet/device-plugins, type: Directory}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//!         volumeMounts:
//!         - {name: plugins, mountPath: /plugins}
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
//!       - name: plugins
//!         hostPath: {path: /var/lib/kubelet/device-plugins, type: Directory}
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         readinessProbe:
//!           httpGet: {path: /ready, port: 8080}
//!         volumeMounts:
//!         - {name: plugins, mountPath: /plugins}
//! ```
//!
//! ## When to switch off
//! Where each Pod has a socket of its own, by `subPathExpr` or by its name.

use crate::lint::{Context, Mount, Reads, Rule, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "surge-for-csi-or-device-plugin",
    reads: Reads::DAEMON_SETS,
    why: "Both Pods register under one name, and the old one removes the socket when it ends: the kubelet loses the plugin.",
    help: "Set `maxSurge` to 0 and `maxUnavailable` to 1.",
    say: &["two Pods of a node register in `{0}` during the update"],
    look,
    ..Rule::NEW
};

const FOLDERS: &[&str] = &[
    "/var/lib/kubelet/plugins",
    "/var/lib/kubelet/plugins_registry",
    "/var/lib/kubelet/device-plugins",
];

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let surge = context.surge();
    let registers = |mount: &&Mount<'_>| {
        let mut folders = FOLDERS.iter();
        folders.any(|folder| is_under(mount.host_path(), folder))
            && !mount.view.get("subPathExpr").exists()
    };
    if let (true, Some(mount)) = (
        surge.exists(),
        context.written_mounts().iter().find(registers),
    ) {
        let spot = found.at(surge).word(mount.host_path());
        spot.related(mount.volume, "where it registers");
    }
}
