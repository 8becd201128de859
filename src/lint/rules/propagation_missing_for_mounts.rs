//! What is mounted on the node later is not seen in the container.
//!
//! ## Why
//! A mount without `mountPropagation` is a picture of the moment at which the container started. File systems that the
//! node mounts later, those of Pods among them, are not in it: a metrics exporter misses them, a CSI driver cannot work
//! on them.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /host, readOnly: true}
//! volumes:
//! - name: v
//!   hostPath: {path: /, type: Directory}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: v, mountPath: /host, readOnly: true, mountPropagation: HostToContainer}
//! volumes:
//! - name: v
//!   hostPath: {path: /, type: Directory}
//! ```
//!
//! ## When to switch off
//! Where only files are read that are there from the beginning.

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Role, Rule, Spot, Spots};
use crate::source::holds;

pub(super) static RULE: Rule = Rule {
    id: "propagation-missing-for-mounts",

    severity: Severity::Info,
    why: "The container sees the mounts of the moment at which it started, and none that came later.",
    help: "Add `mountPropagation: HostToContainer` to the mount.",
    say: &["what is mounted below `{0}` later is not seen by {1} `{2}`"],
    mend: Some(mend),
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let role = context.role();
    for mount in context.mounts() {
        let path = mount.host_path();
        let of_kubelet = matches!(path, "/var/lib/kubelet" | "/var/lib/kubelet/pods");
        let is_seen = !matches!(mount.view.get("mountPropagation").text(), "" | "None");
        let uses_nsenter = mount
            .container
            .words()
            .any(|word| holds(word.text(), "nsenter"));
        if !(of_kubelet || path == "/") || is_seen || !mount.container.runs_on() || uses_nsenter {
            continue;
        }
        let spot = found.at(mount.view).word(path).container(&mount.container);
        if (path == "/" && role == Role::MetricsExporter) || (of_kubelet && role == Role::Csi) {
            spot.severity(Severity::Warning);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    if spot.at.lacks("mountPropagation") {
        mend.title("See what is mounted later")
            .changes_behaviour()
            .add(spot.at, "mountPropagation", "HostToContainer");
    }
}
