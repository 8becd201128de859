//! Nothing bounds what a container writes to the disk of its node.
//!
//! ## Why
//! Logs, buffers and an `emptyDir` without `sizeLimit` are on the disk of the node. When that is full the kubelet
//! evicts Pods, those first that use more than they requested.
//!
//! ## Invalid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: buffer, mountPath: /buffer}
//! volumes:
//! - name: buffer
//!   emptyDir: {}
//! ```
//!
//! ## Valid
//! ```yaml
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - {name: buffer, mountPath: /buffer}
//! volumes:
//! - name: buffer
//!   emptyDir: {sizeLimit: 1Gi}
//! ```
//!
//! ## When to switch off
//! Where the disk of the node is watched by other means.
//!
//! Peers: kube-score `container-ephemeral-storage-request-and-limit`

use crate::diagnostic::Severity;
use crate::lint::{Context, Preset, Role, Rule, Spots};

pub(super) static RULE: Rule = Rule {
    id: "ephemeral-storage-missing",

    severity: Severity::Info,
    preset: Preset::Strict,
    why: "What fills the disk of the node has the kubelet evict Pods, others among them.",
    help: "Set `ephemeral-storage` in requests and limits, or a `sizeLimit`.",
    say: &["{0} `{1}` has no limit for what it writes to the disk of its node"],
    look,
    ..Rule::NEW
};

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    let mut unbounded = Vec::new();
    for mount in context.mounts() {
        let folder = mount.volume.get("emptyDir");
        let on_disk = folder.get("medium").text() != "Memory";
        if folder.exists() && on_disk && !folder.get("sizeLimit").exists() {
            unbounded.push(mount.container.view);
        }
    }
    let collects = context.role() == Role::LogCollector;
    for container in &context.containers {
        let writes = collects || unbounded.iter().any(|view| view.is(container.view));
        let lacks = container.lacks_resource("limits", "ephemeral-storage");
        if writes && container.runs_on() && lacks {
            found.at(container.view).container(container);
            return;
        }
    }
}
