//! The annotation that once made Pods critical does nothing.
//!
//! ## Why
//! The annotation is read by nobody. Whoever relies on it has Pods of priority 0, which are evicted first.
//!
//! ## Invalid
//! ```yaml
//! apiVersion: apps/v1
//! kind: DaemonSet
//! metadata: {name: agent, namespace: agents}
//! spec:
//!   selector: {matchLabels: {app: agent}}
//!   template:
//!     metadata:
//!       labels: {app: agent}
//!       annotations: {scheduler.alpha.kubernetes.io/critical-pod: ""}
//!     spec:
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
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
//!       priorityClassName: system-node-critical
//!       containers:
//!       - name: agent
//!         image: registry.example.com/agent:v1.2.3
//! ```
//!
//! Upstream: pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.36.3)

use crate::diagnostic::Rule;
use crate::lint::{Fault, Mend, Said, ServerRule};

pub(super) static RULE: ServerRule = ServerRule {
    name: Rule::CRITICAL_POD_ANNOTATION,
    said: Said::Warning(&["critical-pod]"]),
    why: "Since Kubernetes 1.16, only the priority class says that a Pod is critical.",
    help: "Write `priorityClassName: system-node-critical` instead.",
    mend: Some(mend),
};

fn mend(fault: &Fault<'_>, mend: &mut Mend) {
    mend.title("Remove the annotation").changes_behaviour();
    mend.remove(fault.at);
}
