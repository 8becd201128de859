//! Mounts go from a container to its node, and the container is not privileged.
//!
//! ## Why
//! The container that mounts is the one that has to be privileged. A fix that makes it so is taken back where the reviewer
//! minds privileged containers: for a storage driver it does not.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       volumes: [{name: pods, hostPath: {path: /var/lib/kubelet/pods}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         volumeMounts: [{name: pods, mountPath: /pods, mountPropagation: Bidirectional}]
//! ```
//!
//! ## Valid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata: {labels: {app: agent}}
//!     spec:
//!       volumes: [{name: pods, hostPath: {path: /var/lib/kubelet/pods}}]
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//!         volumeMounts: [{name: pods, mountPath: /pods, mountPropagation: HostToContainer}]
//! ```
//!
//! Upstream: pkg/apis/core/validation/validation.go validateMountPropagation (v1.36.3)

use crate::apiserver::FieldErrorKind;
use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::PROPAGATION_NEEDS_PRIVILEGED,
    said: Said::Refusal(
        "",
        FieldErrorKind::Forbidden,
        "only to privileged containers",
    ),
    why: "`Bidirectional` lets a container mount into its node, which only a privileged one may.",
    help: "Write `HostToContainer` to see mounts of the node, or make the container privileged where it has to mount, as storage drivers do.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Make the container privileged")
        .changes_behaviour();
    let context = fault.container.get("securityContext");
    match context.exists() {
        true => mend.write(context, "privileged", "true"),
        false => mend.add(fault.container, "securityContext.privileged", "true"),
    };
}
