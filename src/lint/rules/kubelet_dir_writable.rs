//! A container can write to the folder in which the kubelet keeps the volumes of all Pods.
//!
//! ## Why
//! Below `/var/lib/kubelet/pods` stand the volumes, Secrets and ServiceAccount tokens of every Pod of the Node. Who can
//! write there can change what other Pods read, and take over the kubelet by its own files. Storage plugins mount there
//! for others and need it; the folders `plugins`, `plugins_registry`, `device-plugins` and `pod-resources` are made for
//! plugins.
//!
//! ## Invalid
//! ```yaml
//! volumes:
//! - name: pods
//!   hostPath: {path: /var/lib/kubelet/pods, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: pods
//!     mountPath: /pods
//! ```
//!
//! ## Valid
//! ```yaml
//! volumes:
//! - name: pods
//!   hostPath: {path: /var/lib/kubelet/pods, type: Directory}
//! containers:
//! - name: agent
//!   image: registry.example.com/agent:v1.2.3
//!   volumeMounts:
//!   - name: pods
//!     mountPath: /pods
//!     readOnly: true
//! ```
//!
//! ## When to switch off
//! For agents that mount volumes for other Pods.
//!
//! Peers: kube-linter `writable-host-mount`

use crate::diagnostic::Severity;
use crate::lint::{Context, Mend, Roles, Rule, Spot, Spots, is_under};

pub(super) static RULE: Rule = Rule {
    id: "kubelet-dir-writable",
    security: Some(Severity::Warning),
    expected_of: Roles::CSI,
    why: "Volumes, Secrets and tokens of every Pod of the node are below it, and can be changed.",
    help: "Add `readOnly: true` to the mount, or mount the folder below that the agent uses.",
    say: &["{0} `{1}` can write to `{2}`, where the volumes of all Pods of the node are"],
    look,
    mend: Some(mend),
    ..Rule::NEW
};

/// Who looks at mounts of others, with their propagation.
const MOUNTING: Roles = Roles::CNI.and(Roles::SECURITY_AGENT);

/// Who may be expected to write to its Node.
const AGENTS: Roles = Roles::NODE_CRITICAL.and(Roles::SECURITY_AGENT);

fn look<'a>(context: &Context<'a>, found: &mut Spots<'a>) {
    for mount in context.mounts() {
        if !mount.writes_to_kubelet() || context.is_windows() {
            continue;
        }
        let spot = mount.find_writable(found);
        let is_mounting =
            mount.view.get("mountPropagation").exists() && MOUNTING.has(context.role());
        let is_around = !is_under(mount.host_path(), "/var/lib/kubelet");
        let is_needed = is_around && AGENTS.has(context.role());
        if is_mounting || is_needed || context.is_node_tool() {
            spot.severity(Severity::Info);
        }
    }
}

fn mend(spot: &Spot<'_>, mend: &mut Mend) {
    mend.read_only(spot);
}
